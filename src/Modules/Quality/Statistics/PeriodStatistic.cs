using EcoPark.Modules.Quality.Stations;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>One factor of one station in one period, from its valid daily values (or samples).</summary>
/// <param name="Station">The station.</param>
/// <param name="Factor">Code.</param>
/// <param name="Name">Chinese name of the factor.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Start">First day of the period.</param>
public sealed record PeriodStatistic(QualityStation Station, string Factor, string Name, string Unit, int Decimals, DateOnly Start)
{
    /// <summary>Kind of the period.</summary>
    public required CalendarPeriod Kind { get; init; }

    /// <summary>Valid daily values or samples.</summary>
    public int Valid { get; init; }

    /// <summary>Days of the period up to now; of samples, how many were taken.</summary>
    public int Due { get; init; }

    public double? Mean { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>98th percentile of daily values for SO₂ and NO₂, 95th for particles and CO, 90th for ozone (HJ 663), else 95th.</summary>
    public double? Percentile { get; init; }

    public int Percent { get; init; }

    /// <summary>Values that could be judged.</summary>
    public int Judged { get; init; }

    /// <summary>Of these, values over the limit.</summary>
    public int Exceeding { get; init; }

    public double? HighestMultiple { get; init; }

    /// <summary>Standard, class and limit that the newest value was judged by; empty where there is none.</summary>
    public string Limit { get; init; } = "";

    /// <summary>Mean of the same period a year before.</summary>
    public double? YearBefore { get; init; }

    /// <summary>Mean of the period before.</summary>
    public double? Before { get; init; }

    /// <summary>达标率, 0…1.</summary>
    public double? ComplianceRate => Judged == 0 ? null : 1 - ((double)Exceeding / Judged);

    /// <summary>同比, share of the value a year before.</summary>
    public double? YearOnYear => YearBefore is > 0 && Mean is { } mean ? (mean / YearBefore.Value) - 1 : null;

    /// <summary>环比, share of the period before.</summary>
    public double? PeriodOnPeriod => Before is > 0 && Mean is { } mean ? (mean / Before.Value) - 1 : null;
}
