namespace EcoPark.Telemetry.Readings;

/// <summary>How finer readings make a coarser one; knows channels, points and the standards' validity rules.</summary>
public interface IRollupRule
{
    /// <summary>The period of the next coarser level that a reading belongs to; <see langword="null"/> at the top or for an unknown channel.</summary>
    RollupTarget? TargetOf(SeriesId series, DateTime time);

    /// <summary>Channel whose readings weight the mean (the flow of a waste-water outlet); <see langword="null"/> for a plain mean.</summary>
    int? WeightChannelOf(RollupTarget target);

    /// <summary>The rolled-up reading, or <see langword="null"/> where there is nothing to roll up.</summary>
    /// <param name="target">Channel, level and period.</param>
    /// <param name="own">Finer readings of the channel within the period: as sent and rolled up.</param>
    /// <param name="weights">Finer readings of the weight channel; empty where there is none.</param>
    Reading? Roll(RollupTarget target, IReadOnlyList<Reading> own, IReadOnlyList<Reading> weights);
}

/// <summary>A period that was rolled up, and when (UTC).</summary>
public readonly record struct RolledUp(RollupTarget Period, DateTime At);

/// <summary>A period to be rolled up: channel, level, start and end (UTC, half-open).</summary>
public readonly record struct RollupTarget(int ChannelId, Interval Interval, DateTime Start, DateTime End)
{
    /// <summary>Time given to telegrams that are on their way when a period ends; later ones roll it up again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    /// <summary>When it may be rolled up: after its end, and not before <paramref name="notBefore"/>.</summary>
    public DateTime ReadyAt(DateTime notBefore) => End + Grace > notBefore ? End + Grace : notBefore;

    /// <summary>Somebody looks at it as a whole once it is rolled up.</summary>
    public bool IsLookedAt => Interval is Interval.Hour or Interval.Day;

    /// <summary>Series that hold the finer readings it is made of.</summary>
    public IEnumerable<SeriesId> FinerSeries(int channelId) => Effective.SeriesOf(channelId, Interval - 1);
}
