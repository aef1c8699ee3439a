using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>The upper platforms that this node serves, on the page 运行状态.</summary>
internal sealed class RelayFigures(IDbContextFactory<ParkDb> databases, NodeOptions node) : INodeFigures
{
    public string Group => "上级平台转发";

    public async Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var served = await db.Set<UpperPlatform>().AsNoTracking().Where(platform => platform.IsEnabled)
            .Join(db.Set<RelayState>().Where(state => state.Holder == node.Name), platform => platform.Id, state => state.PlatformId, (platform, state) => new { platform.Name, state })
            .OrderBy(one => one.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. served.Select(one => new NodeFigure(Group, one.Name, Words(one.state), one.state.LastError))];
    }

    private static string Words(RelayState state) =>
        (state.Link == RelayLink.Connected ? "已连接" : "未连接") + (state.LastSentAt is { } at ? "，最近发送 " + ParkTime.FromUtc(at).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "，尚未发送");
}
