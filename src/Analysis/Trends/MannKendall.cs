using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Trends;

/// <summary>Test for a monotonic trend: Mann (1945), Kendall (1975), with the correction for ties and continuity.</summary>
/// <remarks>
/// The test takes the values as independent. Hourly values are not: give it monthly or yearly means, and seasonal ones to
/// <see cref="SeasonalMannKendall"/>.
/// </remarks>
public static class MannKendall
{
    private const int FewestValues = 4;

    /// <param name="series">Equally stepped values, NaN in gaps. A gap keeps its place: slopes are per step, not per value.</param>
    /// <param name="alpha">1 − confidence of the slope's interval, 0 &lt; α &lt; 1.</param>
    public static TrendResult Test(ReadOnlySpan<double> series, double alpha = 0.05)
    {
        var points = TrendPoints.Of(series);
        if (points.Count < FewestValues)
            return TrendResult.Unknown(points.Count);

        var s = KendallScore.Of(points.Values);
        var variance = KendallScore.Variance(points.Values);
        var (z, p) = Standardise(s, variance);
        var slopes = SenSlope.Of([points], variance, alpha);
        var intercept = Percentiles.Median(points.Values) - (slopes.Slope * Percentiles.Median(points.Steps));
        return new TrendResult(points.Count, s, variance, z, p, slopes.Slope, slopes.Lower, slopes.Upper, intercept);
    }

    /// <summary>Z with continuity correction and its two-sided p. Values that are all tied have no trend, whatever their number: Z = 0, p = 1.</summary>
    internal static (double Z, double P) Standardise(long s, double variance)
    {
        if (variance <= 0)
            return (0, 1);
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return (z, 2 * Normal.CDF(0, 1, -Math.Abs(z)));
    }
}
