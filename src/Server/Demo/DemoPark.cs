using System.Net;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Security;
using EcoPark.Simulator;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Server.Demo;

/// <summary>--demo: runs the simulated park's loggers against the real gateway over TCP, and plants what of the park takes its time.</summary>
internal sealed partial class DemoPark(IDeviceRegistry registry, IEnumerable<IDemo> demos, GatewayOptions gateway, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DemoPark> log) : BackgroundService
{
    private const int HistoryDays = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Actor.Become(Actor.System);
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var isFirstStart = !registry.Current.Devices.Any(device => device.RegisteredAt < clock.GetUtcNow().UtcDateTime.AddMinutes(-5));
        var options = new FleetOptions { RealTimeInterval = TimeSpan.FromSeconds(5), HistoryDays = isFirstStart ? HistoryDays : 0, DisconnectsPerHour = 0.2 };
        if (isFirstStart)
        {
            foreach (var demo in demos.OrderBy(demo => demo.Order))
                await demo.PlantMore(stoppingToken);
            Planted(log);
        }

        // The last logger of the park is not registered: it shows how an unknown device is taken in.
        var stranger = SimulatedPark.Create(seed: 2, loggers: 2)[1];
        await new Fleet([.. SimulatedPark.Create(), stranger], options, clock).Run(new IPEndPoint(IPAddress.Parse(gateway.Address), gateway.Port), stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo park planted.")]
    private static partial void Planted(ILogger log);
}
