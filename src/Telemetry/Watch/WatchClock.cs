using EcoPark.Alarms;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Watch;

/// <summary>Where the rules that need no reading but time are looked at; the cluster has one.</summary>
[Alias("ecopark.watch-clock")]
public interface IWatchClockGrain : IGrainWithIntegerKey
{
    [Alias("tick")]
    Task Tick();
}

[GrainType("watch-clock")]
internal sealed class WatchClockGrain(WatchServices services, ILiveFeed feed, AlarmDeadlines deadlines) : Grain, IWatchClockGrain
{
    private SilenceWatch? _silence;

    public async Task Tick()
    {
        Actor.Become(Actor.System);
        _silence ??= new SilenceWatch(services, feed, services.Clock.UtcNow());
        await _silence.Look();
        await deadlines.Look(services.Clock.UtcNow());
    }
}

/// <summary>Every node keeps the clock going; whichever node it lives on, there is one.</summary>
internal sealed partial class WatchTicker(IGrainFactory grains, TimeProvider clock, ILogger<WatchTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await grains.GetGrain<IWatchClockGrain>(0).Tick().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException or System.Data.Common.DbException)
            {
                LogFailed(logger, exception); // It is moving to another node, or the database is away; the next tick looks again.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The watch by the clock failed and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
