using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Waste;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>What the enterprises in the actor's scope owe and have handed in.</summary>
public sealed class DeclarationReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Days back that what is missing is told of.</summary>
    private const int DaysBack = 365;

    /// <param name="enterprise">One alone; <see langword="null"/> for all in scope.</param>
    /// <returns>What was due in the last year, and the next of each kind; what is late first, then by day.</returns>
    public async Task<IReadOnlyList<DeclarationRow>> Read(int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(clock.ParkNow());
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(one => enterprise == null || one.Id == enterprise).Select(one => new { one.Id, one.Name, one.CreditCode }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var kinds = (await db.Set<WasteKind>().AsNoTracking().Where(one => one.Class == WasteWords.Hazardous && (enterprise == null || one.EnterpriseId == enterprise)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.EnterpriseId);
        var sums = (await WasteReader.Sums(db, today.Year - 2 - UnitClass.YearsBefore, enterprise, cancellationToken).ConfigureAwait(false)).ToLookup(sum => sum.EnterpriseId);
        var filed = (await db.Set<WasteDeclaration>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.EnterpriseId);
        var firstYear = today.Year - 1;
        var planned = await db.Set<WastePlan>().AsNoTracking().Where(one => one.Year >= firstYear && (enterprise == null || one.EnterpriseId == enterprise)).GroupBy(one => new { one.EnterpriseId, one.Year }).Select(of => new { of.Key, Tonnes = of.Sum(one => one.Expected) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var plans = planned.ToDictionary(one => (one.Key.EnterpriseId, one.Key.Year ?? 0), one => one.Tonnes);
        var licensed = WasteReader.Licensed(await WasteReader.Disposers(db, cancellationToken).ConfigureAwait(false));
        var rows = enterprises.SelectMany(one => Of(one.Id, one.Name, licensed.Contains(one.CreditCode), [.. kinds[one.Id]], [.. sums[one.Id]], [.. filed[one.Id]], year => plans.GetValueOrDefault((one.Id, year)), today));
        return [.. rows.OrderBy(row => row.Rank).ThenBy(row => row.Filed is null ? row.Declaration.DueOn.DayNumber : -row.Declaration.DueOn.DayNumber).ThenBy(row => row.Enterprise, StringComparer.Ordinal)];
    }

    /// <param name="kinds">Hazardous ones.</param>
    /// <param name="plan">Sum of the plan of a year, t.</param>
    internal static IEnumerable<DeclarationRow> Of(int id, string name, bool isLicensed, IReadOnlyList<WasteKind> kinds, IReadOnlyList<WasteSum> sums, IReadOnlyList<WasteDeclaration> filed, Func<int, double?> plan, DateOnly today)
    {
        if (kinds.Count == 0)
            yield break;
        var ids = kinds.Select(kind => kind.Id).ToHashSet();
        List<WasteSum> own = [.. sums.Where(sum => ids.Contains(sum.KindId))];
        // The class of a year to come rests on one that is not over yet; whoever treats its own waste since November owed no months before.
        WasteUnitClass ClassOf(Declaration one) => UnitClass.Of(Math.Min(one.Year, today.Year), kinds, own.Where(sum => sum.Month <= (one.Last.Year * 100) + one.Last.Month), isLicensed)!;
        // Of the time before its ledger the platform says nothing.
        var begun = Begun(own, today);
        var due = Declaration.Due(today.AddDays(-DaysBack), today.AddDays(DaysBack), one => ClassOf(one).Level).Where(one => one.Kind == DeclarationKind.Plan ? one.First >= begun || one.DueOn >= today : one.Last >= begun && one.Year <= today.Year).ToList();
        var next = due.Where(one => one.DueOn >= today && !filed.Any(record => record.Of == one)).GroupBy(one => one.Kind).Select(of => of.First()).ToHashSet();
        var handedIn = filed.Select(record => record.Of).OfType<Declaration>().ToHashSet();
        foreach (var one in due.Where(one => one.DueOn < today || next.Contains(one)).Union(handedIn.Where(one => one.DueOn >= today.AddDays(-DaysBack))))
            yield return new(id, name, ClassOf(one), one, filed.FirstOrDefault(record => record.Of == one), Ledger(one, own, plan), today);
    }

    private static DateOnly Begun(IReadOnlyList<WasteSum> sums, DateOnly today)
    {
        if (sums.Count == 0)
            return today;
        var month = sums.Min(sum => sum.Month);
        return new(month / 100, month % 100, 1);
    }

    private static double? Ledger(Declaration one, IReadOnlyList<WasteSum> sums, Func<int, double?> plan)
    {
        if (one.Kind == DeclarationKind.Plan)
            return plan(one.Year) is { } expected ? Math.Round(expected, 6) : null;
        var (first, last) = ((one.First.Year * 100) + one.First.Month, (one.Last.Year * 100) + one.Last.Month);
        return Math.Round(sums.Where(sum => sum.Stage == LedgerStage.Generated && sum.Month >= first && sum.Month <= last).Sum(sum => sum.Tonnes), 6);
    }
}
