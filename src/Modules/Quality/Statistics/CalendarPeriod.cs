using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Length of the periods that statistics are made for.</summary>
public enum CalendarPeriod
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>Periods of the park's calendar.</summary>
public static class CalendarPeriods
{
    public static string Chinese(this CalendarPeriod kind) => kind switch { CalendarPeriod.Day => "日", CalendarPeriod.Month => "月", CalendarPeriod.Quarter => "季", _ => "年" };

    /// <summary>First day of the period that a day lies in.</summary>
    public static DateOnly StartOf(this CalendarPeriod kind, DateOnly day) => kind switch
    {
        CalendarPeriod.Day => day,
        CalendarPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarPeriod.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>First day of the next period.</summary>
    public static DateOnly EndOf(this CalendarPeriod kind, DateOnly start) => kind switch
    {
        CalendarPeriod.Day => start.AddDays(1),
        CalendarPeriod.Month => start.AddMonths(1),
        CalendarPeriod.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };

    /// <summary>The period before.</summary>
    public static DateOnly Before(this CalendarPeriod kind, DateOnly start) => kind.StartOf(start.AddDays(-1));

    public static string Name(this CalendarPeriod kind, DateOnly start) => kind switch
    {
        CalendarPeriod.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CalendarPeriod.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        CalendarPeriod.Quarter => $"{start.Year} 年第 {((start.Month - 1) / 3) + 1} 季度",
        _ => $"{start.Year} 年",
    };

    /// <summary>UTC start of a day of the park.</summary>
    public static DateTime ToUtc(this DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
