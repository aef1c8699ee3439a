using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace EcoPark.Telemetry.Live;

/// <summary>When a node of the cluster dies, its devices are off-line until they call at another.</summary>
internal sealed class NodeWatch(IClusterMembershipService membership, LiveFeed feed) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken).ConfigureAwait(false))
        {
            var members = snapshot.Members.Values.ToLookup(member => member.Status.IsTerminating(), member => member.Name);
            // A node that came back bears the name of the one that died.
            foreach (var lost in members[true].Except(members[false], StringComparer.Ordinal))
                feed.NodeLost(lost);
        }
    }
}
