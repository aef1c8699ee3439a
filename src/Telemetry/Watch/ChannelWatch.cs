using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch.Conditions;

namespace EcoPark.Telemetry.Watch;

/// <summary>Whether a reading belongs to what is going on now.</summary>
internal enum ReadingOrder
{
    OnTime,

    /// <summary>补传, or older than what has been looked at: judged for itself.</summary>
    Late,
}

/// <summary>The rules of one channel as they stand.</summary>
internal sealed class ChannelWatch
{
    /// <summary>Levels that are watched.</summary>
    private const int Levels = (int)Interval.Month + 1;

    private readonly Episode[][] _byInterval = new Episode[Levels][];
    private readonly DateTime[] _newest = new DateTime[Levels];
    private readonly DateTime[] _newestSent = new DateTime[Levels];
    private readonly double?[] _previous = new double?[Levels];

    public ChannelWatch(ChannelEntry entry)
    {
        Entry = entry;
        Episodes = [.. entry.Rules.Select(rule => (rule, condition: Condition.Of(rule, entry))).Where(one => one.condition is not null).Select(one => new Episode(one.rule, entry, one.condition!))];
        for (var level = 0; level < Levels; level++)
            _byInterval[level] = [.. Episodes.Where(episode => (int)episode.Rule.Interval == level)];
    }

    public ChannelEntry Entry { get; }

    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>Rules and limits are the same as those of another entry.</summary>
    public bool IsAs(ChannelEntry? other) =>
        other is not null && Entry.Channel.Subject == other.Channel.Subject && Entry.Channel.PointKind == other.Channel.PointKind && Entry.Rules.SequenceEqual(other.Rules) && Entry.Limits.SequenceEqual(other.Limits) && Entry.Range == other.Range
        && Entry.ReferenceOxygen == other.ReferenceOxygen && Entry.OxygenChannelId == other.OxygenChannelId;

    public Episode[] Of(Interval interval) => _byInterval[(int)interval];

    public double? Previous(Interval interval) => _previous[(int)interval];

    public void Remember(Interval interval, double? value) => _previous[(int)interval] = value;

    /// <summary>Whether it is looked at, and how; <see langword="null"/> where nothing is watched or the device's own mean goes before the platform's.</summary>
    public ReadingOrder? Take(in Reading reading, DateTime now)
    {
        var level = (int)reading.Interval;
        if (_byInterval[level].Length == 0)
            return null;
        if (reading.Series.Origin == Origin.RolledUp && _newestSent[level] >= reading.Time)
            return null;
        if (IsLate(reading, now) || reading.Time < _newest[level])
            return ReadingOrder.Late;
        _newest[level] = reading.Time;
        if (reading.Series.Origin == Origin.Sent)
            _newestSent[level] = reading.Time;
        return ReadingOrder.OnTime;
    }

    /// <summary>Marked as late, or (read again after an outage of the platform) long past.</summary>
    public bool IsLate(in Reading reading, DateTime now) =>
        (reading.Marks & ReadingMarks.Backfill) != 0 || now - Period.EndOf(reading.Interval, reading.Time, 0) > Lateness.Of(reading.Interval);
}
