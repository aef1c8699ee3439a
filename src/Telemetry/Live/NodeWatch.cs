using EcoPark.Platform.Jobs;
using Orleans.Runtime;

namespace EcoPark.Telemetry.Live;

/// <summary>When a node of the cluster dies, its devices are off-line until they call again, there or at another.</summary>
internal sealed class NodeWatch(JobKit kit, IClusterMembershipService membership, LiveFeed feed) : Job(kit, "node-watch", "集群节点存活检查", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    /// <summary>By address, not by name: a node that comes back bears the name of the one that died, and its devices may not come back.</summary>
    private readonly HashSet<SiloAddress> _lost = [];

    protected override async Task Run(CancellationToken cancellationToken)
    {
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var member in snapshot.Members.Values.Where(member => member.Status.IsTerminating() && _lost.Add(member.SiloAddress)))
                feed.NodeLost(member.Name);
        }
    }
}
