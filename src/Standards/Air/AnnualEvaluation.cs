using System.Collections.Frozen;

namespace EcoPark.Standards.Air;

/// <summary>One pollutant of a year.</summary>
/// <param name="Mean">Annual mean, rounded; null for CO and O₃, and where the year is not valid.</param>
/// <param name="MeanVerdict">Against the annual limit; null where there is none.</param>
/// <param name="Percent">Which percentile of the daily values is evaluated.</param>
/// <param name="PercentileValue">That percentile, rounded.</param>
/// <param name="PercentileVerdict">Against the daily limit.</param>
/// <param name="ValidDays">Days with a valid value.</param>
/// <param name="Meets">达标: every verdict passes; null where something cannot be judged.</param>
public sealed record AnnualPollutant(
    AirPollutant Pollutant, decimal? Mean, Verdict? MeanVerdict, int Percent, decimal? PercentileValue, Verdict? PercentileVerdict, int ValidDays, bool? Meets);

/// <summary>A year of ambient air, HJ 663.</summary>
/// <param name="StandardNumber">HJ 663-2026 or HJ 663-2013.</param>
/// <param name="Meets">达标: all six pollutants; null where one cannot be judged and none fails.</param>
public sealed record AnnualAir(string StandardNumber, int Year, IReadOnlyList<AnnualPollutant> Pollutants, bool? Meets);

/// <summary>Evaluation of a year against GB 3095, by the versions in force on its last day.</summary>
/// <remarks>
/// Percentiles: SO₂ and NO₂ 98, PM₁₀, PM₂.₅ and CO 95, O₃ (daily maximum 8 h) 90: HJ 663-2026 table 1, the same as in 2013.
/// Exceptional events and the three-year mean of HJ 663-2026 are not built: their text was not seen.
/// </remarks>
public static class AnnualEvaluation
{
    private static readonly FrozenDictionary<AirPollutant, int> Percents = new Dictionary<AirPollutant, int>
    {
        [AirPollutant.SulphurDioxide] = 98,
        [AirPollutant.NitrogenDioxide] = 98,
        [AirPollutant.CarbonMonoxide] = 95,
        [AirPollutant.Ozone] = 90,
        [AirPollutant.Pm10] = 95,
        [AirPollutant.Pm25] = 95,
    }.ToFrozenDictionary();

    /// <summary>Evaluates the daily values of a year.</summary>
    /// <param name="year">Year of the park's zone.</param>
    /// <param name="days">Valid daily values: means, for ozone daily maximum 8-hour means; μg/m³, CO mg/m³.</param>
    /// <param name="airClass">一级 or 二级.</param>
    public static AnnualAir Of(int year, IReadOnlyDictionary<AirPollutant, IReadOnlyDictionary<DateOnly, decimal?>> days, string airClass = "二级")
    {
        var pollutants = Enum.GetValues<AirPollutant>()
            .Select(pollutant => Evaluate(pollutant, year, days.GetValueOrDefault(pollutant) ?? FrozenDictionary<DateOnly, decimal?>.Empty, airClass))
            .ToList();
        return new(StandardOf(new(year, 12, 31)), year, pollutants, Together(pollutants.Select(pollutant => pollutant.Meets)));
    }

    /// <summary>HJ 663-2026 since 2026-03-01, HJ 663-2013 before.</summary>
    public static string StandardOf(DateOnly day) => day >= new DateOnly(2026, 3, 1) ? "HJ 663-2026" : "HJ 663-2013";

    private static AnnualPollutant Evaluate(AirPollutant pollutant, int year, IReadOnlyDictionary<DateOnly, decimal?> days, string airClass)
    {
        var day = new DateOnly(year, 12, 31);
        var percent = Percents[pollutant];
        var values = days.Values.OfType<decimal>().ToList();
        var isValid = AirMeans.IsYearValid(days);
        var percentile = isValid && Percentile.Of(values, percent) is { } value ? pollutant.Rounded(value) : (decimal?)null;
        var daily = Judge(pollutant, percentile, pollutant == AirPollutant.Ozone ? Averaging.DailyMaximumEightHours : Averaging.Day, day, airClass);

        // GB 3095 has no annual limit of CO and O₃: they are evaluated by the percentile alone.
        if (pollutant is AirPollutant.CarbonMonoxide or AirPollutant.Ozone)
            return new(pollutant, null, null, percent, percentile, daily, values.Count, MeetsOf(daily));

        var mean = AirMeans.Year(days) is { } average ? pollutant.Rounded(average) : (decimal?)null;
        var annual = Judge(pollutant, mean, Averaging.Year, day, airClass);
        return new(pollutant, mean, annual, percent, percentile, daily, values.Count, Together([MeetsOf(annual), MeetsOf(daily)]));
    }

    private static Verdict Judge(AirPollutant pollutant, decimal? value, Averaging averaging, DateOnly day, string airClass) => Judgement.Judge(new()
    {
        Factor = pollutant.Code(),
        Value = value,
        Unit = pollutant.Unit(),
        Averaging = averaging,
        Medium = Medium.AmbientAir,
        Day = day,
        Class = airClass,
    });

    private static bool? MeetsOf(Verdict verdict) => verdict.Outcome switch
    {
        LimitOutcome.Pass => true,
        LimitOutcome.Fail => false,
        _ => null,
    };

    private static bool? Together(IEnumerable<bool?> parts)
    {
        var all = parts.ToList();
        if (all.Contains(false))
            return false;
        return all.Contains(null) ? null : true;
    }
}
