using System.Globalization;

namespace EcoPark.Analysis.Anomalies;

/// <summary>漂移: the level moves slowly or in a step and stays. Two-sided CUSUM (Page 1954) on robustly standardised values.</summary>
public static class LevelChangeDetector
{
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="reference">Values from the beginning that say what is usual (median and MAD).</param>
    /// <param name="slack">Shift in standard deviations that is let pass; half the shift to be found.</param>
    /// <param name="decision">Sum of standard deviations from which the level has moved.</param>
    /// <param name="clip">Values count as at most so many standard deviations off, so that one spike is no drift.</param>
    /// <returns>From the step the sum began to rise to the step it fell back to zero, or the end.</returns>
    /// <remarks>
    /// The decision limit is for values that do not depend on each other; values a minute apart do. Give it hourly or daily means, or
    /// what is left of a value after its daily cycle was taken off.
    /// </remarks>
    public static IReadOnlyList<Anomaly> Find(ReadOnlySpan<double> series, int reference, double slack = 0.5, double decision = 8, double clip = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reference, 10);
        var usual = series[..Math.Min(reference, series.Length)];
        var (median, deviation) = (Percentiles.Median(usual), Percentiles.RobustDeviation(usual));
        if (!(deviation > 0))
            return [];

        var found = new List<Anomaly>();
        foreach (var sign in (ReadOnlySpan<int>)[1, -1])
        {
            var (sum, highest, from) = (0.0, 0.0, -1);
            for (var at = usual.Length; at < series.Length; at++)
            {
                if (!double.IsFinite(series[at]))
                    continue;
                if (sum == 0)
                    (from, highest) = (at, 0);
                sum = Math.Max(0, sum + Math.Clamp(sign * (series[at] - median) / deviation, -clip, clip) - slack);
                highest = Math.Max(highest, sum);
                if (sum == 0 && highest > decision)
                    found.Add(Describe(series, from, at - 1, median, highest, decision));
            }

            if (sum > 0 && highest > decision)
                found.Add(Describe(series, from, series.Length - 1, median, highest, decision));
        }

        return [.. found.OrderBy(one => one.From)];
    }

    private static Anomaly Describe(ReadOnlySpan<double> series, int from, int to, double median, double highest, double decision)
    {
        var level = Percentiles.Median(series[from..(to + 1)]);
        return new Anomaly(AnomalyKind.LevelChange, from, to, highest, decision, string.Create(CultureInfo.InvariantCulture,
            $"水平由 {median:0.####} 变为 {level:0.####}，累积和最大 {highest:0.#}（阈值 {decision:0.#}）"));
    }
}
