using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>Telegrams that are accepted only now, their device having been changed and the log replayed: the cursors may have passed them.</summary>
internal sealed class RelayDebts(IDbContextFactory<ParkDb> databases, IDeviceRegistry registry, TimeProvider clock)
{
    /// <summary>To be called before the verdict of the entries changes, so that none falls between cursor and debt.</summary>
    public async Task Note(IReadOnlyCollection<LogEntry> accepted, CancellationToken cancellationToken)
    {
        if (accepted.Count == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var platforms = await db.Set<UpperPlatform>().AsNoTracking().Include(platform => platform.Devices).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var platform in platforms)
        {
            var selection = RelaySelection.Of(platform, registry.Current);
            var owed = from entry in accepted
                       where entry.At >= platform.StartsAt
                       let device = selection.Find(entry)
                       where device is not null
                       select new OwedTelegram { PlatformId = platform.Id, LogId = entry.Id, DeviceId = device.DeviceId, At = entry.At, Since = clock.UtcNow() };
            await RelayLedger.Note(db, platform.Id, [.. owed], cancellationToken).ConfigureAwait(false);
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
