using System.Collections.Concurrent;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>What waits to be sent to a platform.</summary>
/// <param name="Count">Telegrams, counted up to <see cref="Most"/>.</param>
/// <param name="Owed">Of these, how many the cursor has passed: of devices that are held, or accepted afterwards.</param>
/// <param name="OldestAt">Arrival of the oldest, UTC.</param>
public sealed record RelayBacklog(long Count, long Owed, DateTime? OldestAt)
{
    public const int Most = 100_000;
}

/// <summary>Counts backlogs; the same is not counted twice within three seconds, however many look.</summary>
internal sealed class RelayBacklogs(ITelegramLog log, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<int, (DateTime At, RelayBacklog Backlog)> _counted = new();

    public async Task<RelayBacklog> Of(UpperPlatform platform, CancellationToken cancellationToken)
    {
        if (_counted.TryGetValue(platform.Id, out var counted) && clock.UtcNow() - counted.At < Valid)
            return counted.Backlog;

        var selection = RelaySelection.Of(platform, registry.Current).Lane;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var cursors = await db.Set<RelayCursor>().Where(cursor => cursor.PlatformId == platform.Id).ToDictionaryAsync(cursor => cursor.Lane, cursor => cursor.ThroughId, cancellationToken).ConfigureAwait(false);
        var waiting = new LaneTally(0, null);
        foreach (var lane in await log.Lanes(cancellationToken).ConfigureAwait(false))
        {
            var through = cursors.TryGetValue(lane, out var id) ? id : await log.LastBefore(lane, platform.StartsAt, cancellationToken).ConfigureAwait(false);
            waiting += await log.Tally(lane, through, selection, RelayBacklog.Most, cancellationToken).ConfigureAwait(false);
        }

        var rows = db.Set<OwedTelegram>().Where(one => one.PlatformId == platform.Id);
        var owed = new LaneTally(await rows.LongCountAsync(cancellationToken).ConfigureAwait(false), await rows.MinAsync(one => (DateTime?)one.At, cancellationToken).ConfigureAwait(false));
        var all = waiting + owed;
        var backlog = new RelayBacklog(Math.Min(all.Count, RelayBacklog.Most), owed.Count, all.OldestAt);
        _counted[platform.Id] = (clock.UtcNow(), backlog);
        return backlog;
    }
}
