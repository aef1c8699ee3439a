using System.Globalization;
using EcoPark.Alarms;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>接近限值: at or above the first share of the limit and not above the limit, where 超标 takes over.</summary>
internal sealed class NearLimit(WatchRule rule, ChannelEntry entry) : LimitCondition(rule, entry)
{
    public override bool Holds(in Sample sample, bool isActive) =>
        Upper(sample) is > 0 and var upper && sample.Value >= upper * Rule.Shares.First * (1 - (isActive ? Rule.DeadBand : 0)) && sample.Value <= upper;

    public override AlarmLevel LevelOf(in Sample sample) =>
        Rule.Level > AlarmLevel.Red && sample.Value >= Upper(sample) * Rule.Shares.Urgent ? Rule.Level - 1 : Rule.Level;

    public override string Say(in Sample sample, TimeSpan lasted) => string.Create(
        CultureInfo.InvariantCulture, $"{AlarmWords.Of(Rule.Interval)}{Judged(sample)}，达到限值 {Number(Upper(sample))} 的 {sample.Value / Upper(sample) * 100:0}%{Words(lasted)}。");

    public override (double? Limit, string Basis) Compared(in Sample sample) => (Upper(sample), LimitAt(sample.Reading.Time)?.Basis ?? "");

    private double? Upper(in Sample sample) => LimitAt(sample.Reading.Time)?.Upper;
}
