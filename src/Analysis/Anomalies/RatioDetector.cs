using System.Globalization;

namespace EcoPark.Analysis.Anomalies;

/// <summary>比例失常: one factor does not fit another that it usually follows (flow and pump current, NOx and O2, COD and TOC).</summary>
public static class RatioDetector
{
    private const int FewestPairs = 20;

    /// <summary>Fits y = a + b·x by Theil–Sen over the whole stretch and reports where y stays away from it.</summary>
    /// <param name="x">The factor that explains, NaN in gaps.</param>
    /// <param name="y">The factor to check, same steps.</param>
    /// <param name="deviations">Robust standard deviations of the residuals from which a value is odd.</param>
    /// <param name="fewest">Odd values in a row; a gap ends a run.</param>
    /// <param name="leastRankCorrelation">Without at least this Spearman correlation there is no relation to be broken.</param>
    public static IReadOnlyList<Anomaly> Find(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double deviations = 5, int fewest = 3, double leastRankCorrelation = 0.5)
    {
        var correlation = Correlations.Correlation.Of(x, y, Correlations.CorrelationMethod.Spearman);
        if (correlation.N < FewestPairs || !(Math.Abs(correlation.Coefficient) >= leastRankCorrelation))
            return [];
        var line = PairLine.Fit(x, y);
        var residuals = new double[x.Length];
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = y[i] - line.Intercept - (line.Slope * x[i]);
        var deviation = Percentiles.RobustDeviation(residuals);
        if (!(deviation > 0))
            return [];

        var found = new List<Anomaly>();
        foreach (var (from, to) in Runs.Of(residuals, fewest, (first, value) => Math.Abs(value) > deviations * deviation && Math.Sign(value) == Math.Sign(first)))
        {
            var statistic = Percentiles.Median(residuals.AsSpan(from, to - from + 1)) / deviation;
            found.Add(new Anomaly(AnomalyKind.ImplausibleRatio, from, to, Math.Abs(statistic), deviations, string.Create(CultureInfo.InvariantCulture,
                $"连续 {to - from + 1} 个值偏离关系式 y = {line.Intercept:0.####} + {line.Slope:0.####}·x，偏差为稳健标准差 {deviation:0.####} 的 {statistic:0.#} 倍（阈值 {deviations:0.#} 倍）")));
        }

        return found;
    }
}
