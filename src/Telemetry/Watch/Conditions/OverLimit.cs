using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>超标, by the platform's one judgement; twice the limit and more is one level more urgent.</summary>
internal sealed class OverLimit(WatchRule rule, ChannelEntry entry) : LimitCondition(rule, entry)
{
    private const double Grave = 2;

    public override bool IsForLate => true;

    public override bool Holds(in Sample sample, bool isActive)
    {
        if (sample.Value is not { } value || LimitAt(sample.Reading.Time) is not { } limit)
            return false;
        // Most readings are within: one comparison, and no judgement.
        var isBeyond = value > limit.Upper || value < limit.Lower;
        if (isBeyond && !isActive)
            return Judge(sample, limit).Outcome == LimitOutcome.Fail;
        return isBeyond || (isActive && (value > limit.Upper * (1 - Rule.DeadBand) || value < limit.Lower * (1 + Rule.DeadBand)));
    }

    public override AlarmLevel LevelOf(in Sample sample) =>
        Rule.Level > AlarmLevel.Red && LimitAt(sample.Reading.Time)?.Upper is > 0 and var upper && sample.Value >= upper * Grave ? Rule.Level - 1 : Rule.Level;

    public override string Say(in Sample sample, TimeSpan lasted)
    {
        if (LimitAt(sample.Reading.Time) is not { } limit)
            return "";
        var isLow = sample.Value < limit.Lower;
        // 环办〔2011〕22号 knows quantities that have no multiple, such as pH: the judgement says so.
        var times = Judge(sample, limit).ExceedanceMultiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"，超标 {multiple:0.##} 倍") : "";
        return $"{AlarmWords.Of(Rule.Interval)}{Judged(sample)}，{(isLow ? "低于下限" : "高于限值")} {Number(isLow ? limit.Lower : limit.Upper)}（{limit.Basis}）{times}{Words(lasted)}。";
    }

    public override (double? Limit, string Basis) Compared(in Sample sample) =>
        LimitAt(sample.Reading.Time) is { } limit ? (sample.Value < limit.Lower ? limit.Lower : limit.Upper, limit.Basis) : (null, "");

    /// <summary>The farther beyond its limit.</summary>
    public override bool IsWorse(double candidate, double current) => Rule.Lower is { } lower && candidate < lower ? candidate < current : candidate > current;

    private Verdict Judge(in Sample sample, LimitInForce limit) =>
        limit.Judge(sample.Value!.Value, Rule.Interval, Entry.Channel.Subject, DateOnly.FromDateTime(ParkTime.FromUtc(sample.Reading.Time)));
}
