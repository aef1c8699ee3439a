using EcoPark.Platform;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry as the telemetry path and the pages read it: in memory, refreshed when records change, on every node.</summary>
public interface IDeviceRegistry
{
    RegistrySnapshot Current { get; }

    /// <summary>Raised after <see cref="Current"/> was replaced.</summary>
    event Action? Changed;

    Task<Outcome<Device>> Save(Device device, CancellationToken cancellationToken);

    Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, CancellationToken cancellationToken);

    Task<Outcome<Channel>> Save(Channel channel, CancellationToken cancellationToken);

    /// <summary>Registers an unknown MN with what its telegrams show, makes a point for it, and replays its quarantined telegrams.</summary>
    Task<Outcome<Device>> RegisterUnknown(string mn, string name, MonitoringPoint point, CancellationToken cancellationToken);

    /// <summary>Removes a device that has no readings worth keeping registered; its telegrams and readings stay.</summary>
    Task<Outcome<Device>> RemoveDevice(int id, CancellationToken cancellationToken);

    /// <summary>Reads the registry again if another node changed it.</summary>
    Task Refresh(CancellationToken cancellationToken);
}

/// <summary>Devices, points and channels at one moment; immutable. Entities in it are never changed.</summary>
public sealed class RegistrySnapshot
{
    public static readonly RegistrySnapshot Empty = new([], [], []);

    public RegistrySnapshot(IReadOnlyList<Device> devices, IReadOnlyList<MonitoringPoint> points, IReadOnlyList<Channel> channels)
    {
        Devices = devices;
        Points = points;
        Channels = channels;
        DeviceByMn = devices.ToDictionary(device => device.Mn, StringComparer.Ordinal);
        DeviceById = devices.ToDictionary(device => device.Id);
        PointById = points.ToDictionary(point => point.Id);
        ChannelById = channels.ToDictionary(channel => channel.Id);
        ChannelsByDevice = channels.ToLookup(channel => channel.DeviceId);
        ChannelsByPoint = channels.ToLookup(channel => channel.PointId);
    }

    public IReadOnlyList<Device> Devices { get; }

    public IReadOnlyList<MonitoringPoint> Points { get; }

    public IReadOnlyList<Channel> Channels { get; }

    public IReadOnlyDictionary<string, Device> DeviceByMn { get; }

    public IReadOnlyDictionary<int, Device> DeviceById { get; }

    public IReadOnlyDictionary<int, MonitoringPoint> PointById { get; }

    public IReadOnlyDictionary<int, Channel> ChannelById { get; }

    public ILookup<int, Channel> ChannelsByDevice { get; }

    public ILookup<int, Channel> ChannelsByPoint { get; }
}
