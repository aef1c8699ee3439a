using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Live;

namespace EcoPark.Telemetry.Watch;

/// <summary>Where the rules that need no reading but time are looked at; the cluster has one.</summary>
[Alias("ecopark.watch-clock")]
public interface IWatchClockGrain : IGrainWithIntegerKey
{
    [Alias("tick")]
    Task Tick();
}

[GrainType("watch-clock")]
internal sealed class WatchClockGrain(WatchServices services, ILiveFeed feed) : Grain, IWatchClockGrain
{
    private SilenceWatch? _silence;

    public async Task Tick()
    {
        _silence ??= new SilenceWatch(services, feed, services.Clock.UtcNow());
        await _silence.Look();
    }
}

/// <summary>Every node keeps the clock going; whichever node it lives on, there is one.</summary>
internal sealed class WatchTicker(JobKit kit, IGrainFactory grains) : Job(kit, "watch-clock", "离线检查", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    protected override Task Run(CancellationToken cancellationToken) => grains.GetGrain<IWatchClockGrain>(0).Tick();
}
