using System.Collections.Frozen;

namespace EcoPark.Standards.Air;

/// <summary>环境空气质量综合指数 of a period.</summary>
/// <param name="StandardNumber">HJ 663-2026 or HJ 663-2013.</param>
/// <param name="Value">Sum of the weighted single indices, two places; null where a concentration or the weights are missing.</param>
/// <param name="SingleIndices">Concentration / class II limit, not weighted.</param>
/// <param name="HighestPollutant">Pollutant of the highest weighted index (最大指数).</param>
/// <param name="Confidence">Of the weights.</param>
/// <param name="Note">Chinese note; null where nothing is to be said.</param>
public sealed record ComprehensiveAirIndex(
    string StandardNumber, decimal? Value, IReadOnlyDictionary<AirPollutant, decimal> SingleIndices, AirPollutant? HighestPollutant, Confidence Confidence, string? Note);

/// <summary>Sum of each pollutant's concentration over its class II limit, for ranking and trends.</summary>
/// <remarks>
/// SO₂, NO₂, PM₁₀, PM₂.₅: mean of the period over the annual limit; CO: 95th percentile over the daily limit; O₃: 90th percentile
/// over the 8-hour limit. Weights were all one until HJ 663-2026; those of 2026 were only seen in one engineering repository
/// and stay out until a person has set them against the text.
/// </remarks>
public static class ComprehensiveIndex
{
    /// <summary>All one: HJ 663-2013 and the ranking of cities.</summary>
    public static IReadOnlyDictionary<AirPollutant, decimal> EqualWeights { get; } = Enum.GetValues<AirPollutant>().ToFrozenDictionary(pollutant => pollutant, _ => 1m);

    /// <summary>PM₂.₅ 3, O₃ and NO₂ 2, the others 1: said to be HJ 663-2026, not checked. To be passed on purpose only.</summary>
    public static IReadOnlyDictionary<AirPollutant, decimal> UncheckedWeightsOf2026 { get; } = new Dictionary<AirPollutant, decimal>
    {
        [AirPollutant.SulphurDioxide] = 1,
        [AirPollutant.NitrogenDioxide] = 2,
        [AirPollutant.CarbonMonoxide] = 1,
        [AirPollutant.Ozone] = 2,
        [AirPollutant.Pm10] = 1,
        [AirPollutant.Pm25] = 3,
    }.ToFrozenDictionary();

    /// <summary>Index of a period that ends on <paramref name="day"/>.</summary>
    /// <param name="concentrations">Means and percentiles as the remarks say, μg/m³, CO mg/m³.</param>
    /// <param name="weights">Confirmed weights; null for those of the version in force, which for 2026 are not known.</param>
    public static ComprehensiveAirIndex Of(
        IReadOnlyDictionary<AirPollutant, decimal?> concentrations, DateOnly day, IReadOnlyDictionary<AirPollutant, decimal>? weights = null)
    {
        var standard = AnnualEvaluation.StandardOf(day);
        var indices = new Dictionary<AirPollutant, decimal>();
        foreach (var pollutant in Enum.GetValues<AirPollutant>())
        {
            if (concentrations.GetValueOrDefault(pollutant) is { } value && LimitOf(pollutant, day) is { } limit)
                indices[pollutant] = value / limit;
        }

        var isKnown = weights is not null || standard == "HJ 663-2013";
        var confidence = isKnown && !ReferenceEquals(weights, UncheckedWeightsOf2026) ? Confidence.Verified : Confidence.Recalled;
        if (indices.Count < 6)
            return new(standard, null, indices, null, confidence, "六项污染物不全，不计算综合指数");
        if (!isKnown)
            return new(standard, null, indices, null, confidence, "HJ 663-2026 的权重尚未核对原文，须核对后由用户给定");

        var used = weights ?? EqualWeights;
        var highest = indices.MaxBy(index => index.Value * used[index.Key]).Key;
        var sum = Rounding.ToDecimals(indices.Sum(index => index.Value * used[index.Key]), 2);
        return new(standard, sum, indices, highest, confidence, confidence == Confidence.Recalled ? "权重待核对" : null);
    }

    private static decimal? LimitOf(AirPollutant pollutant, DateOnly day)
    {
        var averaging = pollutant switch
        {
            AirPollutant.CarbonMonoxide => Averaging.Day,
            AirPollutant.Ozone => Averaging.DailyMaximumEightHours,
            _ => Averaging.Year,
        };
        return LimitLibrary.Default.Find(new(pollutant.Code(), Medium.AmbientAir, day) { Class = "二级", Averaging = averaging }).FirstOrDefault()?.Upper;
    }
}
