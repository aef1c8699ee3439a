namespace EcoPark.Analysis.Anomalies;

/// <summary>Runs of values that share a property.</summary>
internal static class Runs
{
    /// <summary>Runs of values for which <paramref name="belongs"/> holds with the first value of the run; gaps end a run.</summary>
    public static List<(int From, int To)> Of(ReadOnlySpan<double> series, int fewest, Func<double, double, bool> belongs)
    {
        var runs = new List<(int From, int To)>();
        for (var (from, to) = (0, 0); from < series.Length; from = Math.Max(to, from + 1))
        {
            to = from;
            while (to < series.Length && double.IsFinite(series[to]) && belongs(series[from], series[to]))
                to++;
            if (to - from >= fewest)
                runs.Add((from, to - 1));
        }

        return runs;
    }
}
