namespace EcoPark.Standards.Air;

/// <summary>Means of ambient air and how much data they need, GB 3095-2026 table 4 (2012: table 4 likewise).</summary>
public static class AirMeans
{
    private const int HoursOfDay = 20;
    private const int DaysOfYear = 324;

    /// <summary>Mean of a day (or of 24 moving hours); null below 20 valid hours.</summary>
    /// <param name="hours">Hourly means, null where not valid.</param>
    public static decimal? Day(ReadOnlySpan<decimal?> hours) => Mean(hours, HoursOfDay);

    /// <summary>Mean of a year; null below 324 valid days, or 27 of a month (25 of February).</summary>
    /// <param name="days">Daily means by day of the park's zone; days left out or null count as not valid.</param>
    public static decimal? Year(IReadOnlyDictionary<DateOnly, decimal?> days)
    {
        if (!IsYearValid(days))
            return null;
        var values = days.Values.Where(value => value is not null).ToArray();
        return Mean(values, 1);
    }

    /// <summary>Whether a year has enough valid days.</summary>
    public static bool IsYearValid(IReadOnlyDictionary<DateOnly, decimal?> days)
    {
        var perMonth = new int[13];
        foreach (var (day, value) in days)
            perMonth[day.Month] += value is null ? 0 : 1;
        return perMonth.Sum() >= DaysOfYear && Enumerable.Range(1, 12).All(month => perMonth[month] >= (month == 2 ? 25 : 27));
    }

    private static decimal? Mean(ReadOnlySpan<decimal?> values, int needed)
    {
        var (sum, count) = (0m, 0);
        foreach (var value in values)
        {
            if (value is not { } figure)
                continue;
            sum += figure;
            count++;
        }

        return count >= needed ? sum / count : null;
    }
}
