using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Length of the periods that statistics are made for.</summary>
public enum PeriodKind
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>Periods of the park's calendar.</summary>
public static class PeriodKinds
{
    public static string Chinese(this PeriodKind kind) => kind switch { PeriodKind.Day => "日", PeriodKind.Month => "月", PeriodKind.Quarter => "季", _ => "年" };

    /// <summary>First day of the period that a day lies in.</summary>
    public static DateOnly StartOf(this PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Day => day,
        PeriodKind.Month => new DateOnly(day.Year, day.Month, 1),
        PeriodKind.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>First day of the next period.</summary>
    public static DateOnly EndOf(this PeriodKind kind, DateOnly start) => kind switch
    {
        PeriodKind.Day => start.AddDays(1),
        PeriodKind.Month => start.AddMonths(1),
        PeriodKind.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };

    /// <summary>The period before.</summary>
    public static DateOnly Before(this PeriodKind kind, DateOnly start) => kind.StartOf(start.AddDays(-1));

    public static string Name(this PeriodKind kind, DateOnly start) => kind switch
    {
        PeriodKind.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => $"{start.Year} 年第 {((start.Month - 1) / 3) + 1} 季度",
        _ => $"{start.Year} 年",
    };

    /// <summary>UTC start of a day of the park.</summary>
    public static DateTime ToUtc(this DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
