namespace EcoPark.Telemetry.Readings;

/// <summary>Which of several readings for one channel, level and time counts.</summary>
public static class Effective
{
    /// <summary>All origins, the one that counts first.</summary>
    private static readonly Origin[] Precedence = [Origin.Reviewed, Origin.Sent, Origin.Imported, Origin.RolledUp];

    /// <summary>Every series of a channel at a level.</summary>
    public static IEnumerable<SeriesId> SeriesOf(int channelId, Interval interval) => Precedence.Select(origin => new SeriesId(channelId, interval, origin));

    /// <summary>
    /// One reading a stamp, in order of time: what a review says, else what the device sent, else what was imported, else what was
    /// rolled up. A review that was taken back counts for nothing.
    /// </summary>
    /// <param name="readings">Of one channel and level, of any origin, in any order.</param>
    public static List<Reading> Choose(IEnumerable<Reading> readings) =>
    [
        .. readings.Where(reading => !reading.Marks.HasFlag(ReadingMarks.Withdrawn))
            .GroupBy(reading => reading.Time).OrderBy(same => same.Key)
            .Select(same => same.MinBy(reading => Array.IndexOf(Precedence, reading.Series.Origin))),
    ];

    /// <summary>Whether a reading takes the place of another of the same channel, level and time; for loops over many readings.</summary>
    /// <param name="current">What has counted so far; <see langword="null"/> where there is nothing.</param>
    public static bool Counts(in Reading candidate, in Reading? current) => Counts(candidate, current?.Series.Origin);

    /// <summary>As above, where only the origin of what has counted so far is known.</summary>
    public static bool Counts(in Reading candidate, Origin? current) =>
        !candidate.Marks.HasFlag(ReadingMarks.Withdrawn)
        && (current is not { } known || Array.IndexOf(Precedence, candidate.Series.Origin) < Array.IndexOf(Precedence, known));
}
