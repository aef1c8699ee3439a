using EcoPark.Modules.Manual.Figures;

namespace EcoPark.Modules.Manual.Plans;

/// <summary>What a day of the calendar says of a plan.</summary>
public enum DayEvent
{
    /// <summary>A period ends on which too little was measured, and nobody said why.</summary>
    Missed = 0,

    /// <summary>A period ends and something is still to be measured.</summary>
    Due = 1,

    /// <summary>A period ends in which it was measured as often as asked for.</summary>
    Kept = 2,

    /// <summary>A period ends in which it could not be measured, for a reason on record.</summary>
    Excused = 3,

    /// <summary>Samples were taken.</summary>
    Sampled = 4,
}

/// <summary>A line of a day.</summary>
/// <param name="Lacking">Days of sampling that are still wanted; 0 where none.</param>
public sealed record DayEntry(DateOnly Day, DayEvent Event, PlanRow Row, PlanPeriod Period, int Lacking);

/// <summary>Plans by the days of a month: when their periods end, how these stand, and when samples were taken.</summary>
public static class PlanCalendar
{
    /// <param name="month">Any day of it.</param>
    /// <returns>By day, the most urgent first.</returns>
    public static ILookup<DateOnly, DayEntry> Of(IEnumerable<PlanRow> rows, DateOnly month, DateOnly today)
    {
        var (first, last) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));
        return rows.SelectMany(row => Sampled(row, first, last).Concat(Ends(row, first, last, today))).OrderBy(entry => entry.Day).ThenBy(entry => entry.Event).ThenBy(entry => entry.Row.Enterprise, StringComparer.Ordinal).ThenBy(entry => entry.Row.Point, StringComparer.Ordinal).ToLookup(entry => entry.Day);
    }

    private static IEnumerable<DayEntry> Sampled(PlanRow row, DateOnly first, DateOnly last) =>
        row.Measured.Where(day => day >= first && day <= last).Select(day => new DayEntry(day, DayEvent.Sampled, row, PlanPeriods.Of(row.Plan.Per, day), 0));

    /// <summary>Only periods of which the plan holds from the first day to the last.</summary>
    private static IEnumerable<DayEntry> Ends(PlanRow row, DateOnly first, DateOnly last, DateOnly today)
    {
        foreach (var period in PlanPeriods.Ending(row.Plan.Per, first, last).Where(period => period.First >= row.Plan.From && !(row.Plan.To < period.Last)))
        {
            var lacking = row.Plan.Times!.Value - row.Measured.Count(day => day >= period.First && day <= period.Last);
            var excused = row.Excused.Count(day => day >= period.First && day <= period.Last);
            yield return new(period.Last, lacking <= 0 ? DayEvent.Kept : lacking <= excused ? DayEvent.Excused : period.Last < today ? DayEvent.Missed : DayEvent.Due, row, period, Math.Max(0, lacking - excused));
        }
    }
}
