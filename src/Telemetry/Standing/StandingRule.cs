using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Standing;

/// <summary>How a value stands, by the limits, rules and the judgement that raise alarms. Pure.</summary>
internal static class StandingRule
{
    /// <summary>Shares at which alarms warn where the park has no rule of its own.</summary>
    private static readonly double UsualShare = BuiltInRules.For(WatchAlarms.NearLimit, Interval.RealTime).Shares.First;

    /// <param name="live">Newest value, if any.</param>
    /// <param name="entry">What is watched for the channel; <see langword="null"/> where nothing is, or not for whoever asks.</param>
    /// <param name="oxygen">Newest oxygen of the same point.</param>
    /// <param name="isOnline"><see langword="null"/> where no logger sends it.</param>
    /// <param name="uploads">Time between uploads of real-time values.</param>
    /// <param name="now">UTC.</param>
    public static FactorStanding Of(LiveValue? live, ChannelEntry? entry, LiveValue? oxygen, bool? isOnline, TimeSpan uploads, DateTime now)
    {
        if (live is not { } known)
            return new FactorStanding(isOnline == false ? StandingState.OffLine : StandingState.NoData, null) { Entry = entry, InForce = entry is null ? null : LimitOf(entry, Interval.RealTime, now) };
        var reading = known.Reading;
        var limit = entry is null ? null : LimitOf(entry, reading.Interval, reading.Time);
        var judged = !reading.IsValid ? null : entry is null ? reading.Value : JudgedValue.Of(reading, entry, oxygen?.Reading);
        return new FactorStanding(StateOf(reading, judged, limit, entry, isOnline, uploads, now), live)
        {
            Judged = judged,
            IsCorrected = judged is not null && entry is not null && (entry.ReferenceOxygen is not null || (entry.Channel.PointKind == Registry.PointKind.FlueGas && reading.Corrected is not null)),
            InForce = limit,
            Entry = entry,
        };
    }

    public static DateOnly DayOf(in Reading reading) => DateOnly.FromDateTime(ParkTime.FromUtc(reading.Time));

    /// <summary>Three uploads missed: the value is shown, but no longer as the present one.</summary>
    public static TimeSpan StaleAfter(Interval interval, TimeSpan uploads) => interval switch
    {
        Interval.RealTime => 3 * uploads,
        Interval.Minute => TimeSpan.FromMinutes(45),
        Interval.Hour => TimeSpan.FromHours(4),
        _ => TimeSpan.FromDays(3),
    };

    private static StandingState StateOf(in Reading reading, double? judged, LimitInForce? limit, ChannelEntry? entry, bool? isOnline, TimeSpan uploads, DateTime now)
    {
        if (isOnline == false)
            return StandingState.OffLine;
        if (reading.Flag == 'F')
            return StandingState.Stopped;
        if (!reading.IsValid)
            return StandingState.Invalid;
        if (now - reading.Time > StaleAfter(reading.Interval, uploads))
            return StandingState.Silent;
        if (limit is null || judged is not { } value || entry is null)
            return StandingState.Unjudged;
        // Most readings are within: one comparison, and no judgement.
        if ((value > limit.Upper || value < limit.Lower) && limit.Judge(value, reading.Interval, entry.Channel.Subject, DayOf(reading)).Outcome == LimitOutcome.Fail)
            return StandingState.Over;
        return limit.Upper is > 0 and var upper && value >= upper * ShareOf(entry, reading.Interval) ? StandingState.Near : StandingState.Normal;
    }

    /// <summary>The limit of a rule of the park before that of the permit, as alarms have it.</summary>
    private static LimitInForce? LimitOf(ChannelEntry entry, Interval interval, DateTime utc) =>
        (RuleOf(entry, WatchAlarms.OverLimit, interval) is { } rule ? LimitInForce.Of(rule, entry.Channel) : null) ?? entry.LimitAt(utc);

    private static double ShareOf(ChannelEntry entry, Interval interval) => RuleOf(entry, WatchAlarms.NearLimit, interval)?.Shares.First ?? UsualShare;

    /// <summary>The rule for this level of data, or for real-time values.</summary>
    private static WatchRule? RuleOf(ChannelEntry entry, EcoPark.Alarms.AlarmType kind, Interval interval)
    {
        WatchRule? realTime = null;
        foreach (var rule in entry.Rules)
        {
            if (rule.Kind != kind)
                continue;
            if (rule.Interval == interval)
                return rule;
            if (rule.Interval == Interval.RealTime)
                realTime = rule;
        }

        return realTime;
    }
}
