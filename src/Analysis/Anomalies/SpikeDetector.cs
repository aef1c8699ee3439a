using System.Globalization;

namespace EcoPark.Analysis.Anomalies;

/// <summary>突变: a value far from the median of its neighbours (Hampel identifier) that came and went by an implausible jump.</summary>
public static class SpikeDetector
{
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="halfWindow">Neighbours on each side.</param>
    /// <param name="deviations">Robust standard deviations (1.4826·MAD of the window) from which a value is odd.</param>
    /// <param name="leastJump">
    /// Smallest distance from the median that can be a fault, unit of the values: what the process cannot do in one step. Keeps quiet
    /// series, whose MAD is near zero, from being full of spikes.
    /// </param>
    /// <param name="longest">Neighbouring odd values that still are one spike; a longer excursion is an event, not a fault.</param>
    public static IReadOnlyList<Anomaly> Find(ReadOnlySpan<double> series, int halfWindow = 6, double deviations = 6, double leastJump = 0, int longest = 2)
    {
        var found = new List<Anomaly>();
        for (var at = 0; at < series.Length; at++)
        {
            var score = Score(series, at, halfWindow, deviations, leastJump);
            if (!score.IsOdd)
                continue;
            var to = at;
            while (to + 1 < series.Length && Score(series, to + 1, halfWindow, deviations, leastJump).IsOdd)
                to++;
            if (to - at + 1 <= longest)
                found.Add(Describe(series, at, to, score, deviations));
            at = to;
        }

        return found;
    }

    private static (bool IsOdd, double Distance, double Median, double Deviation) Score(
        ReadOnlySpan<double> series, int at, int halfWindow, double deviations, double leastJump)
    {
        if (!double.IsFinite(series[at]))
            return default;
        var window = series[Math.Max(0, at - halfWindow)..Math.Min(series.Length, at + halfWindow + 1)];
        // A median of less than half a window says nothing.
        if (Series.Count(window) <= halfWindow)
            return default;
        var median = Percentiles.Median(window);
        var deviation = Percentiles.RobustDeviation(window);
        var distance = Math.Abs(series[at] - median);
        return (distance > deviations * deviation && distance > leastJump, distance, median, deviation);
    }

    private static Anomaly Describe(ReadOnlySpan<double> series, int from, int to,
        (bool IsOdd, double Distance, double Median, double Deviation) score, double deviations)
    {
        var statistic = score.Deviation > 0 ? score.Distance / score.Deviation : double.PositiveInfinity;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"数值 {series[from]:0.####}，前后中位数 {score.Median:0.####}，相差 {score.Distance:0.####}，为稳健标准差 {score.Deviation:0.####} 的 {statistic:0.#} 倍（阈值 {deviations:0.#} 倍）");
        return new Anomaly(AnomalyKind.Spike, from, to, statistic, deviations, text);
    }
}
