namespace EcoPark.Analysis.Descriptions;

/// <summary>One day of a calendar picture.</summary>
/// <param name="Day">Local day.</param>
/// <param name="N">Values of the day.</param>
/// <param name="Mean">Mean; NaN where fewer values than asked are there.</param>
/// <param name="Max">Largest value; NaN likewise.</param>
public sealed record CalendarDay(DateOnly Day, int N, double Mean, double Max);

/// <summary>Daily means for a calendar picture. Whether a day is valid in law is for the Standards library to say.</summary>
public static class DayCalendar
{
    /// <param name="first">Local time of the first value.</param>
    /// <param name="step">Between values; divides a day.</param>
    /// <param name="series">Values, NaN in gaps.</param>
    /// <param name="fewest">Values a day needs to be shown.</param>
    /// <returns>Every day from first to last, also those without values.</returns>
    public static IReadOnlyList<CalendarDay> Of(DateTime first, TimeSpan step, ReadOnlySpan<double> series, int fewest = 1)
    {
        var days = new List<CalendarDay>();
        for (var (from, to) = (0, 0); from < series.Length; from = to)
        {
            var day = DateOnly.FromDateTime(first + (from * step));
            while (to < series.Length && DateOnly.FromDateTime(first + (to * step)) == day)
                to++;
            days.Add(OfDay(day, Series.Present(series[from..to]), fewest));
        }

        return days;
    }

    private static CalendarDay OfDay(DateOnly day, double[] values, int fewest) =>
        values.Length < Math.Max(fewest, 1)
            ? new CalendarDay(day, values.Length, double.NaN, double.NaN)
            : new CalendarDay(day, values.Length, values.Average(), values.Max());
}
