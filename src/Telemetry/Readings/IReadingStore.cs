namespace EcoPark.Telemetry.Readings;

/// <summary>Keeps readings. SQLite and PostgreSQL implement it; the contract tests run against both.</summary>
public interface IReadingStore
{
    /// <summary>Creates or upgrades tables.</summary>
    Task Initialize(CancellationToken cancellationToken);

    /// <summary>
    /// Writes readings as sent, and the periods that are to be rolled up, in one transaction. Idempotent: of different contents
    /// for one (series, time) the higher <see cref="Reading.Rank"/> stands and the other is kept as superseded.
    /// </summary>
    /// <param name="readings">Of any series and time, in any order.</param>
    /// <param name="due">Periods to be rolled up.</param>
    /// <param name="notBefore">They wait at least until then, so that a stream of late readings rolls a period up once and not with every batch.</param>
    /// <param name="cancellationToken">Undoes all of it.</param>
    Task Write(IReadOnlyList<Reading> readings, IReadOnlyCollection<RollupTarget> due, DateTime notBefore, CancellationToken cancellationToken);

    /// <summary>Readings of one series with from ≤ time &lt; to, in order of time, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Reading>> Read(SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Readings of several series with from ≤ time &lt; to, in order of series and time, in one round trip; for statistics, which need
    /// all of them. Callers bound the range and the number of series.
    /// </summary>
    Task<IReadOnlyList<Reading>> ReadMany(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>As <see cref="ReadMany"/>, but only series, time, value, flag and marks need be filled: half the time where there are a million of them.</summary>
    Task<IReadOnlyList<Reading>> ReadValues(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>As <see cref="Read"/>, thinned in the database to about <paramref name="buckets"/> buckets with minimum, maximum, first and last kept.</summary>
    Task<IReadOnlyList<CurvePoint>> ReadCurve(SeriesId series, DateTime from, DateTime to, int buckets, CancellationToken cancellationToken);

    /// <summary>Newest reading of each series that has one.</summary>
    Task<IReadOnlyList<Reading>> Latest(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken);

    /// <summary>Contents that gave way to a higher rank.</summary>
    Task<IReadOnlyList<Reading>> Superseded(SeriesId series, DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>Distinct stamps that any of the series has, in order.</summary>
    Task<IReadOnlyList<DateTime>> Stamps(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>Earliest stamp that any of the series has.</summary>
    Task<DateTime?> FirstStamp(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken);

    /// <summary>
    /// Takes periods that are ready at an instant (<see cref="RollupTarget.ReadyAt"/>), finest first, replaces their rolled-up readings and notes the next coarser
    /// periods, all in one transaction, and which hours and days are new (<see cref="Unseen"/>). Returns how many were worked off.
    /// </summary>
    Task<int> RollUp(DateTime now, int limit, IRollupRule rule, CancellationToken cancellationToken);

    /// <summary>Periods that wait to be rolled up, ready or not.</summary>
    Task<long> CountDue(CancellationToken cancellationToken);

    /// <summary>Hours and days that were rolled up at an instant or before and that nobody has marked as seen since, oldest first: what is to be done with them may have been lost with a node.</summary>
    Task<IReadOnlyList<RolledUp>> Unseen(DateTime rolledUpBy, int limit, CancellationToken cancellationToken);

    /// <summary>Marks periods as seen, except those that were rolled up again later than <see cref="RolledUp.At"/>.</summary>
    Task MarkSeen(IReadOnlyCollection<RolledUp> periods, CancellationToken cancellationToken);
}

/// <summary>A point of a thinned curve: a bucket with its first time, extremes and mean of valid values.</summary>
/// <param name="Time">UTC start of the bucket, or the reading's own time where it holds one reading.</param>
/// <param name="Count">Readings in the bucket.</param>
/// <param name="InvalidCount">Of these not valid.</param>
/// <param name="Flag">The commonest flag other than N, or N.</param>
public readonly record struct CurvePoint(DateTime Time, double? Mean, double? Min, double? Max, int Count, int InvalidCount, char Flag, ReadingMarks Marks);
