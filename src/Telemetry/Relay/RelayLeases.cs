using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>Which node serves which platform: a name and a time in the database, taken over when the time has run out.</summary>
internal sealed class RelayLeases(IDbContextFactory<ParkDb> databases, NodeOptions node, TimeProvider clock)
{
    /// <summary>Takes the platform, or keeps it.</summary>
    /// <returns>False where another node holds it.</returns>
    public async Task<bool> Take(int platformId, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<RelayState>()
            .Where(state => state.PlatformId == platformId && (state.Holder == node.Name || state.Holder == "" || state.HeldUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(state => state.Holder, node.Name).SetProperty(state => state.HeldUntil, now + duration), cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Leaves the platform to whoever comes next.</summary>
    public async Task LetGo(int platformId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<RelayState>().Where(state => state.PlatformId == platformId && state.Holder == node.Name).ExecuteUpdateAsync(
            set => set.SetProperty(state => state.Holder, "").SetProperty(state => state.Link, RelayLink.Idle).SetProperty(state => state.LinkSince, now), cancellationToken).ConfigureAwait(false);
    }
}
