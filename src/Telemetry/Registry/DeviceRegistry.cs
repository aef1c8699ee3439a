using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry in the park's database with a snapshot of it in memory.</summary>
internal sealed class DeviceRegistry(IDbContextFactory<ParkDb> databases, ITelegramLog log, Lazy<ITelegramReplay> replay, RecordTypes types, TimeProvider clock) : IDeviceRegistry
{
    /// <summary>Quarantined telegrams that are looked at for one that can be read.</summary>
    private const int MostSamples = 50;

    private readonly SemaphoreSlim _reload = new(1);
    private volatile RegistrySnapshot _current = RegistrySnapshot.Empty;
    private long _version;

    public event Action? Changed;

    private static Problem? Forbidden => Rights.Missing(TelemetryPermissions.EditDevices, "登记、修改数采仪");

    public RegistrySnapshot Current => Actor.Current.EnterpriseId is { } own ? _current.Of(own) : _current;

    public async Task<Outcome<Device>> Save(Device device, CancellationToken cancellationToken)
    {
        if ((Forbidden ?? DeviceRules.Check(device)) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        // Two that differ in case alone are one to people, to forms and to imports.
        var upper = device.Mn.ToUpperInvariant();
        if (await db.Set<Device>().AsNoTracking().FirstOrDefaultAsync(other => other.Mn.ToUpper() == upper && other.Id != device.Id, cancellationToken).ConfigureAwait(false) is { } taken)
            return TakenBy(taken);
        if (device.Id == 0)
            device.RegisteredAt = clock.UtcNow();
        if (device.EncryptionKey != _current.DeviceById.GetValueOrDefault(device.Id)?.EncryptionKey)
            device.KeySince = device.EncryptionKey is { Length: > 0 } ? clock.UtcNow() : null;
        return await Store(db, device, device.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, DateOnly? ownerSince, CancellationToken cancellationToken)
    {
        if ((Forbidden ?? DeviceRules.Check(point)) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Assign(db, point, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (point.Id != 0 && await Ownership.Note(db, point, ownerSince, clock, cancellationToken).ConfigureAwait(false) is { } wrong)
            return wrong;
        return await Store(db, point, point.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Channel>> Save(Channel channel, CancellationToken cancellationToken)
    {
        if ((Forbidden ?? DeviceRules.Check(channel)) is { } problem)
            return problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        // Readings of the factor at this point may have been imported, or sent by a device that is out of service: the device then goes on with that channel.
        var imported = await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(
            other => (other.DeviceId == null || other.Device!.RetiredAt != null) && other.PointId == channel.PointId && other.FactorCode == channel.FactorCode && other.Id != channel.Id, cancellationToken).ConfigureAwait(false);
        if (imported is not null && channel.Id == 0)
            channel.Id = imported.Id;
        var taken = await db.Set<Channel>().AnyAsync(
            other => other.DeviceId == channel.DeviceId && channel.DeviceId != null && other.FactorCode == channel.FactorCode && other.Id != channel.Id, cancellationToken).ConfigureAwait(false);
        if (taken)
        {
            await Refresh(cancellationToken).ConfigureAwait(false); // Perhaps another node made it a moment ago.
            return new Problem("factor-taken", $"这台数采仪已有因子 {channel.FactorCode} 的通道。", nameof(Channel.FactorCode));
        }

        if (await Ownership.ForbidsMove(db, channel, cancellationToken).ConfigureAwait(false) is { } forbids)
            return forbids;
        return await Store(db, channel, channel.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Problem?> Add(IReadOnlyList<Channel> found, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (devices, points, codes) = (found.Select(one => one.DeviceId).Distinct().ToList(), found.Select(one => one.PointId).Distinct().ToList(), found.Select(one => one.FactorCode).ToList());
        var stored = await db.Set<Channel>().Include(one => one.Device)
            .Where(one => (devices.Contains(one.DeviceId) || ((one.DeviceId == null || one.Device!.RetiredAt != null) && points.Contains(one.PointId))) && codes.Contains(one.FactorCode))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var channel in found.DistinctBy(one => (one.DeviceId, one.FactorCode)))
        {
            if (stored.Exists(one => one.DeviceId == channel.DeviceId && one.FactorCode == channel.FactorCode))
                continue;
            // Readings of the factor may have been imported, or sent by a device that is out of service: the device then goes on with that channel.
            if (stored.FirstOrDefault(one => (one.DeviceId is null || one.Device?.RetiredAt is not null) && one.PointId == channel.PointId && one.FactorCode == channel.FactorCode) is { } imported)
                (channel.Id, imported.DeviceId, imported.OriginalCode) = (imported.Id, channel.DeviceId, channel.OriginalCode);
            else
                db.Add(channel);
        }

        return await TryCommit(db, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Device>> RegisterUnknown(string mn, string name, MonitoringPoint point, string? encryptionKey, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        if (_current.EverByMn(mn) is { } taken)
            return TakenBy(taken);
        if (!DeviceRules.IsMn(mn))
            return DeviceRules.BadMn;
        var samples = await log.ReadOn(new LogFilter { Mn = mn, Verdict = TelegramVerdict.Quarantined }, 0, MostSamples, cancellationToken).ConfigureAwait(false);
        var sample = SampleOf(mn, samples, encryptionKey);
        if (!sample.IsOk)
            return sample.Problem;
        var telegram = sample.Value;

        var savedPoint = await Save(point, null, cancellationToken).ConfigureAwait(false);
        if (!savedPoint.IsOk)
            return savedPoint.Problem;

        var device = await Save(DeviceFrom(telegram, name, encryptionKey), cancellationToken).ConfigureAwait(false);
        if (!device.IsOk)
            return device;

        foreach (var channel in ChannelDiscovery.ChannelsOf(telegram, device.Value.Id, savedPoint.Value.Id))
            await Save(channel, cancellationToken).ConfigureAwait(false);
        await replay.Value.Replay(new LogFilter { Mn = mn, Verdict = TelegramVerdict.Quarantined }, cancellationToken).ConfigureAwait(false);
        return device;
    }

    public async Task<Outcome<Device>> Retire(int id, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > 500)
            return new Problem("no-reason", "请说明把数采仪移出登记的原因（500 字以内）。", nameof(reason));
        return await Change(id, device => device.RetiredAt is not null ? new Problem("retired", "这台数采仪已经移出登记。") : null, device => (device.RetiredAt, device.RetiredBecause) = (clock.UtcNow(), reason.Trim()), cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<Outcome<Device>> Restore(int id, CancellationToken cancellationToken)
    {
        var restored = await Change(id, device => device.RetiredAt is null ? new Problem("in-service", "这台数采仪没有移出登记。") : null, device => (device.RetiredAt, device.RetiredBecause) = (null, ""), cancellationToken)
            .ConfigureAwait(false);
        if (restored.IsOk)
            await replay.Value.Replay(new LogFilter { Mn = restored.Value.Mn, Verdict = TelegramVerdict.Quarantined }, cancellationToken).ConfigureAwait(false);
        return restored;
    }

    private static Problem TakenBy(Device other) => other.RetiredAt is { } at
        ? new Problem("mn-retired", $"MN {other.Mn} 属于已移出登记的数采仪“{other.Name}”（{ParkTime.FromUtc(at):yyyy-MM-dd}，原因：{other.RetiredBecause}），其数据和报文都在。仍是这台设备请恢复它；是另一台设备请在设备上改用新的 MN。", nameof(Device.Mn))
        : new Problem("mn-taken", $"MN {other.Mn}（不分大小写）已登记在另一台数采仪上，请核对后再保存。", nameof(Device.Mn));

    private async Task<Outcome<Device>> Change(int id, Func<Device, Problem?> objection, Action<Device> change, CancellationToken cancellationToken)
    {
        if (Forbidden is { } forbidden)
            return forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<Device>().FindAsync([id], cancellationToken).ConfigureAwait(false) is not { } device)
            return new Problem("not-found", "没有这台数采仪。");
        if (objection(device) is { } problem)
            return problem;
        change(device);
        return await TryCommit(db, cancellationToken).ConfigureAwait(false) is { } conflict ? conflict : device;
    }

    /// <inheritdoc/>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var version = await db.Set<RegistryVersion>().Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
        if (version != Interlocked.Read(ref _version))
            await Reload(db, version, cancellationToken).ConfigureAwait(false);
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
        return await TryCommit(db, cancellationToken).ConfigureAwait(false) is { } problem ? problem : record;
    }

    private async Task<Problem?> TryCommit(ParkDb db, CancellationToken cancellationToken)
    {
        try
        {
            await Commit(db, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (DbUpdateException exception)
        {
            // Another session was faster, or a referenced record is gone: the state of the database decides, not ours.
            await Refresh(cancellationToken).ConfigureAwait(false);
            return new Problem("conflict", $"保存未成功，记录已被他人修改或所引用的记录不存在，请刷新后重试。（{exception.InnerException?.Message}）");
        }
    }

    private async Task Commit(ParkDb db, CancellationToken cancellationToken)
    {
        long version;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false))
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await db.Set<RegistryVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken).ConfigureAwait(false);
            version = await db.Set<RegistryVersion>().Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await Reload(db, version, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads everything, unless somebody has read it at this version or later meanwhile: of many commits at once one reads for all.</summary>
    private async Task Reload(ParkDb db, long atLeast, CancellationToken cancellationToken)
    {
        await _reload.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var turn = Actor.As(Actor.System); // It is read for everybody, whoever made it necessary.
        try
        {
            if (Interlocked.Read(ref _version) >= atLeast)
                return;
            var version = await db.Set<RegistryVersion>().Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
            var devices = await db.Set<Device>().AsNoTracking().OrderBy(device => device.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
            var points = await db.Set<MonitoringPoint>().AsNoTracking().Include(point => point.FormerOwners).OrderBy(point => point.Enterprise).ThenBy(point => point.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
            await Name(db, points, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Of id and name of the enterprise the id counts; a name alone means the record of that name, if there is one.</summary>
    /// <returns>The refusal where the id is nobody's.</returns>
    private async Task<Outcome<MonitoringPoint>?> Assign(ParkDb db, MonitoringPoint point, CancellationToken cancellationToken)
    {
        if (types.All.FirstOrDefault(type => type.IsEnterpriseItself) is not { } enterprises)
            return null;
        if (point.EnterpriseId is { } id)
        {
            if (await enterprises.Titles(db, [id], cancellationToken).ConfigureAwait(false) is not [var known])
                return new Problem("unknown-enterprise", $"企业档案中没有编号为 {id} 的企业。", nameof(MonitoringPoint.EnterpriseId));
            point.Enterprise = known.Title;
        }
        else if (point.Enterprise.Length > 0 && await enterprises.ByTitles(db, [point.Enterprise], cancellationToken).ConfigureAwait(false) is [var only])
        {
            point.EnterpriseId = only.Id;
        }

        return null;
    }

    /// <summary>Enterprises as they are called now.</summary>
    private async Task Name(ParkDb db, IReadOnlyList<MonitoringPoint> points, CancellationToken cancellationToken)
    {
        var formers = points.SelectMany(point => point.FormerOwners).ToList();
        var ids = points.Select(point => point.EnterpriseId).OfType<int>().Concat(formers.Select(former => former.EnterpriseId)).Distinct().ToList();
        if (ids.Count == 0 || types.All.FirstOrDefault(type => type.IsEnterpriseItself) is not { } enterprises)
            return;
        var names = (await enterprises.Titles(db, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Title);
        foreach (var point in points.Where(point => point.EnterpriseId is { } id && names.ContainsKey(id)))
            point.Enterprise = names[point.EnterpriseId!.Value];
        foreach (var former in formers)
            former.Enterprise = names.GetValueOrDefault(former.EnterpriseId, "");
    }

    /// <summary>The first of the telegrams that can be read; a key that opens none of the encrypted ones is not theirs.</summary>
    private static Outcome<Telegram> SampleOf(string mn, IReadOnlyList<LogEntry> samples, string? encryptionKey)
    {
        if (samples.Count == 0)
            return new Problem("nothing-quarantined", $"没有 MN 为 {mn} 的待登记报文，它可能刚被登记，请刷新页面。");
        var hasKey = encryptionKey is { Length: > 0 };
        if (hasKey && !DeviceRules.IsKey(encryptionKey!))
            return new Problem("bad-key", "SM4 密钥应为 32 位十六进制数字（16 字节）。", nameof(Device.EncryptionKey));
        var encrypted = samples.Where(one => Telegram.HeadOf(new(one.Raw)) is not null).ToList();
        if (encrypted.Count > 0 && !hasKey)
            return new Problem("needs-key", "该数采仪的数据区已加密，请填写 SM4 密钥。", nameof(Device.EncryptionKey));
        var keys = hasKey ? new GivenKey(encryptionKey!) : null;
        foreach (var one in encrypted.Count > 0 ? encrypted : samples)
        {
            if (Telegram.TryParse(new(one.Raw), keys, out var telegram, out _))
                return telegram!;
        }

        return encrypted.Count > 0
            ? new Problem("wrong-key", "这个 SM4 密钥解不开已保留的报文，请核对。", nameof(Device.EncryptionKey))
            : new Problem("unreadable", "待登记报文无法解析，请在设备页手工登记。");
    }

    private static Device DeviceFrom(Telegram telegram, string name, string? encryptionKey) => new()
    {
        Mn = telegram.Mn,
        EncryptionKey = encryptionKey is { Length: > 0 } ? encryptionKey : null,
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
