using System.Collections.Concurrent;
using EcoPark.Platform;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry as the telemetry path and the pages read it: in memory, refreshed when records change, on every node.</summary>
public interface IDeviceRegistry
{
    /// <summary>What the running code may see: for an enterprise its own points, with their channels and devices, and those that it had (<see cref="RegistrySnapshot.TenureOf"/>).</summary>
    RegistrySnapshot Current { get; }

    /// <summary>Raised after <see cref="Current"/> was replaced.</summary>
    event Action? Changed;

    Task<Outcome<Device>> Save(Device device, CancellationToken cancellationToken);

    Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, CancellationToken cancellationToken) => Save(point, null, cancellationToken);

    /// <param name="ownerSince">First day on which the point belongs to its enterprise, in the park's zone, not after today; without it a new enterprise has it from today on, and all of it where the point was nobody's.</param>
    Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, DateOnly? ownerSince, CancellationToken cancellationToken);

    Task<Outcome<Channel>> Save(Channel channel, CancellationToken cancellationToken);

    /// <summary>Adds the channels that one telegram of a device has shown, all at once; those that are known already stay as they are.</summary>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    Task<Problem?> Add(IReadOnlyList<Channel> found, CancellationToken cancellationToken);

    /// <summary>Registers an unknown MN with what its telegrams show, makes a point for it, and replays its quarantined telegrams.</summary>
    /// <param name="mn">MN.</param>
    /// <param name="name">Name of the device.</param>
    /// <param name="point">The new point.</param>
    /// <param name="encryptionKey">SM4 key as 32 hexadecimal digits where the telegrams are encrypted; otherwise <see langword="null"/> or empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Outcome<Device>> RegisterUnknown(string mn, string name, MonitoringPoint point, string? encryptionKey, CancellationToken cancellationToken);

    /// <summary>Takes a device out of service, for a reason. Readings, telegrams, instruments and history stay and can be read as before; its MN is nobody else's; another device at the same points goes on with its channels.</summary>
    Task<Outcome<Device>> Retire(int id, string reason, CancellationToken cancellationToken);

    /// <summary>Takes it into service again, with the channels that no other device has gone on with, and replays what it has sent meanwhile.</summary>
    Task<Outcome<Device>> Restore(int id, CancellationToken cancellationToken);

    /// <summary>Reads the registry again if another node changed it.</summary>
    Task Refresh(CancellationToken cancellationToken);
}

/// <summary>Devices, points and channels at one moment; immutable. Entities in it are never changed.</summary>
public sealed class RegistrySnapshot
{
    public static readonly RegistrySnapshot Empty = new([], [], []);
    private readonly ConcurrentDictionary<int, RegistrySnapshot> _ofEnterprises = new();
    private readonly IReadOnlyDictionary<int, Device> _everById;
    private readonly IReadOnlyDictionary<int, Tenure>? _tenures;

    private RegistrySnapshot(IReadOnlyList<Device> devices, IReadOnlyList<MonitoringPoint> points, IReadOnlyList<Channel> channels, IReadOnlyDictionary<int, Tenure> tenures)
        : this(devices, points, channels) => _tenures = tenures;

    public RegistrySnapshot(IReadOnlyList<Device> devices, IReadOnlyList<MonitoringPoint> points, IReadOnlyList<Channel> channels)
    {
        Devices = [.. devices.Where(device => device.RetiredAt is null)];
        Retired = [.. devices.Where(device => device.RetiredAt is not null)];
        Points = points;
        Channels = channels;
        DeviceByMn = Devices.ToDictionary(device => device.Mn, StringComparer.Ordinal);
        DeviceById = Devices.ToDictionary(device => device.Id);
        _everById = devices.ToDictionary(device => device.Id);
        PointById = points.ToDictionary(point => point.Id);
        ChannelById = channels.ToDictionary(channel => channel.Id);
        ChannelsByDevice = channels.Where(channel => channel.DeviceId is not null).ToLookup(channel => channel.DeviceId!.Value);
        ChannelsByPoint = channels.ToLookup(channel => channel.PointId);
    }

    /// <summary>Those in service.</summary>
    public IReadOnlyList<Device> Devices { get; }

    /// <summary>Those taken out of service, whose data are kept.</summary>
    public IReadOnlyList<Device> Retired { get; }

    public IReadOnlyList<MonitoringPoint> Points { get; }

    public IReadOnlyList<Channel> Channels { get; }

    public IReadOnlyDictionary<string, Device> DeviceByMn { get; }

    public IReadOnlyDictionary<int, Device> DeviceById { get; }

    public IReadOnlyDictionary<int, MonitoringPoint> PointById { get; }

    public IReadOnlyDictionary<int, Channel> ChannelById { get; }

    public ILookup<int, Channel> ChannelsByDevice { get; }

    public ILookup<int, Channel> ChannelsByPoint { get; }

    /// <summary>The device that sends a channel, or sent it until it was taken out of service.</summary>
    public Device? DeviceOf(Channel channel) => channel.DeviceId is { } id ? EverById(id) : null;

    /// <summary>A device in service or not.</summary>
    public Device? EverById(int id) => _everById.GetValueOrDefault(id);

    /// <summary>A device in service or not.</summary>
    public Device? EverByMn(string mn) => DeviceByMn.GetValueOrDefault(mn) ?? Retired.FirstOrDefault(device => device.Mn == mn);

    /// <summary>When the readings of a channel belong to whom this snapshot was made for; never where it has no such channel.</summary>
    public Tenure TenureOf(int channelId) => _tenures is null ? Tenure.Always
        : ChannelById.TryGetValue(channelId, out var channel) ? TenureOfPoint(channel.PointId) : Tenure.Never;

    /// <summary>As <see cref="TenureOf"/>, for all of a point.</summary>
    public Tenure TenureOfPoint(int pointId) => _tenures is null ? Tenure.Always : _tenures.GetValueOrDefault(pointId, Tenure.Never);

    /// <summary>The points of one enterprise, with their channels and the devices of these; also the points that it had, without the devices.</summary>
    public RegistrySnapshot Of(int enterprise) => _ofEnterprises.GetOrAdd(enterprise, static (id, all) =>
    {
        var tenures = all.Points.Where(point => point.EnterpriseId == id || point.FormerOwners.Exists(former => former.EnterpriseId == id))
            .ToDictionary(point => point.Id, point => Tenure.Of(point, id));
        List<MonitoringPoint> points = [.. all.Points.Where(point => tenures.ContainsKey(point.Id)).Select(point => point.EnterpriseId == id ? point : point.AsOf(id))];
        List<Channel> channels = [.. points.SelectMany(point => all.ChannelsByPoint[point.Id])];
        var devices = points.Where(point => all.PointById[point.Id].EnterpriseId == id).SelectMany(point => all.ChannelsByPoint[point.Id]).Select(all.DeviceOf).OfType<Device>().Distinct();
        return new RegistrySnapshot([.. devices], points, channels, tenures);
    }, this);
}
