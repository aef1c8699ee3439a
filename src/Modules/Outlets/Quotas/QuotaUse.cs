using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>What of quotas is used, from the stored days.</summary>
internal sealed class QuotaUse
{
    /// <summary>kg or m³ by quota id; 0 where nothing was discharged yet.</summary>
    public async Task<IReadOnlyDictionary<int, double>> Of(ParkDb db, IReadOnlyList<DischargeQuota> quotas, CancellationToken cancellationToken) =>
        (await Daily(db, quotas, cancellationToken).ConfigureAwait(false)).ToDictionary(pair => pair.Key, pair => pair.Value.Sum(day => day.Amount));

    /// <summary>Amounts day by day, in order, by quota id.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<(DateOnly Day, double Amount)>>> Daily(ParkDb db, IReadOnlyList<DischargeQuota> quotas, CancellationToken cancellationToken)
    {
        var ids = quotas.Select(quota => quota.OutletId).Distinct().ToList();
        var points = await db.Set<OutletFiling>().AsNoTracking().Where(filing => ids.Contains(filing.Id)).ToDictionaryAsync(filing => filing.Id, filing => filing.PointId, cancellationToken).ConfigureAwait(false);
        var wanted = points.Values.ToList();
        if (wanted.Count == 0)
            return quotas.ToDictionary(quota => quota.Id, _ => (IReadOnlyList<(DateOnly, double)>)[]);
        var (first, last) = (quotas.Min(quota => quota.From), quotas.Max(quota => quota.To));
        var days = (await db.Set<OutletDay>().AsNoTracking().Where(day => wanted.Contains(day.PointId) && day.Day >= first && day.Day <= last)
            .Select(day => new { day.PointId, day.Factor, day.Day, day.Kilograms, day.Volume }).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(day => day.PointId);
        return quotas.ToDictionary(quota => quota.Id, quota => (IReadOnlyList<(DateOnly, double)>)
        [
            .. days[points.GetValueOrDefault(quota.OutletId)].Where(day => day.Day >= quota.From && day.Day <= quota.To && (quota.IsVolume || day.Factor == quota.Factor))
                // Every factor of the outlet says the same volume; one may lack hours where another has them.
                .GroupBy(day => day.Day).OrderBy(day => day.Key).Select(day => (day.Key, quota.IsVolume ? day.Max(one => one.Volume ?? 0) : day.Sum(one => one.Kilograms ?? 0))),
        ]);
    }
}
