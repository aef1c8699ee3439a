using System.Net;
using EcoPark.Simulator;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Server.Demo;

/// <summary>--demo: registers the simulated park's loggers and runs them against the real gateway over TCP.</summary>
internal sealed class DemoPark(IDeviceRegistry registry, DemoQuality quality, DemoOutlets sources, DemoHistory history, GatewayOptions gateway, IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private const int HistoryDays = 3;

    /// <returns>Whether this is the demo's first start.</returns>
    public static async Task<bool> Register(IDeviceRegistry registry, CancellationToken cancellationToken)
    {
        var isFirst = registry.Current.Devices.Count == 0;
        foreach (var spec in SimulatedPark.Create().Where(spec => !registry.Current.DeviceByMn.ContainsKey(spec.Mn)))
            await Register(registry, spec, cancellationToken);
        return isFirst;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var isFirstStart = !registry.Current.Devices.Any(device => device.RegisteredAt < clock.GetUtcNow().UtcDateTime.AddMinutes(-5));
        var options = new FleetOptions { RealTimeInterval = TimeSpan.FromSeconds(5), HistoryDays = isFirstStart ? HistoryDays : 0, DisconnectsPerHour = 0.2 };
        if (isFirstStart)
        {
            await quality.PlantSamples(stoppingToken);
            await sources.PlantMore(stoppingToken);
            await history.Plant(stoppingToken);
        }

        // The last logger of the park is not registered: it shows how an unknown device is taken in.
        var stranger = SimulatedPark.Create(seed: 2, loggers: 2)[1];
        await new Fleet([.. SimulatedPark.Create(), stranger], options, clock).Run(new IPEndPoint(IPAddress.Parse(gateway.Address), gateway.Port), stoppingToken);
    }

    private static async Task Register(IDeviceRegistry registry, LoggerSpec spec, CancellationToken cancellationToken)
    {
        var point = await registry.Save(
            new MonitoringPoint { Name = spec.Name, Kind = KindOf(spec.Kind), Enterprise = spec.Enterprise, Longitude = spec.Longitude, Latitude = spec.Latitude }, cancellationToken);
        var device = await registry.Save(
            new Device
            {
                Mn = spec.Mn,
                Name = spec.Name + "数采仪",
                Password = spec.Password,
                Version = spec.Version,
                SystemCode = spec.SystemCode,
                EncryptionKey = spec.EncryptionKey,
                Tolerances = spec.HasLowerCaseCrc ? Hj212.Deviation.LowerCaseCrc : Hj212.Deviation.None,
                RealTimeIntervalSeconds = 5,
                MinuteInterval = spec.MinuteInterval,
            },
            cancellationToken);
        foreach (var (factor, order) in spec.Factors.Select((factor, order) => (factor, order)))
        {
            await registry.Save(
                new Channel
                {
                    DeviceId = device.Value!.Id,
                    PointId = point.Value!.Id,
                    FactorCode = Hj212.Factors.Canonical(factor.Code, spec.SystemCode),
                    OriginalCode = factor.Code,
                    Name = factor.Name,
                    Unit = factor.Unit,
                    Decimals = factor.Decimals,
                    SortOrder = order,
                },
                cancellationToken);
        }
    }

    private static PointKind KindOf(SourceKind kind) => kind switch
    {
        SourceKind.FlueGas => PointKind.FlueGas,
        SourceKind.WasteWater => PointKind.WasteWater,
        SourceKind.RainWater => PointKind.RainWater,
        SourceKind.AmbientAir => PointKind.AmbientAir,
        SourceKind.SurfaceWater => PointKind.SurfaceWater,
        SourceKind.Noise => PointKind.Noise,
        _ => PointKind.Weather,
    };
}
