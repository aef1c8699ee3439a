using EcoPark.Alarms;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Watch;
using EcoPark.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>Alarms of the points that are drawn, and the filed plans (standstill, starting up, maintenance) of these points and of their whole enterprises.</summary>
internal sealed class AlarmMarks(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>More bands than this say nothing any more; the worst come first.</summary>
    private const int Most = 200;

    private const string PlanColour = "#2f6fb0";

    public async Task<IReadOnlyList<ChartMark>> Alarms(IReadOnlyCollection<int> points, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        var (now, ids) = (clock.GetUtcNow().UtcDateTime, points.Select(id => (int?)id).ToList());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var alarms = await db.Set<Alarm>().AsNoTracking()
            .Where(alarm => ids.Contains(alarm.PointId) && alarm.FirstAt < to && (alarm.EndedAt == null || alarm.EndedAt >= from))
            .OrderBy(alarm => alarm.Level).ThenByDescending(alarm => alarm.FirstAt).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. alarms.Select(alarm => new ChartMark(
                ChartTime.Of(alarm.FirstAt), ChartTime.Of(alarm.EndedAt ?? now), alarm.What, $"{alarm.Point} {alarm.Factor} {alarm.Text}".Trim(), MapSign.AlarmColour((int)alarm.Level), $"/alarms/{alarm.Id}")),
        ];
    }

    public async Task<IReadOnlyList<ChartMark>> Plans(IReadOnlyCollection<int> points, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var owners = await db.Set<Telemetry.Registry.MonitoringPoint>().AsNoTracking().Where(point => points.Contains(point.Id) && point.EnterpriseId != null).Select(point => new { point.EnterpriseId, point.Name }).ToListAsync(cancellationToken);
        var (enterprises, names) = (owners.Select(owner => owner.EnterpriseId!.Value).Distinct().ToList(), owners.Select(owner => owner.Name).ToList());
        var plans = await db.Set<ExemptionPlan>().AsNoTracking()
            .Where(plan => enterprises.Contains(plan.EnterpriseId) && plan.StartsAt < to && plan.EndsAt >= from && (plan.PointName == "" ? plan.PermitOutletId == null : names.Contains(plan.PointName)))
            .OrderBy(plan => plan.StartsAt).Take(Most).ToListAsync(cancellationToken);
        return [.. plans.Select(plan => new ChartMark(ChartTime.Of(plan.StartsAt!.Value), ChartTime.Of(plan.EndsAt!.Value), plan.Kind, plan.Title, PlanColour, $"/records/{ExemptionPlanType.Name}/{plan.Id}"))];
    }
}
