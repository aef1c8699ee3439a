using EcoPark.Alarms;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Stations;

/// <summary>The stations, in the order pages show them.</summary>
public sealed class StationList(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Stations of one medium, by name.</summary>
    public async Task<IReadOnlyList<QualityStation>> Of(QualityMedium medium, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<QualityStation>().AsNoTracking().Where(station => station.Medium == medium.Title).OrderBy(station => station.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Alarms at the points of stations → what was measured there.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Links(IReadOnlyList<Alarm> alarms, CancellationToken cancellationToken)
    {
        var points = alarms.Select(alarm => alarm.PointId).OfType<int>().Distinct().ToList();
        if (points.Count == 0)
            return new Dictionary<int, string>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var stations = (await db.Set<QualityStation>().AsNoTracking().Where(station => station.PointId != null && points.Contains(station.PointId.Value))
            .Select(station => new { station.Id, station.PointId, station.Medium }).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(station => station.PointId);
        return alarms.Where(alarm => alarm.PointId is not null).Select(alarm => (alarm.Id, Station: stations[alarm.PointId].FirstOrDefault()))
            .Where(one => one.Station is not null && QualityMedium.OfTitle(one.Station.Medium) is not null)
            .ToDictionary(one => one.Id, one => $"/quality/{QualityMedium.OfTitle(one.Station!.Medium)!.Key}/data?station={one.Station.Id}");
    }

    /// <summary>One station; null where there is none.</summary>
    public async Task<QualityStation?> Find(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<QualityStation>().AsNoTracking().FirstOrDefaultAsync(station => station.Id == id, cancellationToken).ConfigureAwait(false);
    }
}
