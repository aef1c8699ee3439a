using EcoPark.Platform.Jobs;

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

/// <summary>This node's place in the hub: what others publish comes in here.</summary>
internal sealed class LiveNode(LiveFeed feed, IGrainFactory grains) : ILiveNode
{
    private ILiveNode? _self;

    /// <summary>How the hub calls this node.</summary>
    public ILiveNode Self => _self ??= grains.CreateObjectReference<ILiveNode>(this);

    public ILiveHubGrain Hub => grains.GetGrain<ILiveHubGrain>(0);

    public Task Receive(LiveChanges changes)
    {
        feed.Relayed(changes);
        return Task.CompletedTask;
    }
}

/// <summary>Keeps this node in the hub, also when the hub has moved to another node.</summary>
internal sealed class LiveJoin(JobKit kit, LiveNode node) : Job(kit, "live-join", "实时画面互通（加入）", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    protected override Task Run(CancellationToken cancellationToken) => node.Hub.Join(node.Self);
}

/// <summary>Tells the other nodes of a cluster what this node's devices sent. While the hub is moving, pictures are left out; data are not touched.</summary>
internal sealed class LiveRelay(JobKit kit, LiveFeed feed, LiveNode node) : Job(kit, "live-relay", "实时画面互通（发送）", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    protected override async Task Run(CancellationToken cancellationToken)
    {
        await foreach (var changes in feed.Subscribe(ownOnly: true, cancellationToken).ConfigureAwait(false))
            await node.Hub.Broadcast(changes, node.Self).ConfigureAwait(false);
    }
}
