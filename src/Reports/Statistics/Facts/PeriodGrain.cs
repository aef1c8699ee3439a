namespace EcoPark.Reports.Statistics;

/// <summary>Periods of the park's calendar that rows are grouped by, the finest first.</summary>
public enum PeriodGrain
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>Periods as numbers that both databases make: 20261128, 202611, 20264, 2026.</summary>
public static class PeriodGrains
{
    /// <summary>Number of the period that a day lies in.</summary>
    public static int KeyOf(this PeriodGrain grain, DateOnly day) => grain switch
    {
        PeriodGrain.Day => (day.Year * 10_000) + (day.Month * 100) + day.Day,
        PeriodGrain.Month => (day.Year * 100) + day.Month,
        PeriodGrain.Quarter => (day.Year * 10) + ((day.Month + 2) / 3),
        _ => day.Year,
    };

    /// <summary>First day of a period.</summary>
    public static DateOnly Start(this PeriodGrain grain, int key) => grain switch
    {
        PeriodGrain.Day => new DateOnly(key / 10_000, key / 100 % 100, key % 100),
        PeriodGrain.Month => new DateOnly(key / 100, key % 100, 1),
        PeriodGrain.Quarter => new DateOnly(key / 10, ((key % 10) * 3) - 2, 1),
        _ => new DateOnly(key, 1, 1),
    };

    /// <summary>First day of the next period.</summary>
    public static DateOnly Next(this PeriodGrain grain, DateOnly start) => grain == PeriodGrain.Day ? start.AddDays(1) : start.AddMonths(grain.Months());

    /// <summary>Months of a period; 0 for a day.</summary>
    public static int Months(this PeriodGrain grain) => grain switch { PeriodGrain.Month => 1, PeriodGrain.Quarter => 3, PeriodGrain.Year => 12, _ => 0 };
}
