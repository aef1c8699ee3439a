using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Workflow;

/// <summary>Watches the deadlines of all flows; one node does.</summary>
internal sealed class FlowWatch(JobKit kit, IDbContextFactory<ParkDb> databases, NoticeBoard notices, IEnumerable<Flow> flows)
    : Job(kit, "flow-deadlines", "办理时限检查", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    protected override TimeSpan? Lease => TimeSpan.FromMinutes(1);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        foreach (var flow in flows)
        {
            int seen;
            do
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    seen = await flow.Look(db, notices, Clock.UtcNow(), cancellationToken).ConfigureAwait(false);
                }
                catch (DbUpdateConcurrencyException)
                {
                    break; // Somebody took a step just now; the next run looks again.
                }

                if (seen > 0)
                    notices.Wake();
            }
            while (seen > 0);
        }
    }
}
