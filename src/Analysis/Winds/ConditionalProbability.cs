namespace EcoPark.Analysis.Winds;

/// <summary>Share of high values when the wind comes from one sector.</summary>
/// <param name="CentreDegrees">Direction the wind comes from.</param>
/// <param name="LowerSpeedMs">Wind speed from (in); 0 for CPF.</param>
/// <param name="UpperSpeedMs">Wind speed to (out); infinite for the last.</param>
/// <param name="High">m: steps with values in the asked range.</param>
/// <param name="N">n: steps.</param>
/// <param name="Probability">m/n; NaN where n is below the fewest asked for.</param>
public sealed record ProbabilityCell(double CentreDegrees, double LowerSpeedMs, double UpperSpeedMs, int High, int N, double Probability);

/// <summary>
/// Conditional probability function, CPF = m/n by sector (Ashbaugh et al. 1985), and its two-sided form by sector and wind speed, CBPF
/// (Uria-Tellaetxe and Carslaw 2014).
/// </summary>
public static class ConditionalProbability
{
    /// <summary>CPF: share of values at or above a percentile.</summary>
    /// <param name="windSpeedMs">m/s, NaN in gaps.</param>
    /// <param name="windFromDegrees">Degrees, NaN in gaps.</param>
    /// <param name="concentration">Any unit, NaN in gaps.</param>
    /// <param name="percentile">0…1, of all values with wind.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="calmBelowMs">Calm steps have no direction and do not count.</param>
    /// <param name="fewest">Steps a sector needs.</param>
    public static IReadOnlyList<ProbabilityCell> Cpf(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees,
        ReadOnlySpan<double> concentration, double percentile = 0.75, int sectors = 16, double calmBelowMs = 0.5, int fewest = 5) =>
        Cbpf(windSpeedMs, windFromDegrees, concentration, percentile, 1, [], sectors, calmBelowMs, fewest);

    /// <summary>CBPF: share of values between two percentiles, by sector and wind speed.</summary>
    /// <param name="windSpeedMs">m/s, NaN in gaps.</param>
    /// <param name="windFromDegrees">Degrees, NaN in gaps.</param>
    /// <param name="concentration">Any unit, NaN in gaps.</param>
    /// <param name="lowerPercentile">0…1, in.</param>
    /// <param name="upperPercentile">0…1, in.</param>
    /// <param name="speedBoundsMs">Bounds between speed classes, rising.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="calmBelowMs">Calm steps have no direction and do not count.</param>
    /// <param name="fewest">Steps a cell needs.</param>
    public static IReadOnlyList<ProbabilityCell> Cbpf(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees,
        ReadOnlySpan<double> concentration, double lowerPercentile, double upperPercentile, IReadOnlyList<double> speedBoundsMs,
        int sectors = 16, double calmBelowMs = 0.5, int fewest = 5)
    {
        WindSamples.RequireSameLength(windSpeedMs.Length, windFromDegrees.Length, concentration.Length);
        var windy = new List<(double Speed, double From, double Value)>();
        for (var i = 0; i < concentration.Length; i++)
        {
            if (windSpeedMs[i] >= calmBelowMs && double.IsFinite(windFromDegrees[i]) && double.IsFinite(concentration[i]))
                windy.Add((windSpeedMs[i], windFromDegrees[i], concentration[i]));
        }

        var bounds = Percentiles.Of(windy.Select(step => step.Value).ToArray(), [lowerPercentile, upperPercentile]);
        var (high, all) = (new int[sectors, speedBoundsMs.Count + 1], new int[sectors, speedBoundsMs.Count + 1]);
        foreach (var (speed, from, value) in windy)
        {
            var sector = WindSamples.SectorOf(from, sectors);
            var speedClass = speedBoundsMs.Count(bound => speed >= bound);
            all[sector, speedClass]++;
            if (value >= bounds[0] && value <= bounds[1])
                high[sector, speedClass]++;
        }

        return [.. from sector in Enumerable.Range(0, sectors)
                   from speedClass in Enumerable.Range(0, speedBoundsMs.Count + 1)
                   let n = all[sector, speedClass]
                   let m = high[sector, speedClass]
                   select new ProbabilityCell(sector * 360.0 / sectors,
                       speedClass == 0 ? 0 : speedBoundsMs[speedClass - 1],
                       speedClass == speedBoundsMs.Count ? double.PositiveInfinity : speedBoundsMs[speedClass],
                       m, n, n >= Math.Max(fewest, 1) ? (double)m / n : double.NaN)];
    }
}
