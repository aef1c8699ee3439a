using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>An enterprise's waste in a year, and how closely it is managed.</summary>
/// <param name="Hazardous">Hazardous waste generated, t.</param>
/// <param name="General">General industrial waste generated, t.</param>
public sealed record EnterpriseFigures(int EnterpriseId, string Enterprise, double Hazardous, double General, double Treated, double Stock, WasteUnitClass? Class, DueReport? Next)
{
    /// <param name="figures">Of the enterprise's wastes.</param>
    /// <param name="sums">Of its ledger, also of years before.</param>
    public static EnterpriseFigures Of(int id, string name, bool isLicensed, int year, IReadOnlyList<KindFigures> figures, IReadOnlyList<WasteSum> sums, DateOnly today)
    {
        var hazardous = figures.Where(one => one.Kind.Class == WasteWords.Hazardous).ToDictionary(one => one.Kind.Id);
        var ofHazardous = sums.Where(sum => hazardous.ContainsKey(sum.KindId)).ToList();
        List<(int, double)> years = [.. ofHazardous.Where(sum => sum.Stage == LedgerStage.Generated).GroupBy(sum => sum.Year).Select(of => (of.Key, of.Sum(sum => sum.Tonnes)))];
        double? permitted = hazardous.Values.Any(one => one.Kind.Maximum is not null) ? hazardous.Values.Sum(one => one.Kind.Maximum ?? 0) : null;
        var treatsItself = ofHazardous.Exists(sum => sum.Stage is LedgerStage.OwnUse or LedgerStage.OwnDisposal);
        var level = hazardous.Count == 0 && !isLicensed ? null : WasteUnitClass.Of(years, today.Year, permitted, treatsItself, isLicensed);
        return new(id, name, hazardous.Values.Sum(one => one.Generated), figures.Where(one => one.Kind.Class == WasteWords.General).Sum(one => one.Generated), figures.Sum(one => one.Treated), figures.Sum(one => one.Stock), level, level is null ? null : DueReport.Next(level.Level, today));
    }
}

/// <summary>The next declaration that is due, HJ 1259-2022.</summary>
public sealed record DueReport(DateOnly On, string Title)
{
    /// <summary>Key units by the month, simplified ones by the quarter, all of them by the year, with the plan of the new one.</summary>
    public static DueReport Next(WasteUnitLevel level, DateOnly today) => Ahead(level, today).OrderBy(one => one.On).First();

    private static IEnumerable<DueReport> Ahead(WasteUnitLevel level, DateOnly today)
    {
        var year = today <= WasteRules.PlanDay(today.Year) ? today.Year : today.Year + 1;
        yield return new(WasteRules.PlanDay(year), $"{year} 年管理计划、{year - 1} 年年度申报");
        if (level == WasteUnitLevel.Registered)
            yield break;
        // The month that is declared lies before the one that it is declared in.
        for (var due = new DateOnly(today.Year, today.Month, WasteRules.DeclarationDay); ; due = due.AddMonths(1))
        {
            var of = due.AddMonths(-1);
            if (due < today || (level == WasteUnitLevel.Simplified && of.Month % 3 != 0))
                continue;
            yield return new(due, level == WasteUnitLevel.Key ? $"{of.Year} 年 {of.Month} 月申报" : $"{of.Year} 年第 {of.Month / 3} 季度申报");
            yield break;
        }
    }
}
