using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Emissions;

/// <summary>Pollutants that outlets send on line: means of the valid days of a year, and emitted masses.</summary>
internal sealed class OutletTraces(OutletBook book, IDbContextFactory<ParkDb> databases) : IPollutantTraces
{
    public string Title => "排口自动监测";

    public async Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.View))
            return null;
        var outlets = (await book.All(cancellationToken).ConfigureAwait(false)).Where(outlet => outlet.IsEmitting).ToDictionary(outlet => outlet.Id.Value);
        var (ids, first, last) = (outlets.Keys.ToList(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        // By the enterprise that each day belonged to: an outlet may change hands.
        var sums = await db.Set<OutletDay>().AsNoTracking().Where(day => ids.Contains(day.PointId) && day.Day >= first && day.Day <= last && (enterprise == null || day.EnterpriseId == enterprise))
            .GroupBy(day => new { day.PointId, day.EnterpriseId, day.Factor })
            .Select(of => new { of.Key, Mean = of.Average(day => day.IsValid ? day.Mean : null), Days = of.Count(day => day.IsValid && day.Mean != null), Kilograms = of.Sum(day => day.Kilograms), Known = of.Count(day => day.Kilograms != null), Missing = of.Sum(day => day.Missing) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. sums.Where(sum => sum.Key.EnterpriseId > 0 && outlets[sum.Key.PointId].Emits(sum.Key.Factor)).Select(sum => Of(outlets[sum.Key.PointId], sum.Key.EnterpriseId, sum.Key.Factor, sum.Mean, sum.Days, sum.Known > 0 ? sum.Kilograms : null, sum.Missing))];
    }

    private static PollutantTrace Of(Outlet outlet, int enterprise, string factor, double? mean, int days, double? kilograms, int missing) => new(enterprise, outlet.Medium == Medium.WasteWater ? PollutantTrace.Water : PollutantTrace.Air, factor, TraceKind.Automatic, outlet.Name)
    {
        Outlet = outlet.Link.Outlet?.Id,
        Concentration = mean,
        Unit = outlet.Channel(factor)!.Unit,
        Kilograms = kilograms,
        Count = days,
        Gap = kilograms is null ? "没有流量，未算排放量" : missing > 0 ? $"缺 {missing} 小时，排放量偏低" : "",
    };
}
