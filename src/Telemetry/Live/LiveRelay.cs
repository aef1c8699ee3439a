using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Live;

/// <summary>Where nodes exchange what they publish.</summary>
[Alias("ecopark.live-hub")]
public interface ILiveHubGrain : IGrainWithIntegerKey
{
    /// <summary>Joins, or stays: a node that is silent for a minute is left out.</summary>
    [Alias("join")]
    Task Join(ILiveNode node);

    [Alias("broadcast")]
    Task Broadcast(LiveChanges changes, ILiveNode from);
}

/// <summary>A node that shows pages.</summary>
[Alias("ecopark.live-node")]
public interface ILiveNode : IGrainObserver
{
    [Alias("receive")]
    Task Receive(LiveChanges changes);
}

[GrainType("live-hub")]
internal sealed class LiveHubGrain(TimeProvider clock) : Grain, ILiveHubGrain
{
    private static readonly TimeSpan Expiry = TimeSpan.FromMinutes(1);
    private readonly Dictionary<ILiveNode, DateTimeOffset> _nodes = [];

    public Task Join(ILiveNode node)
    {
        _nodes[node] = clock.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task Broadcast(LiveChanges changes, ILiveNode from)
    {
        var now = clock.GetUtcNow();
        foreach (var silent in _nodes.Where(node => now - node.Value > Expiry).Select(node => node.Key).ToList())
            _nodes.Remove(silent);
        foreach (var node in _nodes.Keys.Where(node => !node.Equals(from)))
            node.Receive(changes).Ignore(); // A node that is gone misses pictures, not data; it expires by itself.
        return Task.CompletedTask;
    }
}

/// <summary>Tells the other nodes of a cluster what this node's devices sent.</summary>
internal sealed partial class LiveRelay(LiveFeed feed, IGrainFactory grains, TimeProvider clock, ILogger<LiveRelay> logger) : BackgroundService, ILiveNode
{
    private static readonly TimeSpan JoinEvery = TimeSpan.FromSeconds(10);

    public Task Receive(LiveChanges changes)
    {
        feed.Relayed(changes);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = grains.CreateObjectReference<ILiveNode>(this);
        await Task.WhenAll(KeepJoined(self, stoppingToken), Send(self, stoppingToken)).ConfigureAwait(false);
    }

    private async Task KeepJoined(ILiveNode self, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(JoinEvery, clock);
        do
            await Try(() => Hub.Join(self)).ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task Send(ILiveNode self, CancellationToken stoppingToken)
    {
        await foreach (var changes in feed.Subscribe(ownOnly: true, stoppingToken).ConfigureAwait(false))
            await Try(() => Hub.Broadcast(changes, self)).ConfigureAwait(false);
    }

    private ILiveHubGrain Hub => grains.GetGrain<ILiveHubGrain>(0);

    private async Task Try(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            LogFailed(logger, exception); // The hub is moving to another node; pictures resume with the next change.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The live hub did not answer.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
