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
        List<KindFigures> hazardous = [.. figures.Where(one => one.Kind.Class == WasteWords.Hazardous)];
        var level = UnitClass.Of(today.Year, [.. hazardous.Select(one => one.Kind)], sums, isLicensed);
        return new(
            id, name, hazardous.Sum(one => one.Generated), figures.Where(one => one.Kind.Class == WasteWords.General).Sum(one => one.Generated), figures.Sum(one => one.Treated), figures.Sum(one => one.Stock), level,
            level is null ? null : DueReport.Next(level.Level, today));
    }
}

/// <summary>What falls due next, HJ 1259-2022.</summary>
public sealed record DueReport(DateOnly On, string Title)
{
    public static DueReport Next(WasteUnitLevel level, DateOnly today)
    {
        var next = Declaration.Due(today, today.AddYears(1), _ => level).GroupBy(one => one.DueOn).First();
        return new(next.Key, string.Join('、', next.Select(one => one.Title)));
    }
}
