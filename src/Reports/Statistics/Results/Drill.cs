namespace EcoPark.Reports.Statistics;

/// <summary>From a figure to the page with its rows.</summary>
internal static class Drill
{
    /// <param name="members">One an axis, in the order of the axes.</param>
    public static string? To(StatisticPlan plan, IReadOnlyList<Member> members)
    {
        var (first, last) = (plan.First, plan.Last);
        var narrowed = plan.Filters.ToDictionary(filter => filter.Dimension.Key, filter => filter.Keys);
        foreach (var (axis, member) in plan.Axes.Zip(members))
        {
            if (axis is PeriodAxis { Recurs: true })
                return null; // The same month of several years is no stretch.
            if (axis is PeriodAxis)
                (first, last) = Narrow(member.Key, first, last);
            else
                narrowed[axis.Key] = [member.Key];
        }

        return plan.Fact.Href(new DrillPlace(narrowed, first, last));
    }

    private static (DateOnly First, DateOnly Last) Narrow(string key, DateOnly first, DateOnly last)
    {
        var period = ReportPeriod.Parse(key, [ReportSpan.Day, ReportSpan.Month, ReportSpan.Quarter, ReportSpan.Year], DateOnly.MaxValue).Value!;
        return (period.First > first ? period.First : first, period.Last < last ? period.Last : last);
    }
}
