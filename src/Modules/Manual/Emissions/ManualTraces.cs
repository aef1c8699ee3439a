using EcoPark.Analysis.Censoring;
using EcoPark.Contracts;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Emissions;

/// <summary>Pollutants that are measured by hand at outlets: means of a year (below detection by half), and emitted masses.</summary>
internal sealed class ManualTraces(ManualReader reader, IDbContextFactory<ParkDb> databases) : IPollutantTraces
{
    public string Title => "手工监测";

    public async Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return null;
        var figures = await reader.Results(new(year, 1, 1), new(year, 12, 31), enterprise, false, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var outlets = await db.Set<ManualPoint>().AsNoTracking().Where(point => point.PermitOutletId != null).ToDictionaryAsync(point => point.Id, point => point.PermitOutletId!.Value, cancellationToken).ConfigureAwait(false);
        return
        [
            .. EmissionTable.BySeries(figures, CensorRule.Half).Where(one => PointKinds.MediumOf(one.Series.Kind) is Medium.WasteWater or Medium.FlueGas && Unit.Of(one.Series.Unit).IsMassPerVolume).Select(one =>
            {
                var (series, emission) = one;
                return new PollutantTrace(series.EnterpriseId, PointKinds.MediumOf(series.Kind) == Medium.WasteWater ? PollutantTrace.Water : PollutantTrace.Air, series.Factor, TraceKind.Manual, series.Point)
                {
                    Outlet = outlets.TryGetValue(series.PointId, out var outlet) ? new PermitOutletId(outlet) : null,
                    Concentration = series.Mean(CensorRule.Half),
                    Unit = series.Unit,
                    Kilograms = emission?.Kilograms,
                    Count = series.Values.Count,
                    Gap = emission?.Gap ?? "不计排放量",
                };
            }),
        ];
    }
}
