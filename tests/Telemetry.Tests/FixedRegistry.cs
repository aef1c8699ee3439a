using EcoPark.Platform;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>A registry that holds what the test put into it.</summary>
internal class FixedRegistry(RegistrySnapshot current) : IDeviceRegistry
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public virtual RegistrySnapshot Current => current;

    /// <summary>One device with one point and channels 1, 2, … of the given factors.</summary>
    public static FixedRegistry Of(PointKind kind, params string[] factors)
    {
        var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "32", RealTimeIntervalSeconds = 60 };
        var point = new MonitoringPoint { Id = 1, Name = "", Kind = kind };
        var channels = factors.Select((code, index) => new Channel { Id = index + 1, DeviceId = 1, PointId = 1, FactorCode = code, OriginalCode = code, Name = code }).ToList();
        return new FixedRegistry(new RegistrySnapshot([device], [point], channels));
    }

    public Task<Outcome<Device>> Save(Device device, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<MonitoringPoint>> Save(MonitoringPoint point, DateOnly? ownerSince, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<Channel>> Save(Channel channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Problem?> Add(IReadOnlyList<Channel> found, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<Device>> RegisterUnknown(string mn, string name, MonitoringPoint point, string? encryptionKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<Device>> Retire(int id, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<Device>> Restore(int id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task Refresh(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The same, narrowed to whoever acts as the registry itself is.</summary>
internal sealed class ScopedRegistry(RegistrySnapshot current) : FixedRegistry(current)
{
    public override RegistrySnapshot Current => Platform.Security.Actor.Current.EnterpriseId is { } own ? base.Current.Of(own) : base.Current;
}
