using EcoPark.Alarms;
using EcoPark.Telemetry.Watch.Conditions;

namespace EcoPark.Telemetry.Watch;

/// <summary>One rule on one channel, as it stands: since when the condition holds, and whether its alarm is raised.</summary>
internal sealed class Episode(WatchRule rule, ChannelEntry entry, Condition condition)
{
    public WatchRule Rule { get; } = rule;

    public Condition Condition { get; } = condition;

    public AlarmCause Cause { get; } = new(rule.Kind.Name, entry.Channel.Subject.Key, rule.Interval, FoundBy.Reading);

    /// <summary>Readings before the first one since the twin awoke have been looked at.</summary>
    public bool IsSeeded { get; set; }

    /// <summary>First reading of the run for which the condition holds; <see langword="null"/> while it does not.</summary>
    public DateTime? Since { get; private set; }

    public bool IsRaised { get; private set; }

    public AlarmLevel Level { get; private set; }

    public DateTime ToldAt { get; set; }

    public double? FirstValue { get; private set; }

    public DateTime WorstAt { get; private set; }

    public double? WorstValue { get; private set; }

    public DateTime LastAt { get; private set; }

    public double? LastValue { get; private set; }

    public int Count { get; private set; }

    /// <summary>The alarm is open in the database: goes on from there.</summary>
    public void Resume(Alarm alarm)
    {
        (IsRaised, IsSeeded, Since, Level, ToldAt) = (true, IsSeeded || Condition.Memory == TimeSpan.Zero, alarm.FirstAt, alarm.Level, alarm.LastAt);
        (FirstValue, WorstAt, WorstValue, LastAt, LastValue, Count) = (alarm.FirstValue, alarm.WorstAt, alarm.WorstValue, alarm.LastAt, alarm.LastValue, alarm.Count);
    }

    /// <summary>The condition holds of this reading.</summary>
    public void Add(DateTime time, double? value)
    {
        if (Since is null)
            (Since, FirstValue, WorstAt, WorstValue, Count) = (time, value, time, value, 0);
        if (value is { } number && (WorstValue is not { } worst || Condition.IsWorse(number, worst)))
            (WorstAt, WorstValue) = (time, number);
        (LastAt, LastValue, Count) = (time, value, Count + 1);
    }

    public void Raised(AlarmLevel level, DateTime now) => (IsRaised, Level, ToldAt) = (true, level, now);

    /// <summary>It holds no more.</summary>
    public void Reset() => (IsRaised, Since, Count, WorstValue) = (false, null, 0, null);

    public Lasting Tally => new(Cause, LastAt, LastValue, WorstAt, WorstValue, Count);
}
