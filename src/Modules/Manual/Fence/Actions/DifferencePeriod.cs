using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Manual.Fence.Actions;

/// <summary>The points of a fence over one period: what they saw on average, the highest and the lowest.</summary>
/// <param name="Points">That have a mean of the period.</param>
public sealed record DifferencePeriod(DateOnly First, DateOnly Last, int Points, double Highest, string HighestAt, double Lowest, string LowestAt)
{
    /// <summary>Δc: what lies between them is the plant's.</summary>
    public double Difference => Highest - Lowest;
}

/// <summary>Δc over periods, after US EPA 40 CFR 63.658 (recalled): highest less lowest mean of the points, averaged over a year.</summary>
public static class RollingDifference
{
    /// <summary>Share of the hours of a period that a point needs. The platform's own.</summary>
    public const double FewestHours = 0.75;

    /// <summary>First day of the period that a day is in: periods follow one another without a gap, the same for everybody.</summary>
    public static DateOnly PeriodOf(DateOnly day) => DateOnly.FromDayNumber(day.DayNumber / FenceActionLevels.PeriodDays * FenceActionLevels.PeriodDays);

    /// <param name="hours">Valid hours of a point: day of the park and value.</param>
    /// <param name="names">Points by id.</param>
    /// <param name="until">First day that is not over: its period does not count yet.</param>
    public static IReadOnlyList<DifferencePeriod> OfHours(IEnumerable<(int Point, DateOnly Day, double Value)> hours, IReadOnlyDictionary<int, string> names, DateOnly until) =>
        [.. hours.GroupBy(hour => PeriodOf(hour.Day)).Where(of => of.Key.AddDays(FenceActionLevels.PeriodDays) <= until).OrderBy(of => of.Key)
            .Select(of => Of(of.Key, of.Key.AddDays(FenceActionLevels.PeriodDays - 1), [.. of.GroupBy(hour => hour.Point).Where(point => point.Count() >= FewestHours * 24 * FenceActionLevels.PeriodDays).Select(point => (names[point.Key], point.Average(hour => hour.Value)))])).OfType<DifferencePeriod>()];

    /// <returns><see langword="null"/> where fewer than two points have a mean.</returns>
    public static DifferencePeriod? Of(DateOnly first, DateOnly last, IReadOnlyList<(string Point, double Mean)> points)
    {
        if (points.Count < 2)
            return null;
        var (highest, lowest) = (points.MaxBy(point => point.Mean), points.MinBy(point => point.Mean));
        return new(first, last, points.Count, highest.Mean, highest.Point, lowest.Mean, lowest.Point);
    }
}
