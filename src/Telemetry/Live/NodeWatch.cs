using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace EcoPark.Telemetry.Live;

/// <summary>When a node of the cluster dies, its devices are off-line until they call again, there or at another.</summary>
internal sealed class NodeWatch(IClusterMembershipService membership, LiveFeed feed) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By address, not by name: a node that comes back bears the name of the one that died, and its devices may not come back.
        var lost = new HashSet<SiloAddress>();
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken).ConfigureAwait(false))
        {
            foreach (var member in snapshot.Members.Values.Where(member => member.Status.IsTerminating() && lost.Add(member.SiloAddress)))
                feed.NodeLost(member.Name);
        }
    }
}
