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

    /// <summary>One station; null where there is none.</summary>
    public async Task<QualityStation?> Find(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<QualityStation>().AsNoTracking().FirstOrDefaultAsync(station => station.Id == id, cancellationToken).ConfigureAwait(false);
    }
}
