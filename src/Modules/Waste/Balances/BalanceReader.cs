using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Balances;

/// <summary>Puts the ledgers of a year and the year before beside what their wastes go with, within the actor's scope.</summary>
public sealed class BalanceReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Amounts that one picture is made of: 400 wastes over two years.</summary>
    private const int MostAmounts = 10_000;

    /// <param name="enterprise">One alone; <see langword="null"/> for all in scope.</param>
    /// <returns>What stands out first.</returns>
    public async Task<IReadOnlyList<WasteBalance>> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return [];
        var today = ParkWords.DayOf(clock.UtcNow());
        var (first, last) = (new DateOnly(year - 1, 1, 1), new DateOnly(year, 12, 1));
        var over = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        last = last < over ? last : over;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var drivers = await db.Set<WasteDriver>().AsNoTracking().Where(one => one.Month >= first && one.Month <= last && (enterprise == null || one.EnterpriseId == enterprise)).OrderByDescending(one => one.Month).ThenBy(one => one.Id).Take(MostAmounts).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (drivers.Count == 0)
            return [];
        List<int> kinds = [.. drivers.Select(one => one.KindId).Distinct()];
        var known = await db.Set<WasteKind>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).ToDictionaryAsync(one => one.Id, cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var sums = (await WasteReader.Sums(db, year - 1, enterprise, cancellationToken).ConfigureAwait(false)).Where(sum => sum.Stage == LedgerStage.Generated).ToLookup(sum => sum.KindId);
        return
        [
            .. from driver in drivers
               where known.ContainsKey(driver.KindId)
               group driver by (driver.KindId, driver.Basis, driver.Item, driver.Unit) into same
               let kind = known[same.Key.KindId]
               let balance = WasteBalance.Of(
                   kind, names.GetValueOrDefault(kind.EnterpriseId, ""), same.Key.Basis, same.Key.Item, same.Key.Unit, same.GroupBy(one => one.Month!.Value).ToDictionary(of => of.Key, of => of.Sum(one => one.Amount!.Value)),
                   sums[kind.Id].GroupBy(sum => new DateOnly(sum.Year, sum.MonthOfYear, 1)).ToDictionary(of => of.Key, of => of.Sum(sum => sum.Tonnes)), first, last)
               orderby balance.Doubt.Length > 0 descending, balance.Doubtful.Count() descending, balance.Enterprise, kind.Name
               select balance,
        ];
    }
}
