using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Trends;

/// <summary>Mann–Kendall within each season, summed: Hirsch, Slack and Smith (1982).</summary>
public static class SeasonalMannKendall
{
    private const int FewestInSeason = 3;

    /// <param name="series">Equally stepped values, NaN in gaps; step 0 is season 0.</param>
    /// <param name="seasons">Steps in a cycle: 12 for months in a year.</param>
    /// <param name="alpha">1 − confidence of the slope's interval.</param>
    public static SeasonalTrendResult Test(ReadOnlySpan<double> series, int seasons = 12, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seasons, 2);
        var groups = new List<TrendPoints>();
        for (var season = 0; season < seasons; season++)
            groups.Add(TrendPoints.Of(series, season, seasons));

        double[] seasonMedians = [.. groups.Select(group => Percentiles.Median(group.Values))];
        var used = groups.Where(group => group.Count >= FewestInSeason).ToList();
        var n = used.Sum(group => group.Count);
        if (used.Count == 0)
            return new SeasonalTrendResult(TrendResult.Unknown(n), seasonMedians, double.NaN);

        var scores = used.Select(group => (S: KendallScore.Of(group.Values), Variance: KendallScore.Variance(group.Values))).ToList();
        var s = scores.Sum(score => score.S);
        var variance = scores.Sum(score => score.Variance);
        var (z, p) = MannKendall.Standardise(s, variance);
        var slopes = SenSlope.Of(used, variance, alpha);
        var values = used.SelectMany(group => group.Values).ToArray();
        var steps = used.SelectMany(group => group.Steps).ToArray();
        var intercept = Percentiles.Median(values) - (slopes.Slope * Percentiles.Median(steps));
        var trend = new TrendResult(n, s, variance, z, p, slopes.Slope, slopes.Lower, slopes.Upper, intercept);
        return new SeasonalTrendResult(trend, seasonMedians, Heterogeneity(scores));
    }

    /// <summary>van Belle and Hughes (1984): Σ z² − m · mean(z)² is χ² with m − 1 degrees where all seasons share one trend.</summary>
    private static double Heterogeneity(IReadOnlyList<(long S, double Variance)> scores)
    {
        double[] z = [.. scores.Where(score => score.Variance > 0).Select(score => score.S / Math.Sqrt(score.Variance))];
        if (z.Length < 2)
            return double.NaN;
        var mean = z.Average();
        return 1 - ChiSquared.CDF(z.Length - 1, Math.Max(z.Sum(one => one * one) - (z.Length * mean * mean), 0));
    }
}

/// <summary>Outcome of the seasonal test.</summary>
/// <param name="Trend">The test; its slope is per cycle.</param>
/// <param name="SeasonMedians">Median of each season, NaN where a season has no value.</param>
/// <param name="HeterogeneityP">Small where the seasons have different trends, so that one trend says little.</param>
public sealed record SeasonalTrendResult(TrendResult Trend, IReadOnlyList<double> SeasonMedians, double HeterogeneityP);
