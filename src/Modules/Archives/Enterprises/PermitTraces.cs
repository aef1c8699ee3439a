using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>Pollutants that permits limit.</summary>
internal sealed class PermitTraces(IDbContextFactory<ParkDb> databases) : IPollutantTraces
{
    public string Title => "排污许可限值与总量";

    public async Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May($"records.{PermitLimitType.Name}.view"))
            return null;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var limits = await (from limit in db.Set<PermitLimit>().AsNoTracking()
                            where (enterprise == null || limit.EnterpriseId == enterprise) && limit.ValidFrom <= last && (limit.ValidTo == null || limit.ValidTo >= first)
                            join outlet in db.Set<PermitOutlet>() on limit.PermitOutletId equals outlet.Id
                            orderby limit.ValidFrom descending, limit.Id descending
                            select new { limit, outlet.Code, outlet.Kind }).ToListAsync(cancellationToken).ConfigureAwait(false);
        // A later line that has a yearly amount alone leaves the concentration of an earlier one as it is.
        return [.. limits.DistinctBy(one => (one.limit.PermitOutletId, one.limit.Factor, one.limit.Limit is null)).Select(one => new PollutantTrace(
            one.limit.EnterpriseId, one.Kind.Contains("水", StringComparison.Ordinal) || one.Kind == "车间排放口" ? PollutantTrace.Water : PollutantTrace.Air, one.limit.Factor, TraceKind.Permitted, one.Code)
        {
            Outlet = new PermitOutletId(one.limit.PermitOutletId),
            Limit = one.limit.Limit,
            Unit = one.limit.Unit,
            Standard = one.limit.Standard,
        })];
    }
}
