using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>Another node serves the platform now, or its registration has changed: whatever this sender has in hand is another's to send.</summary>
internal sealed class RelayLostException() : Exception("The platform is served anew.");

/// <summary>
/// What a sender writes down of one platform. Whatever moves a cursor or settles what is owed does so only while this node holds the platform, in
/// the same statement or transaction: two nodes can never both go on.
/// </summary>
/// <param name="platformId">The platform.</param>
/// <param name="revision">Of its registration, as the sender works with it.</param>
internal sealed class RelayLedger(int platformId, int revision, IDbContextFactory<ParkDb> databases, NodeOptions node)
{
    /// <summary>Ends a sender whose platform is another's, or whose registration has changed.</summary>
    public async Task Verify(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await Held(db).AnyAsync(state => state.Revision == revision, cancellationToken).ConfigureAwait(false))
            throw new RelayLostException();
    }

    public async Task<Dictionary<string, long>> Cursors(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<RelayCursor>().Where(cursor => cursor.PlatformId == platformId).ToDictionaryAsync(cursor => cursor.Lane, cursor => cursor.ThroughId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A cursor for a lane that has none yet.</summary>
    public async Task PlaceCursor(string lane, long throughId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await Fence(db, isCurrent: true, cancellationToken).ConfigureAwait(false);
        db.Add(new RelayCursor { PlatformId = platformId, Lane = lane, ThroughId = throughId });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task Advance(string lane, long throughId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await Advance(db, lane, throughId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Passes a telegram and notes it as owed; with a hold where that is new.</summary>
    public async Task AdvanceOwing(string lane, OwedTelegram owed, RelayHold? hold, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await Advance(db, lane, owed.LogId, cancellationToken).ConfigureAwait(false);
        await Note(db, platformId, [owed], cancellationToken).ConfigureAwait(false);
        if (hold is not null)
            await Put(db, hold, cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Holds a device, or holds it on.</summary>
    public async Task HoldDevice(RelayHold hold, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await Put(db, hold, cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The device was served again.</summary>
    public async Task Release(int deviceId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<RelayHold>().FindAsync([platformId, deviceId], cancellationToken).ConfigureAwait(false) is not { } hold)
            return;
        db.Remove(hold);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Dictionary<int, RelayHold>> Holds(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<RelayHold>().AsNoTracking().Where(hold => hold.PlatformId == platformId).ToDictionaryAsync(hold => hold.DeviceId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Devices that telegrams are owed of.</summary>
    public async Task<HashSet<int>> Owing(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<OwedTelegram>().Where(owed => owed.PlatformId == platformId).Select(owed => owed.DeviceId).Distinct().ToHashSetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next that are owed of some devices, by arrival.</summary>
    public async Task<List<OwedTelegram>> Owed(IReadOnlyCollection<int> devices, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<OwedTelegram>().AsNoTracking().Where(owed => owed.PlatformId == platformId && devices.Contains(owed.DeviceId))
            .OrderBy(owed => owed.At).ThenBy(owed => owed.LogId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Telegrams are no longer owed.</summary>
    public async Task Settle(IReadOnlyCollection<long> logIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await Fence(db, isCurrent: false, cancellationToken).ConfigureAwait(false);
        await db.Set<OwedTelegram>().Where(owed => owed.PlatformId == platformId && logIds.Contains(owed.LogId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of some entries whose QN is that of a command of ours.</summary>
    public async Task<HashSet<long>> AnswersToCommands(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var (mns, qns, since) = (entries.Select(entry => entry.Mn).Distinct().ToList(), entries.Select(entry => entry.Qn).Distinct().ToList(), entries.Min(entry => entry.At).AddDays(-1));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var commands = await db.Set<CommandRecord>().Where(command => mns.Contains(command.Mn) && command.RequestedAt > since && qns.Contains(command.Qn))
            .Select(command => new { command.Mn, command.Qn }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. entries.Where(entry => commands.Exists(command => command.Mn == entry.Mn && command.Qn == entry.Qn)).Select(entry => entry.Id)];
    }

    /// <summary>Adds what is not owed already.</summary>
    internal static async Task Note(ParkDb db, int platformId, IReadOnlyCollection<OwedTelegram> owed, CancellationToken cancellationToken)
    {
        var ids = owed.Select(one => one.LogId).ToList();
        var known = await db.Set<OwedTelegram>().Where(one => one.PlatformId == platformId && ids.Contains(one.LogId)).Select(one => one.LogId).ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        db.AddRange(owed.Where(one => !known.Contains(one.LogId)));
    }

    private IQueryable<RelayState> Held(ParkDb db) => db.Set<RelayState>().Where(state => state.PlatformId == platformId && state.Holder == node.Name);

    private async Task Advance(ParkDb db, string lane, long throughId, CancellationToken cancellationToken)
    {
        var held = Held(db);
        var moved = await db.Set<RelayCursor>().Where(cursor => cursor.PlatformId == platformId && cursor.Lane == lane && held.Any())
            .ExecuteUpdateAsync(set => set.SetProperty(cursor => cursor.ThroughId, throughId), cancellationToken).ConfigureAwait(false);
        if (moved == 0)
            throw new RelayLostException();
    }

    /// <summary>Locks the platform for the transaction.</summary>
    /// <param name="db">Within a transaction.</param>
    /// <param name="isCurrent">Also the registration must be the one this sender works with: what it was refused may have been put right since.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    private async Task Fence(ParkDb db, bool isCurrent, CancellationToken cancellationToken)
    {
        var held = Held(db).Where(state => !isCurrent || state.Revision == revision);
        if (await held.ExecuteUpdateAsync(set => set.SetProperty(state => state.Holder, node.Name), cancellationToken).ConfigureAwait(false) == 0)
            throw new RelayLostException();
    }

    private async Task Put(ParkDb db, RelayHold hold, CancellationToken cancellationToken)
    {
        await Fence(db, isCurrent: true, cancellationToken).ConfigureAwait(false);
        var held = await db.Set<RelayHold>().Where(one => one.PlatformId == hold.PlatformId && one.DeviceId == hold.DeviceId).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Reason, hold.Reason).SetProperty(one => one.RetryAt, hold.RetryAt), cancellationToken).ConfigureAwait(false);
        if (held == 0)
            db.Add(hold); // Only the begin and the end of a hold are in the audit log.
    }
}
