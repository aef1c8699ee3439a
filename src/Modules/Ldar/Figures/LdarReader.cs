using System.Globalization;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Ldar;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Reads what points, readings and leaks amount to, within the actor's scope.</summary>
public sealed class LdarReader(IDbContextFactory<ParkDb> databases, PlanReader plans, SavingReader savings, TimeProvider clock)
{
    /// <summary>Months back in which a second leak of a seal is a repetition.</summary>
    public const int RepeatMonths = 24;

    /// <param name="first">First day of the period.</param>
    /// <param name="last">Last day of it.</param>
    public async Task<LdarYear> Read(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View) || last < first)
            return LdarYear.None;
        var (from, to) = (LdarWords.Begin(first), LdarWords.End(last));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var units = await db.Set<LdarUnit>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).OrderBy(one => one.EnterpriseId).ThenBy(one => one.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        var plan = (await plans.Read(enterprise, null, cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Seal.UnitId);
        var tested = await db.Set<LdarReading>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.At >= from && one.At < to)
            .GroupBy(one => one.SealPointId).Select(of => new { of.Key, Count = of.Count(), IsLeak = of.Any(one => one.IsLeak == true) }).ToDictionaryAsync(one => one.Key, one => (one.Count, one.IsLeak), cancellationToken).ConfigureAwait(false);
        var leaks = await Leaks(db, names, from, to, enterprise, cancellationToken).ConfigureAwait(false);
        var openIn = leaks.Where(row => row.IsOpen).CountBy(row => row.UnitId).ToDictionary();
        List<UnitFigures> figures = [.. units.Select(unit => OfUnit(unit, names.GetValueOrDefault(unit.EnterpriseId, ""), [.. plan[unit.Id]], tested, openIn.GetValueOrDefault(unit.Id)))];
        List<LeakRow> found = [.. leaks.Where(row => row.Repair.DetectedAt >= from && row.Repair.DetectedAt < to)];
        return new(
            first, last, figures, Kinds(plan.SelectMany(of => of), tested), leaks, RepairEfficiency.Of(found), await Repeated(db, names, to, enterprise, cancellationToken).ConfigureAwait(false), DelayAge.Of(leaks), Months(first, last, found),
            [.. figures.GroupBy(unit => (unit.EnterpriseId, unit.Enterprise)).Select(of => new DutyFigures(of.Key.EnterpriseId, of.Key.Enterprise, of.Sum(unit => unit.Points), of.Sum(unit => unit.Points) >= LdarRules.DutyPoints, of.Any(unit => unit.Readings > 0)))]);
    }

    private static UnitFigures OfUnit(LdarUnit unit, string enterprise, IReadOnlyList<PointPlan> points, Dictionary<int, (int Count, bool IsLeak)> tested, int open)
    {
        List<(int Count, bool IsLeak)> own = [.. points.Where(point => tested.ContainsKey(point.Seal.Id)).Select(point => tested[point.Seal.Id])];
        return new(unit.Id, unit.EnterpriseId, enterprise, unit.Code, unit.Name, points.Count, points.Count(point => !point.Seal.IsAccessible), points.Count(point => point.Seal.IsExempt), points.Count(point => point.IsOwed), points.Count(point => point.IsLate),
            own.Count, own.Sum(one => one.Count), own.Count(one => one.IsLeak), open);
    }

    private static List<KindFigures> Kinds(IEnumerable<PointPlan> points, Dictionary<int, (int Count, bool IsLeak)> tested)
    {
        var byKind = points.ToLookup(point => point.Seal.Kind);
        return [.. SealKind.Names.Where(byKind.Contains).Select(kind => new KindFigures(kind, byKind[kind].Count(), byKind[kind].Count(point => tested.ContainsKey(point.Seal.Id)), byKind[kind].Count(point => tested.TryGetValue(point.Seal.Id, out var one) && one.IsLeak)))];
    }

    private async Task<List<LeakRow>> Leaks(ParkDb db, Dictionary<int, string> names, DateTime since, DateTime until, int? enterprise, CancellationToken cancellationToken)
    {
        var found = await (from repair in db.Set<LdarRepair>().AsNoTracking()
                           where (enterprise == null || repair.EnterpriseId == enterprise) && ((repair.DetectedAt >= since && repair.DetectedAt < until) || repair.Stage != LeakState.Closed)
                           join point in db.Set<SealPoint>() on repair.SealPointId equals point.Id
                           join unit in db.Set<LdarUnit>() on point.UnitId equals unit.Id
                           join equipment in db.Set<LdarEquipment>() on repair.EquipmentId equals equipment.Id
                           orderby repair.DetectedAt descending, repair.Id descending
                           select new { repair, UnitId = unit.Id, unit.Name, equipment.Code, point.Kind }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (saved, now) = (await savings.Since(db, since, enterprise, cancellationToken).ConfigureAwait(false), clock.UtcNow());
        return [.. found.Select(one => LeakRow.Of(one.repair, names.GetValueOrDefault(one.repair.EnterpriseId, ""), one.UnitId, one.Name, one.Code, one.Kind, now) with { Saved = saved.TryGetValue(one.repair.Id, out var mass) ? mass : null })];
    }

    private static async Task<List<RepeatedLeak>> Repeated(ParkDb db, Dictionary<int, string> names, DateTime to, int? enterprise, CancellationToken cancellationToken)
    {
        var since = to.AddMonths(-RepeatMonths);
        var twice = await db.Set<LdarRepair>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.DetectedAt >= since && one.DetectedAt < to).GroupBy(one => one.SealPointId).Where(of => of.Count() > 1)
            .Select(of => new { of.Key, Times = of.Count(), Last = of.Max(one => one.DetectedAt), Highest = of.Max(one => one.FirstNet) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<int> ids = [.. twice.Select(one => one.Key)];
        var points = await (from point in db.Set<SealPoint>().AsNoTracking() where ids.Contains(point.Id) join unit in db.Set<LdarUnit>() on point.UnitId equals unit.Id select new { point.Id, point.Code, point.EnterpriseId, unit.Name, point.Kind })
            .ToDictionaryAsync(one => one.Id, cancellationToken).ConfigureAwait(false);
        return [.. twice.Where(one => points.ContainsKey(one.Key)).OrderByDescending(one => one.Times).ThenByDescending(one => one.Highest)
            .Select(one => new RepeatedLeak(one.Key, points[one.Key].Code, names.GetValueOrDefault(points[one.Key].EnterpriseId, ""), points[one.Key].Name, points[one.Key].Kind, one.Times, one.Last!.Value, one.Highest ?? 0))];
    }

    private static List<(string Month, int Count)> Months(DateOnly first, DateOnly last, IReadOnlyList<LeakRow> found)
    {
        var byMonth = found.CountBy(row => LdarWords.DayOf(row.Repair.DetectedAt!.Value).ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToDictionary();
        var months = new List<(string Month, int Count)>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            months.Add((month.ToString("yyyy-MM", CultureInfo.InvariantCulture), byMonth.GetValueOrDefault(month.ToString("yyyy-MM", CultureInfo.InvariantCulture))));
        return months;
    }

    /// <summary>Enterprises to choose from.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<Enterprise>().AsNoTracking().Where(one => db.Set<LdarUnit>().Any(unit => unit.EnterpriseId == one.Id)).OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(one => (one.Id, one.Name))];
    }
}
