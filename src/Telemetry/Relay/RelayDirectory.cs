using System.Diagnostics;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <inheritdoc cref="IRelayDirectory"/>
internal sealed class RelayDirectory(IDbContextFactory<ParkDb> databases, IDeviceRegistry registry, RelayBacklogs backlogs, RelayReach reach, TimeProvider clock) : IRelayDirectory
{
    private static Problem? Forbidden => Rights.Missing(TelemetryPermissions.EditRelay, "登记、暂停上级平台转发");

    private static bool MaySee => Actor.Current.EnterpriseId is null && Actor.Current.May(TelemetryPermissions.ViewMonitoring);

    public async Task<IReadOnlyList<RelayStatus>> All(CancellationToken cancellationToken)
    {
        if (!MaySee)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var platforms = await db.Set<UpperPlatform>().AsNoTracking().Include(platform => platform.Devices).OrderBy(platform => platform.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        var states = await db.Set<RelayState>().AsNoTracking().ToDictionaryAsync(state => state.PlatformId, cancellationToken).ConfigureAwait(false);
        var holds = await db.Set<RelayHold>().AsNoTracking().OrderBy(hold => hold.Since).ToListAsync(cancellationToken).ConfigureAwait(false);
        var all = new List<RelayStatus>();
        foreach (var platform in platforms)
        {
            all.Add(new RelayStatus(
                platform, states[platform.Id], await backlogs.Of(platform, cancellationToken).ConfigureAwait(false), holds.FindAll(hold => hold.PlatformId == platform.Id)));
        }

        return all;
    }

    public async Task<RelayStatus?> Find(int id, CancellationToken cancellationToken) =>
        (await All(cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Platform.Id == id);

    public async Task<IReadOnlyList<RelayEvent>> Events(int id, int most, CancellationToken cancellationToken)
    {
        if (!MaySee)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<RelayEvent>().AsNoTracking().Where(one => one.PlatformId == id).OrderByDescending(one => one.Id).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<UpperPlatform>> Save(UpperPlatform platform, CancellationToken cancellationToken)
    {
        if ((Forbidden ?? RelayRules.Check(platform, registry.Current)) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<UpperPlatform>().AnyAsync(other => other.Name == platform.Name && other.Id != platform.Id, cancellationToken).ConfigureAwait(false))
            return new Problem("name-taken", $"已有名为“{platform.Name}”的上级平台。", nameof(UpperPlatform.Name));
        if (platform.StartsAt == default || platform.StartsAt > clock.UtcNow())
            platform.StartsAt = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (platform.Id == 0)
        {
            db.Add(platform);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            db.Add(new RelayState { PlatformId = platform.Id, Revision = 1, LinkSince = clock.UtcNow() });
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (await db.Set<UpperPlatform>().Include(one => one.Devices).SingleOrDefaultAsync(one => one.Id == platform.Id, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            await Change(db, stored, platform, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            return new Problem("not-found", "这个上级平台已被删除，请刷新。");
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return platform;
    }

    public async Task<Outcome<UpperPlatform>> Remove(int id, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<UpperPlatform>().Include(one => one.Devices).SingleOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } platform)
            return NotThere;
        db.Remove(platform);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return platform;
    }

    public async Task<Outcome<UpperPlatform>> Enable(int id, bool isEnabled, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<UpperPlatform>().FindAsync([id], cancellationToken).ConfigureAwait(false) is not { } platform)
            return NotThere;
        platform.IsEnabled = isEnabled;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return platform;
    }

    public async Task<Outcome<RelayHold>> Hold(int id, int deviceId, string reason, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("no-reason", "请写明暂缓的原因。", nameof(RelayHold.Reason));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await db.Set<RelayedDevice>().AnyAsync(one => one.PlatformId == id && one.DeviceId == deviceId, cancellationToken).ConfigureAwait(false))
            return new Problem("not-found", "这台数采仪没有转发到该平台，请刷新。");
        var hold = await db.Set<RelayHold>().FindAsync([id, deviceId], cancellationToken).ConfigureAwait(false)
            ?? db.Add(new RelayHold { PlatformId = id, DeviceId = deviceId, Since = clock.UtcNow() }).Entity;
        (hold.Reason, hold.RetryAt) = (reason.Trim(), null);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return hold;
    }

    public async Task<Outcome<RelayHold>> Release(int id, int deviceId, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<RelayHold>().FindAsync([id, deviceId], cancellationToken).ConfigureAwait(false) is not { } hold)
            return new Problem("not-found", "这台数采仪没有暂缓，请刷新。");
        db.Remove(hold);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return hold;
    }

    public async Task<Outcome<string>> Test(UpperPlatform platform, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        var watch = Stopwatch.StartNew();
        try
        {
            var (client, stream) = await UpperConnection.Open(platform, reach, cancellationToken).ConfigureAwait(false);
            await stream.DisposeAsync().ConfigureAwait(false);
            client.Dispose();
            return $"已连上 {platform.Host}:{platform.Port}{(platform.UsesTls ? "（TLS）" : "")}，用时 {watch.ElapsedMilliseconds} 毫秒。HJ 212 没有登录，MN 和密码是否正确要看上级平台对报文的应答。";
        }
        catch (IOException exception)
        {
            return new Problem("not-reached", exception.Message);
        }
    }

    private static Problem NotThere => new("not-found", "没有这个上级平台，它可能已被删除。");

    private async Task Change(ParkDb db, UpperPlatform stored, UpperPlatform platform, CancellationToken cancellationToken)
    {
        var startsAnew = stored.StartsAt != platform.StartsAt;
        db.Entry(stored).CurrentValues.SetValues(platform);
        foreach (var gone in stored.Devices.Where(one => platform.Devices.TrueForAll(other => other.DeviceId != one.DeviceId)).ToList())
            stored.Devices.Remove(gone);
        foreach (var relayed in platform.Devices)
        {
            if (stored.Devices.Find(one => one.DeviceId == relayed.DeviceId) is { } known)
                (known.Mn, known.Password, known.SystemCode) = (relayed.Mn, relayed.Password, relayed.SystemCode);
            else
                stored.Devices.Add(new RelayedDevice { DeviceId = relayed.DeviceId, Mn = relayed.Mn, Password = relayed.Password, SystemCode = relayed.SystemCode });
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await Tidy(db, stored, startsAnew, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What no longer holds goes; who was refused is tried again at once, as something may have been put right.</summary>
    private async Task Tidy(ParkDb db, UpperPlatform stored, bool startsAnew, CancellationToken cancellationToken)
    {
        var (id, now, devices) = (stored.Id, clock.UtcNow(), stored.Devices.Select(one => one.DeviceId).ToList());
        await db.Set<OwedTelegram>().Where(owed => owed.PlatformId == id && (startsAnew || !devices.Contains(owed.DeviceId))).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<RelayHold>().Where(hold => hold.PlatformId == id && !devices.Contains(hold.DeviceId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<RelayHold>().Where(hold => hold.PlatformId == id && hold.RetryAt != null).ExecuteUpdateAsync(set => set.SetProperty(hold => hold.RetryAt, now), cancellationToken).ConfigureAwait(false);
        if (startsAnew)
            await db.Set<RelayCursor>().Where(cursor => cursor.PlatformId == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<RelayState>().Where(state => state.PlatformId == id).ExecuteUpdateAsync(set => set.SetProperty(state => state.Revision, state => state.Revision + 1), cancellationToken).ConfigureAwait(false);
    }
}
