using System.Globalization;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Ldar;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Works out what repairs save, within the actor's scope.</summary>
public sealed class SavingReader(IDbContextFactory<ParkDb> databases, LdarSettings settings, TimeProvider clock)
{
    /// <summary>Years of the calendar that are told beside each other.</summary>
    public const int Years = 6;

    /// <param name="first">First day in the park.</param>
    /// <param name="last">Last day; what has not come yet is left out.</param>
    public async Task<SavingSet> Read(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View) || last < first)
            return SavingSet.None;
        var oldest = new DateOnly(Math.Min(first.Year, last.Year - Years + 1), 1, 1);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var leaks = await Mended(db, LdarWords.Begin(oldest), enterprise, null, cancellationToken).ConfigureAwait(false);
        var units = await (from unit in db.Set<LdarUnit>().AsNoTracking()
                           where enterprise == null || unit.EnterpriseId == enterprise
                           join owner in db.Set<Platform.Enterprises.Enterprise>() on unit.EnterpriseId equals owner.Id
                           orderby unit.EnterpriseId, unit.Code
                           select new { unit.Id, unit.Name, Owner = owner.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var repairs = Within(leaks, first, last);
        var byUnit = repairs.ToLookup(one => one.Leak.UnitId);
        return new(
            first, last, settings.Yuan(1_000), [.. repairs.OrderByDescending(one => one.Kilograms)], [.. units.Select(unit => Sum(unit.Owner, unit.Name, "", [.. byUnit[unit.Id]]))],
            [.. repairs.GroupBy(one => one.Leak.EnterpriseId).Select(of => Sum(of.First().Leak.Enterprise, "", "", [.. of])).OrderByDescending(sum => sum.Kilograms)],
            [.. Enumerable.Range(0, Years).Select(back => last.Year - back).Select(year => Sum("", "", year.ToString(CultureInfo.InvariantCulture), Within(leaks, new(year, 1, 1), new(year, 12, 31))))]);
    }

    /// <summary>What one repair has saved until now; <see langword="null"/> where it has not been measured again below the limit, or the actor may not see it.</summary>
    public async Task<(RepairSaving Saving, double? Yuan)?> Of(int repair, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var leaks = await Mended(db, DateTime.UnixEpoch, null, repair, cancellationToken).ConfigureAwait(false);
        return leaks is [var leak] && RepairSaving.Of(leak, leak.RetestAt, clock.UtcNow()) is { } saving ? (saving, settings.Yuan(saving.Kilograms)) : null;
    }

    /// <summary>What each repair since a moment has saved until now, kg, by its id.</summary>
    internal async Task<IReadOnlyDictionary<int, double>> Since(ParkDb db, DateTime from, int? enterprise, CancellationToken cancellationToken)
    {
        var (leaks, now) = (await Mended(db, from, enterprise, null, cancellationToken).ConfigureAwait(false), clock.UtcNow());
        return leaks.Select(leak => (leak.RepairId, Saving: RepairSaving.Of(leak, leak.RetestAt, now))).Where(one => one.Saving is not null).ToDictionary(one => one.RepairId, one => one.Saving!.Kilograms);
    }

    private List<RepairSaving> Within(IEnumerable<MendedLeak> leaks, DateOnly first, DateOnly last)
    {
        var (from, to, now) = (LdarWords.Begin(first), LdarWords.End(last), clock.UtcNow());
        return [.. leaks.Select(leak => RepairSaving.Of(leak, from, to > now ? now : to)).OfType<RepairSaving>()];
    }

    private SavingSum Sum(string enterprise, string unit, string year, IReadOnlyCollection<RepairSaving> repairs)
    {
        var kilograms = repairs.Sum(one => one.Kilograms);
        return new(enterprise, unit, year, repairs.Count, kilograms, settings.Yuan(kilograms));
    }

    private static async Task<List<MendedLeak>> Mended(ParkDb db, DateTime from, int? enterprise, int? repairId, CancellationToken cancellationToken)
    {
        var since = from.AddYears(-RepairSaving.MostYears);
        var readings = db.Set<LdarReading>().AsNoTracking();
        var found = await (from repair in db.Set<LdarRepair>().AsNoTracking()
                           where repair.Stage == LeakState.Closed && repair.RetestAt >= since && (enterprise == null || repair.EnterpriseId == enterprise) && (repairId == null || repair.Id == repairId)
                           join point in db.Set<SealPoint>() on repair.SealPointId equals point.Id
                           join unit in db.Set<LdarUnit>() on point.UnitId equals unit.Id
                           join owner in db.Set<Platform.Enterprises.Enterprise>() on repair.EnterpriseId equals owner.Id
                           select new
                           {
                               repair.Id,
                               repair.SealPointId,
                               repair.PointCode,
                               repair.EnterpriseId,
                               Owner = owner.Name,
                               Unit = unit,
                               point.Kind,
                               point.State,
                               point.VocShare,
                               point.OutOfService,
                               repair.FirstNet,
                               repair.RetestNet,
                               repair.RetestAt,
                               NextAt = readings.Where(one => one.SealPointId == repair.SealPointId && one.At > repair.RetestAt).Min(one => one.At),
                           }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. from one in found
               let kind = SealKind.Of(one.Kind)
               let state = FluidStates.Of(one.State)
               where kind is not null && state is not null
               select new MendedLeak(
                   one.Id, one.SealPointId, one.PointCode, one.EnterpriseId, one.Owner, one.Unit.Id, one.Unit.Name, kind, state.Value, one.Unit.LdarSector, one.FirstNet ?? 0, one.RetestNet!.Value, one.RetestAt!.Value, one.NextAt,
                   one.OutOfService is { } ended ? LdarWords.Begin(ended) : null, one.Unit.RunningShare * (one.VocShare ?? 1)),
        ];
    }
}
