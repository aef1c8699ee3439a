namespace EcoPark.Telemetry.Readings;

/// <summary>How finer readings make a coarser one; knows channels, points and the standards' validity rules.</summary>
public interface IRollupRule
{
    /// <summary>The period of the next level that a reading belongs to; <see langword="null"/> at the top or for an unknown channel.</summary>
    RollupTarget? TargetOf(SeriesId series, DateTime time);

    /// <summary>Channels whose readings are needed to roll up the target besides its own (the flow of a weighted mean).</summary>
    int? WeightChannelOf(RollupTarget target);

    /// <summary>The rolled-up reading, or <see langword="null"/> where there is nothing to roll up.</summary>
    Reading? Roll(RollupTarget target, IReadOnlyList<Reading> own, IReadOnlyList<Reading> weights);
}

/// <summary>A period to be rolled up: channel, level, start and end (UTC, half-open).</summary>
public readonly record struct RollupTarget(int ChannelId, Interval Interval, DateTime Start, DateTime End);
