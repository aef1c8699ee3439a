namespace EcoPark.Analysis.Trends;

/// <summary>Outcome of a Mann–Kendall test with Sen's slope.</summary>
/// <param name="N">Values that took part; gaps do not.</param>
/// <param name="S">Rising pairs less falling pairs (seasonal: summed over the seasons).</param>
/// <param name="Variance">Variance of S where there is no trend, corrected for ties.</param>
/// <param name="Z">Standardised S with continuity correction.</param>
/// <param name="P">Two-sided p-value; NaN for fewer than four values, 1 for a constant series.</param>
/// <param name="Slope">Sen's slope, unit of the values per step (seasonal: per cycle, that is a year for twelve monthly seasons).</param>
/// <param name="SlopeLower">Lower end of the slope's interval.</param>
/// <param name="SlopeUpper">Upper end of the slope's interval.</param>
/// <param name="Intercept">Value of the line at step 0: median of the values − slope · median of their steps.</param>
public sealed record TrendResult(
    int N, long S, double Variance, double Z, double P, double Slope, double SlopeLower, double SlopeUpper, double Intercept)
{
    /// <summary>Level of the test.</summary>
    public Confidence Confidence => Confidences.Of(P);

    /// <summary>1 rising, −1 falling, 0 where the test is not significant at 0.05.</summary>
    public int Direction => Confidence >= Confidence.Significant ? Math.Sign(S) : 0;

    internal static TrendResult Unknown(int n) =>
        new(n, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
