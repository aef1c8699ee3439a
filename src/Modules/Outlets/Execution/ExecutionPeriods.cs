using System.Globalization;

namespace EcoPark.Modules.Outlets.Execution;

/// <summary>Periods for which permits want reports: months, quarters and years.</summary>
public static class ExecutionPeriods
{
    private const int Months = 12;

    /// <summary>The present month first, then those before, quarters and years; the present ones up to today.</summary>
    public static IReadOnlyList<(string Key, string Title, DateOnly First, DateOnly Last)> Of(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        return
        [
            .. Enumerable.Range(0, Months).Select(back => month.AddMonths(-back)).Select(first => (Invariant($"{first:yyyy-MM}"), Invariant($"{first.Year} 年 {first.Month} 月"), first, End(first.AddMonths(1), today))),
            .. Enumerable.Range(0, 4).Select(back => quarter.AddMonths(-3 * back)).Select(first => (Invariant($"{first.Year}-Q{((first.Month - 1) / 3) + 1}"), Invariant($"{first.Year} 年第 {((first.Month - 1) / 3) + 1} 季度"), first, End(first.AddMonths(3), today))),
            .. Enumerable.Range(0, 2).Select(back => new DateOnly(today.Year - back, 1, 1)).Select(first => (Invariant($"{first.Year}"), Invariant($"{first.Year} 年"), first, End(first.AddYears(1), today))),
        ];
    }

    private static DateOnly End(DateOnly next, DateOnly today) => next.AddDays(-1) is var last && last < today ? last : today;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
