using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>Something about a limit.</summary>
internal abstract class LimitCondition(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    private readonly LimitInForce? _own = LimitInForce.Of(rule, entry.Channel);

    public override double? ValueOf(in Reading reading, Reading? oxygen) => JudgedValue.Of(reading, Entry, oxygen);

    /// <summary>The rule's own limit, or the permit's that is in force on the day.</summary>
    protected LimitInForce? LimitAt(DateTime utc) => _own ?? Entry.LimitAt(utc);

    /// <summary>What is compared, with what was measured where that is another.</summary>
    protected string Judged(in Sample sample) => sample.Value is { } value && sample.Reading.Value is { } measured && value != measured
        ? $"折算值 {Number(value)}（实测 {Number(measured)}）" : $"值 {Number(sample.Value)}";
}
