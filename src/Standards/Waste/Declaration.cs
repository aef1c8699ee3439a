using System.Globalization;

namespace EcoPark.Standards.Waste;

/// <summary>What a unit that generates hazardous waste hands in, HJ 1259-2022 5.1 and 7.2.</summary>
public enum DeclarationKind
{
    /// <summary>管理计划 of a year.</summary>
    Plan,

    /// <summary>月度申报.</summary>
    Month,

    /// <summary>季度申报.</summary>
    Quarter,

    /// <summary>年度申报.</summary>
    Year,
}

/// <summary>One of them.</summary>
/// <param name="Number">Month or quarter; 0 of a year.</param>
public sealed record Declaration(DeclarationKind Kind, int Year, int Number = 0)
{
    private const int MonthsOfQuarter = 3;

    /// <summary>Chinese names of the kinds, the plan first.</summary>
    public static readonly IReadOnlyList<(DeclarationKind Kind, string Name)> Kinds = [(DeclarationKind.Plan, "管理计划"), (DeclarationKind.Month, "月度申报"), (DeclarationKind.Quarter, "季度申报"), (DeclarationKind.Year, "年度申报")];

    public string Name => Kinds.Single(one => one.Kind == Kind).Name;

    /// <summary>Period as people write it: 2026-05, 2026-Q2, 2026.</summary>
    public string Period => Kind switch
    {
        DeclarationKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:D2}"),
        DeclarationKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Chinese.</summary>
    public string Title => Kind switch
    {
        DeclarationKind.Plan => $"{Year} 年管理计划",
        DeclarationKind.Month => $"{Year} 年 {Number} 月申报",
        DeclarationKind.Quarter => $"{Year} 年第 {Number} 季度申报",
        _ => $"{Year} 年年度申报",
    };

    public DateOnly First => Kind switch
    {
        DeclarationKind.Month => new(Year, Number, 1),
        DeclarationKind.Quarter => new(Year, ((Number - 1) * MonthsOfQuarter) + 1, 1),
        _ => new(Year, 1, 1),
    };

    public DateOnly Last => Kind switch
    {
        DeclarationKind.Month => First.AddMonths(1).AddDays(-1),
        DeclarationKind.Quarter => First.AddMonths(MonthsOfQuarter).AddDays(-1),
        _ => new(Year, 12, 31),
    };

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly DueOn => Kind switch
    {
        DeclarationKind.Plan => WasteRules.PlanDay(Year),
        DeclarationKind.Year => WasteRules.PlanDay(Year + 1),
        _ => new DateOnly(Last.Year, Last.Month, 1).AddMonths(1).AddDays(WasteRules.DeclarationDay - 1),
    };

    /// <summary>What a class owes: key units by the month, simplified ones by the quarter, all of them by the year, with the plan of each year.</summary>
    public static bool IsOwed(WasteUnitLevel level, DeclarationKind kind) => kind switch
    {
        DeclarationKind.Month => level == WasteUnitLevel.Key,
        DeclarationKind.Quarter => level == WasteUnitLevel.Simplified,
        _ => true,
    };

    /// <summary>All that is due from a day to a day, in the order of the days.</summary>
    /// <param name="level">Class that a declaration follows from.</param>
    public static IEnumerable<Declaration> Due(DateOnly from, DateOnly to, Func<Declaration, WasteUnitLevel> level) =>
        Enumerable.Range(from.Year - 1, to.Year - from.Year + 2).SelectMany(OfYear).Where(one => one.DueOn >= from && one.DueOn <= to && IsOwed(level(one), one.Kind)).OrderBy(one => one.DueOn).ThenBy(one => one.Kind);

    /// <summary>Reads what people write.</summary>
    /// <param name="name">Of <see cref="Kinds"/>.</param>
    /// <returns><see langword="null"/> where the period is none of the kind.</returns>
    public static Declaration? Parse(string name, string period)
    {
        if (Kinds.FirstOrDefault(one => one.Name == name) is not { Name: not null } found || period.Length < 4 || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2099)
            return null;
        return OfYear(year).FirstOrDefault(one => one.Kind == found.Kind && one.Period == period);
    }

    /// <summary>A period of the kind, as an example.</summary>
    public static string Example(string name) => Kinds.FirstOrDefault(one => one.Name == name).Kind switch
    {
        DeclarationKind.Month => "2026-05",
        DeclarationKind.Quarter => "2026-Q2",
        _ => "2026",
    };

    private static IEnumerable<Declaration> OfYear(int year) =>
    [
        new(DeclarationKind.Plan, year), new(DeclarationKind.Year, year), .. Enumerable.Range(1, 12).Select(month => new Declaration(DeclarationKind.Month, year, month)),
        .. Enumerable.Range(1, 4).Select(quarter => new Declaration(DeclarationKind.Quarter, year, quarter)),
    ];
}
