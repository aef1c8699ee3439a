namespace EcoPark.Standards.Air;

/// <summary>An AQI with what it rests on.</summary>
/// <param name="StandardNumber">HJ 633-2026 or HJ 633-2012.</param>
/// <param name="Index">AQI; null where it may not be published (NA).</param>
/// <param name="Level">Level; null where there is no index.</param>
/// <param name="PrimaryPollutants">首要污染物: highest sub-index where AQI &gt; 50; several where they tie.</param>
/// <param name="ExceedingPollutants">超标污染物 (sub-index &gt; 100): HJ 633-2012 only, empty since 2026.</param>
/// <param name="SubIndices">Sub-indices in the order of the report.</param>
/// <param name="Note">Chinese note: missing items and what follows; null where nothing is to be said.</param>
public sealed record AirQuality(
    string StandardNumber,
    int? Index,
    AirQualityLevel? Level,
    IReadOnlyList<AirPollutant> PrimaryPollutants,
    IReadOnlyList<AirPollutant> ExceedingPollutants,
    IReadOnlyList<SubIndex> SubIndices,
    string? Note)
{
    /// <summary>The index, or NA.</summary>
    public string Text => Index?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NA";
}
