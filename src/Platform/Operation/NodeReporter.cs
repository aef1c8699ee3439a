using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Operation;

/// <summary>Writes down every ten seconds how this node is, so that any node can show all of them.</summary>
internal sealed class NodeReporter(JobKit kit, OperationReader reader, IDbContextFactory<ParkDb> databases)
    : Job(kit, "node-report", "节点运行状态上报", JobSchedule.Every(TimeSpan.FromSeconds(10), first: TimeSpan.FromSeconds(3)))
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var report = await reader.Own(cancellationToken).ConfigureAwait(false);
        var (content, old) = (JsonSerializer.Serialize(report), Clock.UtcNow() - Forgotten);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "NodeReport" ("Node", "At", "Content") VALUES ({report.Node}, {report.At}, {content})
            ON CONFLICT ("Node") DO UPDATE SET "At" = excluded."At", "Content" = excluded."Content"
            """,
            cancellationToken).ConfigureAwait(false);
        await db.Set<NodeReportRow>().Where(row => row.At < old).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
