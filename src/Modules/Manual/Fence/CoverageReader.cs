using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Geometry;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>How an enterprise's fence is covered.</summary>
/// <param name="IsCentreKnown">The bearings are seen from the place of the enterprise; else from the middle of its points.</param>
public sealed record EnterpriseCoverage(int EnterpriseId, string Enterprise, int Automatic, int Manual, bool IsCentreKnown, Coverage Coverage, string WindSource)
{
    /// <summary>Place from which the bearings are seen, WGS 84 degrees.</summary>
    public double Longitude { get; init; }

    public double Latitude { get; init; }

    /// <summary>From there to the farthest point, metres.</summary>
    public double Metres { get; init; }
}

/// <summary>Looks at where the points of each enterprise's fence lie, automatic and manual, within the actor's scope.</summary>
public sealed class CoverageReader(IDbContextFactory<ParkDb> databases, FenceReader fence, FenceWinds wind)
{
    /// <param name="from">UTC, of the wind.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<IReadOnlyList<EnterpriseCoverage>> Read(int? enterprise, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(one => enterprise == null || one.Id == enterprise).Select(one => new { one.Id, one.Name, one.Longitude, one.Latitude }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var manual = (await db.Set<ManualPoint>().AsNoTracking().Where(point => point.Kind == PointKinds.FenceLine && point.Longitude != null && point.Latitude != null && (enterprise == null || point.EnterpriseId == enterprise)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(point => point.EnterpriseId);
        var automatic = fence.Points().ToLookup(point => point.EnterpriseId!.Value);
        var winds = await wind.All(from, to, cancellationToken).ConfigureAwait(false);
        var found = new List<EnterpriseCoverage>();
        foreach (var one in enterprises.Where(one => manual[one.Id].Any() || automatic[one.Id].Any()))
        {
            List<(int Id, string Name, double Longitude, double Latitude)> places = [.. automatic[one.Id].Select(point => (point.Id, point.Name, point.Longitude!.Value, point.Latitude!.Value)), .. manual[one.Id].Select(point => (-point.Id, point.Name, point.Longitude!.Value, point.Latitude!.Value))];
            var (x, y) = one is { Longitude: { } u, Latitude: { } v } ? (u, v) : (places.Average(place => place.Longitude), places.Average(place => place.Latitude));
            // Without the enterprise's own place a single point has no direction.
            if (one.Longitude is null && places.Count < 2)
                continue;
            var source = wind.Places(automatic[one.Id].Select(point => point.Id).ToHashSet(), x, y).Select(place => place.Point).FirstOrDefault(point => winds.ContainsKey(point.Id));
            found.Add(new(one.Id, one.Name, automatic[one.Id].Count(), manual[one.Id].Count(), one.Longitude is not null, Coverage.Of(WindPairs.Around(places, (x, y)), source is null ? [] : winds[source.Id].Values), source?.Name ?? "")
            {
                Longitude = x,
                Latitude = y,
                Metres = places.Max(place => GeoShape.Way(GeoShape.Point(x, y), GeoShape.Point(place.Longitude, place.Latitude)).Metres),
            });
        }

        return [.. found.OrderByDescending(one => one.Coverage.BlindShare ?? 1).ThenBy(one => one.Enterprise, StringComparer.Ordinal)];
    }
}
