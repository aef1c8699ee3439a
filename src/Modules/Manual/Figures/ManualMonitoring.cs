using EcoPark.Analysis.Censoring;
using EcoPark.Contracts;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Figures;

/// <summary>Tells other rooms what was measured by hand; what was not detected counts by half.</summary>
internal sealed class ManualMonitoring(ManualReader reader, IDbContextFactory<ParkDb> databases) : IManualMonitoring
{
    public Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken) => reader.Enterprises(cancellationToken);

    public async Task<ManualPeriod?> Read(int? enterprise, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return null;
        var figures = await reader.Results(first, last, enterprise, null, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var outlets = await db.Set<ManualPoint>().AsNoTracking().Where(point => (enterprise == null || point.EnterpriseId == enterprise) && point.PermitOutletId != null).ToDictionaryAsync(point => point.Id, point => new PermitOutletId(point.PermitOutletId!.Value), cancellationToken).ConfigureAwait(false);
        return Of(figures, outlets);
    }

    internal static ManualPeriod Of(ManualFigures figures, IReadOnlyDictionary<int, PermitOutletId> outlets)
    {
        return new(
            [.. EmissionTable.BySeries(figures, CensorRule.Half).Select(one => Fact(one.Series, outlets.TryGetValue(one.Series.PointId, out var outlet) ? outlet : null, one.Emission))],
            [.. figures.Series.SelectMany(series => series.Days(CensorRule.Half).Where(day => day.Verdict == Verdicts.Over).Select(day => new ManualExceedance(series.Point, series.FactorName, day.Day, day.Highest, series.Unit, series.Limited?.Limit ?? "", series.Limited?.Standard ?? "", day.TimesOver))).OrderBy(over => over.Day)],
            [.. Gaps(figures)]);
    }

    private static ManualFact Fact(ResultSeries series, PermitOutletId? outlet, ManualEmission? emission)
    {
        var days = series.Days(CensorRule.Half);
        return new(
            series.EnterpriseId, series.Enterprise, outlet, series.Point, series.Kind, series.Factor, series.FactorName, series.Unit, series.Values.Count, series.Below, series.Lowest, series.Highest, series.Mean(CensorRule.Half), days.Count, days.Count(day => day.Verdict == Verdicts.Over),
            series.Limited?.Standard ?? "", series.Limited?.Limit ?? "", emission?.Kilograms, emission?.Equation ?? "", emission?.Gap ?? "");
    }

    private static IEnumerable<string> Gaps(ManualFigures figures)
    {
        foreach (var (reason, count) in figures.Reasons)
            yield return $"未监测（{reason}）{count} 次";
        if (figures.Series.Sum(one => one.Pending) is > 0 and var pending)
            yield return $"{pending} 个结果的监测报告尚未审核，已计入";
        if (figures.LeftOut > 0)
            yield return $"结果过多，最早的 {figures.LeftOut} 个没有计入";
    }
}
