namespace EcoPark.Analysis.Trends;

/// <summary>Smooth lines for the eye. Where nothing was measured there is no line: gaps stay NaN.</summary>
public static class Smoothing
{
    /// <summary>Weighted mean with Gaussian weights, within the stretch between two long gaps.</summary>
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="bandwidthSteps">Standard deviation of the weights in steps; weights end at three of them.</param>
    /// <param name="longestBridgedGap">A gap of more steps than this parts the line: values beyond it have no weight.</param>
    public static double[] Gaussian(ReadOnlySpan<double> series, double bandwidthSteps, int longestBridgedGap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bandwidthSteps);
        var smooth = new double[series.Length];
        Array.Fill(smooth, double.NaN);
        var reach = (int)Math.Ceiling(3 * bandwidthSteps);
        foreach (var (from, to) in Stretches.Of(series, longestBridgedGap))
        {
            for (var at = from; at < to; at++)
            {
                if (double.IsFinite(series[at]))
                    smooth[at] = WeightedMean(series, at, Math.Max(from, at - reach), Math.Min(to, at + reach + 1), bandwidthSteps);
            }
        }

        return smooth;
    }

    private static double WeightedMean(ReadOnlySpan<double> series, int at, int from, int to, double bandwidthSteps)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            if (!double.IsFinite(series[i]))
                continue;
            var distance = (i - at) / bandwidthSteps;
            var weight = Math.Exp(-0.5 * distance * distance);
            sum += weight * series[i];
            weights += weight;
        }

        return sum / weights;
    }
}
