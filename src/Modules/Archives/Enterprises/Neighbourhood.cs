using EcoPark.Modules.Archives.Surroundings;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Geometry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>A sensitive receptor as an enterprise has it around.</summary>
public sealed record Neighbour(int Id, string Name, string Kind, int? Population, double Metres, string Direction);

/// <summary>What lies around an enterprise.</summary>
public sealed class Neighbourhood(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Receptors by distance from the site's boundary, or from its place where there is none.</summary>
    /// <returns>Nothing where the enterprise has neither.</returns>
    public async Task<(IReadOnlyList<Neighbour> Receptors, bool IsFromBoundary)> Of(int enterpriseId, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Enterprise>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == enterpriseId, cancellationToken) is not { } enterprise)
            return ([], false);
        var site = ParkDistance.ShapeOf(enterprise.Boundary);
        var from = site ?? ParkDistance.PointOf(enterprise.Longitude, enterprise.Latitude);
        if (from is null)
            return ([], false);
        var receptors = await db.Set<Receptor>().AsNoTracking().Where(one => one.Longitude != null && one.Latitude != null).ToListAsync(cancellationToken);
        var near = receptors.Select(one => (Receptor: one, Way: GeoShape.Way(from, GeoShape.Point(one.Longitude!.Value, one.Latitude!.Value)))).OrderBy(one => one.Way.Metres).Take(most);
        return ([.. near.Select(one => new Neighbour(one.Receptor.Id, one.Receptor.Name, one.Receptor.Kind, one.Receptor.Population, one.Way.Metres, GeoShape.Direction(one.Way.Bearing)))], site is not null);
    }
}
