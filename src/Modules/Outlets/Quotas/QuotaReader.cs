using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>A quota as it stands.</summary>
/// <param name="Point">Monitoring point of the outlet.</param>
/// <param name="Used">kg or m³.</param>
/// <param name="Daily">Day by day.</param>
/// <param name="Outlook">Null where nothing can be said.</param>
public sealed record QuotaState(DischargeQuota Quota, PointId Point, string Outlet, double Used, IReadOnlyList<(DateOnly Day, double Amount)> Daily, QuotaOutlook? Outlook)
{
    public double Share => Quota.Amount > 0 ? Used / Quota.Amount : 0;

    public bool IsRunning(DateOnly today) => Quota.From <= today && today <= Quota.To;

    /// <summary>Share of its period that has passed.</summary>
    public double Pace(DateOnly today) => Quota is { From: { } from, To: { } to } ? Quotas.Pace.Of(from, to, today) : 1;

    /// <summary>It runs, and more is used than of its period has passed.</summary>
    public bool IsAhead(DateOnly today) => IsRunning(today) && Share > Pace(today);
}

/// <summary>Reads quotas with their use, within the actor's scope.</summary>
public sealed class QuotaReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    private readonly QuotaUse _use = new();

    /// <param name="point">Of one outlet; null for all.</param>
    /// <param name="isCurrent">Only those whose period has not ended long ago.</param>
    public async Task<IReadOnlyList<QuotaState>> Read(PointId? point, bool isCurrent, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.ParkNow());
        var since = today.AddDays(-7);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var points = await db.Set<OutletFiling>().AsNoTracking().Select(filing => new { filing.Id, filing.PointId, filing.Name })
            .ToDictionaryAsync(filing => filing.Id, cancellationToken).ConfigureAwait(false);
        var ids = points.Where(pair => point is null || pair.Value.PointId == point.Value.Value).Select(pair => pair.Key).ToList();
        var quotas = await db.Set<DischargeQuota>().AsNoTracking().Where(quota => ids.Contains(quota.FilingId) && (!isCurrent || quota.To >= since)).OrderBy(quota => quota.To).ThenBy(quota => quota.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var daily = quotas.Count == 0 ? new Dictionary<int, IReadOnlyList<(DateOnly Day, double Amount)>>() : await _use.Daily(db, quotas, cancellationToken).ConfigureAwait(false);
        return
        [
            .. quotas.Select(quota =>
            {
                var days = daily[quota.Id];
                List<(DateOnly, double)> whole = [.. days.Where(day => day.Day < today)];
                return new QuotaState(quota, new PointId(points[quota.FilingId].PointId), points[quota.FilingId].Name, days.Sum(day => day.Amount), days, QuotaOutlook.Of(whole, quota.Amount));
            }),
        ];
    }
}
