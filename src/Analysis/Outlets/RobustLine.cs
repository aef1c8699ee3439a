using EcoPark.Analysis.Trends;

namespace EcoPark.Analysis.Outlets;

/// <summary>Theil–Sen line through the last values.</summary>
/// <param name="SlopePerStep">Per step.</param>
/// <param name="SlopeDeviation">Standard deviation of the slope, from its interval.</param>
/// <param name="Now">Value of the line at the newest step: median of the values brought forward along the slope.</param>
internal sealed record RobustLine(double SlopePerStep, double SlopeDeviation, double Now)
{
    /// <summary>Half width of a 90 % interval in standard deviations.</summary>
    private const double NinetyPercent = 1.645;

    public static RobustLine Fit(ReadOnlySpan<double> recent)
    {
        var trend = MannKendall.Test(recent, 0.1);
        var carried = new double[recent.Length];
        for (var i = 0; i < recent.Length; i++)
            carried[i] = recent[i] + (trend.Slope * (recent.Length - 1 - i));
        return new RobustLine(trend.Slope, (trend.SlopeUpper - trend.SlopeLower) / (2 * NinetyPercent), Percentiles.Median(carried));
    }
}
