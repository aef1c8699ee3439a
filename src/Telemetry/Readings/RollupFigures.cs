using System.Globalization;
using EcoPark.Platform.Operation;

namespace EcoPark.Telemetry.Readings;

/// <summary>Periods that wait to be rolled up, on the page 运行状态.</summary>
internal sealed class RollupFigures(IReadingStore store) : INodeFigures
{
    public string Group => "队列";

    public async Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken) =>
        [new(Group, "待汇总的时段", (await store.CountDue(cancellationToken).ConfigureAwait(false)).ToString(CultureInfo.InvariantCulture) + " 个")];
}
