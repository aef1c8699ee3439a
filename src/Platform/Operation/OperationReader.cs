using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Operation;

/// <summary>How the nodes of the platform are.</summary>
/// <param name="Nodes">This node first, as it is now; the others as they last said.</param>
/// <param name="Incomplete">Why the others are missing; empty where they are not.</param>
public sealed record OperationState(IReadOnlyList<NodeReport> Nodes, string Incomplete);

/// <summary>Reads the state of this node and of the others.</summary>
public sealed class OperationReader(IEnumerable<INodeFigures> sources, JobBoard board, NodeOptions node, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    private static readonly DateTime Started = Process.GetCurrentProcess().StartTime.ToUniversalTime();
    private static readonly string Version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>All nodes, for who may see it. Without the database this node alone, which knows about itself.</summary>
    public async Task<Outcome<OperationState>> All(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Permissions.ViewOperation))
            return new Problem("forbidden", "本账户没有查看运行状态的权限。");
        var own = await Own(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var rows = await db.Set<NodeReportRow>().AsNoTracking().Where(row => row.Node != node.Name).OrderBy(row => row.Node).Take(100).ToListAsync(cancellationToken).ConfigureAwait(false);
            return new OperationState([own, .. rows.Select(row => JsonSerializer.Deserialize<NodeReport>(row.Content)!)], "");
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            return new OperationState([own], "数据库暂时不可用，只显示本节点：" + exception.GetBaseException().Message);
        }
    }

    /// <summary>This node as it is now.</summary>
    internal async Task<NodeReport> Own(CancellationToken cancellationToken)
    {
        var figures = new List<NodeFigure>();
        foreach (var source in sources)
            figures.AddRange(await Read(source, cancellationToken).ConfigureAwait(false));
        return new NodeReport(node.Name, clock.UtcNow(), Started, Version, Environment.WorkingSet >> 20, board.All, figures);
    }

    private static async Task<IReadOnlyList<NodeFigure>> Read(INodeFigures source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Read(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever one room fails with is shown in its place, and the others are shown too.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return [new NodeFigure(source.Group, "读取失败", "—", exception.GetBaseException().Message)];
        }
    }
}
