namespace EcoPark.Standards.Sources;

/// <summary>Replacement of missing days of waste water, HJ 356-2019 clause 8. Wholly recalled: to be checked before use.</summary>
public static class WaterReplacement
{
    public static RuleBasis Basis { get; } = new(
        "HJ 356-2019：算不出有效日均值时，日排放量取上次校准（核查）合格时段内有效日排放量的均值，浓度不替代；故障停机等时段优先用人工监测，每日不少于 4 次",
        Confidence.Recalled);

    /// <summary>Mass of a day, kg: by hand where measured at least four times, else the mean of the valid days of the last period that passed its check.</summary>
    /// <param name="byHand">Concentrations measured by hand that day, mg/L.</param>
    /// <param name="volume">Water of the day, m³; null where the flow is missing too.</param>
    /// <param name="validDays">Daily masses of the period that passed, kg.</param>
    public static decimal? Value(IReadOnlyCollection<decimal> byHand, decimal? volume, IReadOnlyCollection<decimal> validDays)
    {
        if (byHand.Count >= ManualMonitoring.FewestOfWaterDay && volume is { } water)
            return Emission.OfWater(byHand.Average(), water);
        return validDays.Count > 0 ? validDays.Average() : null;
    }
}
