using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Forecasting;

/// <summary>How far the forecasts are, on the page 运行状态.</summary>
internal sealed class ForecastFigures(IDbContextFactory<ParkDb> databases) : INodeFigures
{
    public string Group => "预报";

    public async Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (all, refused) = (await db.Set<StoredForecast>().CountAsync(cancellationToken).ConfigureAwait(false), await db.Set<StoredForecast>().CountAsync(one => one.Refusal != "", cancellationToken).ConfigureAwait(false));
        var newest = await db.Set<ForecastIssue>().MaxAsync(issue => (DateTime?)issue.LastHour, cancellationToken).ConfigureAwait(false);
        return
        [
            new(Group, "模型", $"{all - refused} 个已训练，{refused} 个因数据不足未训练"),
            new(Group, "最近一次预报所依据的小时", newest is { } hour ? ParkTime.FromUtc(hour).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : "尚无预报"),
        ];
    }
}
