using EcoPark.Contracts;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Geometry;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>Puts together what is known of some hours at an automatic fence-line point: values, wind, and the enterprises around, each looked at in the same way.</summary>
public sealed class EvidenceReader(IDeviceRegistry registry, IReadingStore store, FenceReader fence, PeakReader peaks, IEnumerable<IPollutantTraces> traces, IDbContextFactory<ParkDb> databases)
{
    /// <summary>Hours of one sheet, at most.</summary>
    public const int MostHours = 48;

    /// <summary>Metres within which enterprises are looked at. The platform's own.</summary>
    public const double Reach = 3_000;

    /// <summary>Enterprises whose data are looked through, the likeliest; all others are listed as well.</summary>
    private const int MostLooked = 8;

    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive, within <see cref="MostHours"/>.</param>
    /// <returns><see langword="null"/> where the actor does not see the point, or the period is none.</returns>
    public async Task<PeakEvidence?> Read(int channelId, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var known = registry.Current;
        var points = fence.Points().ToDictionary(point => point.Id);
        if (from.Year < 2000 || to.Year > 2100)
            return null;
        (from, to) = (Hour(from), Hour(to.AddHours(1).AddTicks(-1)));
        if (from >= to || (to - from).TotalHours > MostHours || points.Keys.SelectMany(point => known.ChannelsByPoint[point]).FirstOrDefault(one => one.Id == channelId) is not { } channel)
            return null;
        var point = points[channel.PointId];
        var month = await FenceHours.Read(store, [channel], to.AddDays(-FenceWatch.DaysBack), to, cancellationToken).ConfigureAwait(false);
        var values = month.Where(hour => hour.Time >= from).ToDictionary(hour => hour.Time, hour => (double?)hour.Value);
        var (source, wind) = await fence.WindAt([.. points.Values.Where(one => one.EnterpriseId == point.EnterpriseId).Select(one => one.Id)], from, to, cancellationToken).ConfigureAwait(false);
        List<EvidenceHour> hours = [.. Enumerable.Range(0, (int)Math.Ceiling((to - from).TotalHours)).Select(hour => from.AddHours(hour)).Select(at => new EvidenceHour(at, values.GetValueOrDefault(at), wind.GetValueOrDefault(at).Speed, wind.GetValueOrDefault(at).From))];
        var around = await peaks.Find(channel.FactorCode, channel.Unit, [.. points.Keys], to.AddDays(-FenceWatch.DaysBack), to, cancellationToken, hasWind: false).ConfigureAwait(false);
        var owner = point.OwnerOn(ParkWords.DayOf(from));
        var seen = around.Where(row => row.Peak.PointId != point.Id && row.Peak.From < to.AddHours(1) && from < row.Peak.To.AddHours(1)).ToLookup(row => points[row.Peak.PointId].OwnerOn(ParkWords.DayOf(from)) ?? 0, row => row.Peak.Point);
        var candidates = await Around(point, owner, hours, seen, channel.FactorCode, ParkTime.FromUtc(from).Year, cancellationToken).ConfigureAwait(false);
        return new(channelId, point.FormerOwners.Find(one => one.EnterpriseId == owner && owner != point.EnterpriseId)?.Enterprise ?? point.Enterprise, point.Name, channel.FactorCode, channel.Name, channel.Unit, from, to, Peaks.Threshold([.. month.Select(hour => hour.Value)]), source, hours, candidates);
    }

    private static DateTime Hour(DateTime time) => new(time.Year, time.Month, time.Day, time.Hour, 0, 0, DateTimeKind.Utc);

    private async Task<IReadOnlyList<PeakCandidate>> Around(MonitoringPoint point, int? owner, List<EvidenceHour> hours, ILookup<int, string> seen, string factor, int year, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(one => (one.Longitude != null && one.Latitude != null) || one.Boundary != "").Select(one => new { one.Id, one.Name, one.Longitude, one.Latitude, one.Boundary }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var here = GeoShape.Point(point.Longitude!.Value, point.Latitude!.Value);
        var found = new List<PeakCandidate>();
        foreach (var one in enterprises)
        {
            var area = one.Boundary.Length > 0 && GeoShape.Read(one.Boundary) is { IsOk: true } read ? read.Value : null;
            var middle = area?.Centroid ?? (one is { Longitude: { } x, Latitude: { } y } ? GeoShape.Point(x, y) : null);
            if (middle is null || GeoShape.Way(here, area ?? middle).Metres is var metres && metres > Reach)
                continue;
            var bearing = GeoShape.Way(here, middle).Bearing;
            found.Add(new(one.Id, one.Name, metres, bearing, hours.Count(hour => hour.Value is not null && PeakEvidence.IsFrom(hour, bearing)), null, [.. seen[one.Id].Distinct()], one.Id == owner));
        }

        List<PeakCandidate> likeliest = [.. found.OrderByDescending(one => one.Upwind).ThenByDescending(one => one.IsOwner).ThenBy(one => one.Metres)];
        for (var at = 0; at < Math.Min(MostLooked, likeliest.Count); at++)
            likeliest[at] = likeliest[at] with { Listed = await Listed(likeliest[at].EnterpriseId, factor, year, cancellationToken).ConfigureAwait(false) };
        return likeliest;
    }

    /// <summary>Where the data of its year show the factor.</summary>
    private async Task<IReadOnlyList<FactorSource>> Listed(int enterprise, string factor, int year, CancellationToken cancellationToken)
    {
        var (key, found) = (ManualFactors.KeyOf(factor), new List<FactorSource>());
        // What the park fixes is the same whoever of it looks; an enterprise sees its own data as it may.
        using var turn = Actor.As(Actor.Current.EnterpriseId is null ? Actor.System : Actor.Current);
        foreach (var source in traces)
        {
            if (await source.Read(year, enterprise, cancellationToken).ConfigureAwait(false) is { } shown)
                found.AddRange(shown.Where(one => one.Medium != PollutantTrace.Water && ManualFactors.KeyOf(one.Factor) == key).Select(one => new FactorSource(TraceWords.Kinds[one.Kind], one.Where)));
        }

        return [.. found.Distinct()];
    }
}
