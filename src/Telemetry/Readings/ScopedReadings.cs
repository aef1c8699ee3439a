using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Readings;

/// <summary>
/// The store as whoever acts may read it: an enterprise's accounts get the days on which the point was theirs and no others, whichever page, export or stream asks.
/// The platform and the park read past it. Writing is the platform's.
/// </summary>
internal sealed class ScopedReadings(IReadingStore store, IDeviceRegistry registry) : IReadingStore
{
    private static bool IsPark => Actor.Current.EnterpriseId is null;

    public Task Initialize(CancellationToken cancellationToken) => store.Initialize(cancellationToken);

    public Task Write(IReadOnlyList<Reading> readings, IReadOnlyCollection<RollupTarget> due, DateTime notBefore, CancellationToken cancellationToken) =>
        store.Write(readings, due, notBefore, cancellationToken);

    public async Task<IReadOnlyList<Reading>> Read(SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken)
    {
        if (IsPark)
            return await store.Read(series, from, to, limit, cancellationToken).ConfigureAwait(false);
        var found = new List<Reading>();
        foreach (var span in Own(series, from, to))
        {
            if (found.Count < limit)
                found.AddRange(await store.Read(series, span.From, span.To, limit - found.Count, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public Task<IReadOnlyList<Reading>> ReadMany(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Many(series, from, to, store.ReadMany, cancellationToken);

    public Task<IReadOnlyList<Reading>> ReadValues(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Many(series, from, to, store.ReadValues, cancellationToken);

    public async Task<IReadOnlyList<CurvePoint>> ReadCurve(SeriesId series, DateTime from, DateTime to, int buckets, CancellationToken cancellationToken)
    {
        if (IsPark)
            return await store.ReadCurve(series, from, to, buckets, cancellationToken).ConfigureAwait(false);
        var found = new List<CurvePoint>();
        foreach (var span in Own(series, from, to))
            found.AddRange(await store.ReadCurve(series, span.From, span.To, buckets, cancellationToken).ConfigureAwait(false));
        return found;
    }

    public async Task<IReadOnlyList<Reading>> Latest(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken)
    {
        var found = await store.Latest(series, cancellationToken).ConfigureAwait(false);
        return IsPark ? found : [.. found.Where(IsOwn)];
    }

    public async Task<IReadOnlyList<Reading>> Superseded(SeriesId series, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var found = await store.Superseded(series, from, to, cancellationToken).ConfigureAwait(false);
        return IsPark ? found : [.. found.Where(IsOwn)];
    }

    public async Task<IReadOnlyList<DateTime>> Stamps(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (IsPark)
            return await store.Stamps(series, from, to, cancellationToken).ConfigureAwait(false);
        var stamps = new SortedSet<DateTime>();
        foreach (var (span, own) in Groups(series, from, to))
            stamps.UnionWith(await store.Stamps(own, span.From, span.To, cancellationToken).ConfigureAwait(false));
        return [.. stamps];
    }

    public async Task<DateTime?> FirstStamp(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken)
    {
        if (IsPark)
            return await store.FirstStamp(series, cancellationToken).ConfigureAwait(false);
        DateTime? first = null;
        foreach (var (span, own) in Groups(series, DateTime.MinValue, DateTime.MaxValue))
        {
            var stamp = span.From == DateTime.MinValue ? await store.FirstStamp(own, cancellationToken).ConfigureAwait(false) : await FirstIn(own, span, cancellationToken).ConfigureAwait(false);
            first = stamp < (first ?? DateTime.MaxValue) && span.Covers(stamp.Value) ? stamp : first;
        }

        return first;
    }

    public Task<int> RollUp(DateTime now, int limit, IRollupRule rule, CancellationToken cancellationToken) => store.RollUp(now, limit, rule, cancellationToken);

    public Task<long> CountDue(CancellationToken cancellationToken) => store.CountDue(cancellationToken);

    public Task<IReadOnlyList<RolledUp>> Unseen(DateTime rolledUpBy, int limit, CancellationToken cancellationToken) => store.Unseen(rolledUpBy, limit, cancellationToken);

    public Task MarkSeen(IReadOnlyCollection<RolledUp> periods, CancellationToken cancellationToken) => store.MarkSeen(periods, cancellationToken);

    private async Task<IReadOnlyList<Reading>> Many(
        IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to,
        Func<IReadOnlyCollection<SeriesId>, DateTime, DateTime, CancellationToken, Task<IReadOnlyList<Reading>>> read, CancellationToken cancellationToken)
    {
        if (IsPark)
            return await read(series, from, to, cancellationToken).ConfigureAwait(false);
        var groups = Groups(series, from, to);
        if (groups is [var (only, all)])
            return await read(all, only.From, only.To, cancellationToken).ConfigureAwait(false);
        var found = new List<Reading>();
        foreach (var (span, own) in groups)
            found.AddRange(await read(own, span.From, span.To, cancellationToken).ConfigureAwait(false));
        return [.. found.OrderBy(reading => reading.Series.Value).ThenBy(reading => reading.Time)];
    }

    /// <summary>Series by what of the range is the actor's, so that a page of one enterprise is one round trip as long as nothing has changed hands.</summary>
    private List<(Stretch Span, IReadOnlyCollection<SeriesId> Series)> Groups(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to) =>
        [.. series.SelectMany(one => Own(one, from, to).Select(span => (Span: span, Series: one))).GroupBy(one => one.Span).Select(group => (group.Key, (IReadOnlyCollection<SeriesId>)[.. group.Select(one => one.Series)]))];

    /// <summary>A month counts only where it was the enterprise's as a whole: its mean tells of all of it.</summary>
    private IEnumerable<Stretch> Own(SeriesId series, DateTime from, DateTime to)
    {
        var spans = registry.Current.TenureOf(series.ChannelId).Within(from, to);
        return series.Interval == Standards.Interval.Month ? spans.SelectMany(span => WholeMonths(series, span)) : spans;
    }

    private IEnumerable<Stretch> WholeMonths(SeriesId series, Stretch span)
    {
        var tenure = registry.Current.TenureOf(series.ChannelId);
        var own = tenure.Spans.First(one => one.From <= span.From && span.To <= one.To);
        var from = own.From == DateTime.MinValue || Period.StartOf(series.Interval, own.From, 0) == own.From ? span.From : Later(span.From, Period.EndOf(series.Interval, Period.StartOf(series.Interval, own.From, 0), 0));
        var to = own.To == DateTime.MaxValue ? span.To : Earlier(span.To, Period.StartOf(series.Interval, own.To, 0));
        if (from < to)
            yield return new Stretch(from, to);
    }

    private bool IsOwn(Reading reading) => Own(reading.Series, reading.Time, reading.Time.AddTicks(1)).Any();

    private async Task<DateTime?> FirstIn(IReadOnlyCollection<SeriesId> series, Stretch span, CancellationToken cancellationToken)
    {
        DateTime? first = null;
        foreach (var one in series)
        {
            if (await store.Read(one, span.From, span.To, 1, cancellationToken).ConfigureAwait(false) is [var reading] && reading.Time < (first ?? DateTime.MaxValue))
                first = reading.Time;
        }

        return first;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
