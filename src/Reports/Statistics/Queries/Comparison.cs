namespace EcoPark.Reports.Statistics;

/// <summary>What figures are compared with.</summary>
public enum Comparison
{
    None,

    /// <summary>同比: the same days a year before.</summary>
    YearBefore,

    /// <summary>环比: the period just before.</summary>
    PeriodBefore,

    /// <summary>What was planned or permitted for the years: see <see cref="FactPlan"/>.</summary>
    Plan,
}

/// <summary>Stretches that are compared.</summary>
public static class Comparisons
{
    /// <summary>In addresses.</summary>
    public static readonly IReadOnlyDictionary<string, Comparison> Keys = new Dictionary<string, Comparison> { ["year"] = Comparison.YearBefore, ["previous"] = Comparison.PeriodBefore, ["plan"] = Comparison.Plan };

    public static string Title(this Comparison comparison) => comparison switch { Comparison.YearBefore => "同比", Comparison.PeriodBefore => "环比", Comparison.Plan => "与计划比", _ => "不比较" };

    /// <summary>Months (or days, of what is no whole months) that lie between a figure and the one it is compared with.</summary>
    /// <param name="grain">Finest periods on an axis; null without any.</param>
    public static ComparisonStep Step(this Comparison comparison, PeriodGrain? grain, DateOnly first, DateOnly last)
    {
        if (comparison == Comparison.YearBefore)
            return new(12, 0);
        if (grain is { } periods)
            return periods == PeriodGrain.Day ? new(0, 1) : new(periods.Months(), 0);
        // Without periods on an axis the whole stretch is one; whole months are compared with as many months.
        var isWhole = first.Day == 1 && last.AddDays(1).Day == 1;
        return isWhole ? new((((last.Year - first.Year) * 12) + last.Month - first.Month) + 1, 0) : new(0, last.DayNumber - first.DayNumber + 1);
    }
}

/// <summary>How far back.</summary>
public readonly record struct ComparisonStep(int Months, int Days)
{
    /// <summary>The stretch to compare with: the end of a month answers to the end of a month.</summary>
    public (DateOnly First, DateOnly Last) Back(DateOnly first, DateOnly last)
    {
        if (Months == 0)
            return (first.AddDays(-Days), last.AddDays(-Days));
        var isEnd = last.AddDays(1).Day == 1;
        return (first.AddMonths(-Months), isEnd ? last.AddDays(1).AddMonths(-Months).AddDays(-1) : last.AddMonths(-Months));
    }

    /// <summary>The day that one of the compared stretch answers to; null for 29 February where the other year has none.</summary>
    public DateOnly? Forward(DateOnly day) => Months == 0 ? day.AddDays(Days) : day.AddMonths(Months) is var answer && answer.Day == day.Day ? answer : null;
}
