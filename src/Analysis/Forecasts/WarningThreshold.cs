namespace EcoPark.Analysis.Forecasts;

/// <summary>From which strength on to warn: the one with the best F1 on hours whose outcome is known.</summary>
internal static class WarningThreshold
{
    private const int Candidates = 60;

    public static double Choose(double[] series, int from, double limit, int windowHours, IReadOnlyList<double> strength)
    {
        var below = Enumerable.Range(from, series.Length - from).Where(hour => series[hour] <= limit && double.IsFinite(strength[hour]))
            .Select(hour => strength[hour]).ToArray();
        if (below.Length == 0)
            return double.PositiveInfinity;
        var candidates = Enumerable.Range(1, Candidates).Select(i => Percentiles.Of(below, (double)i / (Candidates + 1))).Append(Percentiles.Of(below, 0.995)).Distinct();
        return candidates.Select(threshold => (threshold, score: Onsets.Score(series, from, limit, windowHours, strength, threshold).F1))
            .Where(one => double.IsFinite(one.score)).OrderByDescending(one => one.score).Select(one => one.threshold)
            .FirstOrDefault(double.PositiveInfinity);
    }
}
