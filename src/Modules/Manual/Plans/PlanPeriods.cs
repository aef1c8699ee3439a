namespace EcoPark.Modules.Manual.Plans;

/// <summary>First and last day of a period.</summary>
public readonly record struct PlanPeriod(DateOnly First, DateOnly Last);

/// <summary>Periods of the calendar in which something is to be measured.</summary>
public static class PlanPeriods
{
    public static readonly IReadOnlyList<string> All = ["日", "周", "月", "季", "半年", "年"];

    /// <summary>The period that a day lies in; weeks begin on Monday.</summary>
    public static PlanPeriod Of(string per, DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        return per switch
        {
            "日" => new(day, day),
            "周" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) is var monday ? new(monday, monday.AddDays(6)) : default,
            "月" => Months(month, 1),
            "季" => Months(month.AddMonths(-((day.Month - 1) % 3)), 3),
            "半年" => Months(month.AddMonths(-((day.Month - 1) % 6)), 6),
            "年" => Months(new(day.Year, 1, 1), 12),
            _ => throw new ArgumentOutOfRangeException(nameof(per), per, null),
        };
    }

    /// <summary>Periods that end between two days: a week belongs to the year that it ends in.</summary>
    public static IEnumerable<PlanPeriod> Ending(string per, DateOnly from, DateOnly to)
    {
        for (var period = Of(per, from); period.Last <= to; period = Of(per, period.Last.AddDays(1)))
            yield return period;
    }

    private static PlanPeriod Months(DateOnly first, int months) => new(first, first.AddMonths(months).AddDays(-1));
}
