namespace EcoPark.Analysis.Trends;

/// <summary>Parts of a series between gaps.</summary>
internal static class Stretches
{
    /// <returns>Half-open ranges that begin and end with a value and hold no gap longer than <paramref name="longestGap"/> steps.</returns>
    public static List<(int From, int To)> Of(ReadOnlySpan<double> series, int longestGap)
    {
        var stretches = new List<(int From, int To)>();
        for (var at = 0; at < series.Length; at++)
        {
            if (!double.IsFinite(series[at]))
                continue;
            if (stretches.Count > 0 && at - stretches[^1].To <= longestGap)
                stretches[^1] = (stretches[^1].From, at + 1);
            else
                stretches.Add((at, at + 1));
        }

        return stretches;
    }
}
