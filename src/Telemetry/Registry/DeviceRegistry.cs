using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry in the park's database with a snapshot of it in memory.</summary>
internal sealed class DeviceRegistry(IDbContextFactory<ParkDb> databases, ITelegramLog log, Lazy<ITelegramReplay> replay, TimeProvider clock) : IDeviceRegistry
{
    private readonly SemaphoreSlim _reload = new(1);
    private volatile RegistrySnapshot _current = RegistrySnapshot.Empty;
    private long _version;

    public event Action? Changed;

    public RegistrySnapshot Current => _current;

    public async Task<Outcome<Device>> Save(Device device, CancellationToken cancellationToken)
    {
        if (DeviceRules.Check(device) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<Device>().AnyAsync(other => other.Mn == device.Mn && other.Id != device.Id, cancellationToken).ConfigureAwait(false))
            return new Problem("mn-taken", $"MN {device.Mn} 已登记在另一台数采仪上，请核对后再保存。", nameof(Device.Mn));
        if (device.Id == 0)
            device.RegisteredAt = clock.UtcNow();
        return await Store(db, device, device.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, CancellationToken cancellationToken)
    {
        if (DeviceRules.Check(point) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Store(db, point, point.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Channel>> Save(Channel channel, CancellationToken cancellationToken)
    {
        if (DeviceRules.Check(channel) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var taken = await db.Set<Channel>().AnyAsync(
            other => other.DeviceId == channel.DeviceId && other.FactorCode == channel.FactorCode && other.Id != channel.Id, cancellationToken).ConfigureAwait(false);
        if (taken)
        {
            await Refresh(cancellationToken).ConfigureAwait(false); // Perhaps another node made it a moment ago.
            return new Problem("factor-taken", $"这台数采仪已有因子 {channel.FactorCode} 的通道。", nameof(Channel.FactorCode));
        }

        return await Store(db, channel, channel.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Device>> RegisterUnknown(string mn, string name, MonitoringPoint point, CancellationToken cancellationToken)
    {
        var samples = await log.ReadOn(new LogFilter { Mn = mn, Verdict = Verdict.Quarantined }, 0, 1, cancellationToken).ConfigureAwait(false);
        if (samples.Count == 0)
            return new Problem("nothing-quarantined", $"没有 MN 为 {mn} 的待登记报文，它可能刚被登记，请刷新页面。");
        if (!Telegram.TryParse(new(samples[0].Raw), null, out var telegram, out _))
            return new Problem("unreadable", "待登记报文无法解析，请在设备页手工登记。");

        var savedPoint = await Save(point, cancellationToken).ConfigureAwait(false);
        if (!savedPoint.IsOk)
            return savedPoint.Problem;

        var device = await Save(DeviceFrom(telegram!, name), cancellationToken).ConfigureAwait(false);
        if (!device.IsOk)
            return device;

        foreach (var channel in ChannelDiscovery.ChannelsOf(telegram!, device.Value.Id, savedPoint.Value.Id))
            await Save(channel, cancellationToken).ConfigureAwait(false);
        await replay.Value.Replay(new LogFilter { Mn = mn, Verdict = Verdict.Quarantined }, cancellationToken).ConfigureAwait(false);
        return device;
    }

    public async Task<Outcome<Device>> RemoveDevice(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var device = await db.Set<Device>().FindAsync([id], cancellationToken).ConfigureAwait(false);
        if (device is null)
            return new Problem("not-found", "没有这台数采仪，它可能已被删除。");
        db.Remove(device);
        await Commit(db, cancellationToken).ConfigureAwait(false);
        return device;
    }

    /// <inheritdoc/>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var version = await db.Set<RegistryVersion>().Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
        if (version != Interlocked.Read(ref _version))
            await Reload(db, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<T>> Store<T>(ParkDb db, T record, int id, CancellationToken cancellationToken)
        where T : class
    {
        if (id == 0)
            db.Entry(record).State = EntityState.Added;
        else if (await db.Set<T>().FindAsync([id], cancellationToken).ConfigureAwait(false) is { } stored)
            db.Entry(stored).CurrentValues.SetValues(record); // So that the audit log knows what it was before.
        else
            return new Problem("not-found", "这条登记已被删除，请刷新。");
        try
        {
            await Commit(db, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException exception)
        {
            // Another session was faster, or a referenced record is gone: the state of the database decides, not ours.
            await Refresh(cancellationToken).ConfigureAwait(false);
            return new Problem("conflict", $"保存未成功，记录已被他人修改或所引用的记录不存在，请刷新后重试。（{exception.InnerException?.Message}）");
        }

        return record;
    }

    private async Task Commit(ParkDb db, CancellationToken cancellationToken)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false))
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await db.Set<RegistryVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await Reload(db, cancellationToken).ConfigureAwait(false);
    }

    private async Task Reload(ParkDb db, CancellationToken cancellationToken)
    {
        await _reload.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var version = await db.Set<RegistryVersion>().Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
            var devices = await db.Set<Device>().AsNoTracking().OrderBy(device => device.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
            var points = await db.Set<MonitoringPoint>().AsNoTracking().OrderBy(point => point.Enterprise).ThenBy(point => point.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
            var channels = await db.Set<Channel>().AsNoTracking().OrderBy(channel => channel.SortOrder).ThenBy(channel => channel.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            _current = new RegistrySnapshot(devices, points, channels);
            Interlocked.Exchange(ref _version, version);
        }
        finally
        {
            _reload.Release();
        }

        Changed?.Invoke();
    }

    private static Device DeviceFrom(Telegram telegram, string name) => new()
    {
        Mn = telegram.Mn,
        Name = name,
        Password = System.Text.Encoding.ASCII.GetString(telegram.PasswordText),
        SystemCode = telegram.SystemCode,
        // Flag 8 and 9 with ST=21 were used by surface-water stations long before 2025, so the bits are only a default.
        Version = telegram switch
        {
            { Flag: null } => ProtocolVersion.V2005,
            { SystemCode: "21", Flag.Version: ProtocolVersion.V2025 } => ProtocolVersion.V2017,
            { Flag: { } flag } => flag.Version,
        },
        // The person who registers it has seen the telegram; what it shows is accepted of this device from now on.
        Tolerances = telegram.Deviations,
    };
}
