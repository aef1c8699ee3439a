using EcoPark.Platform.Modules;
using EcoPark.Simulator;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Server.Demo;

/// <summary>--demo: the loggers of the simulated park in the registry.</summary>
internal sealed class DemoLoggers(IDeviceRegistry registry) : IDemo
{
    public int Order => 200;

    public async Task Plant(CancellationToken cancellationToken)
    {
        foreach (var spec in SimulatedPark.Create().Where(spec => !registry.Current.DeviceByMn.ContainsKey(spec.Mn)))
            await Register(spec, cancellationToken);
    }

    private async Task Register(LoggerSpec spec, CancellationToken cancellationToken)
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
        SourceKind.FenceLine => PointKind.FenceLine,
        _ => PointKind.Weather,
    };
}
