namespace EcoPark.Analysis.Forecasts;

/// <summary>
/// Scores warnings by the onsets of exceedances. An onset is the first hour over the limit after at least three measured hours not over it.
/// </summary>
/// <remarks>
/// A warning is raised at an hour that is not over the limit and lives until the next exceedance or until the window ends; while it lives no
/// other is raised. It is false where no exceedance comes within the window, and is left out where that cannot be said because more
/// than a quarter of the window was not measured. An onset is hit by a warning raised 0 … window hours before it and after the
/// exceedance before it.
/// </remarks>
public static class Onsets
{
    private const int HoursBelow = 3;

    /// <param name="series">Hourly values, NaN in gaps.</param>
    /// <param name="from">First hour that may warn.</param>
    /// <param name="limit">Over is more than this.</param>
    /// <param name="windowHours">H.</param>
    /// <param name="strength">Strength of the warning at an hour, known at that hour (probability, or the value itself); NaN for none.</param>
    /// <param name="threshold">A warning is raised from this strength on.</param>
    public static OnsetScore Score(double[] series, int from, double limit, int windowHours, IReadOnlyList<double> strength, double threshold)
    {
        var alarms = Raise(series, from, limit, windowHours, strength, threshold);
        var falseAlarms = alarms.Count(alarm => NextExceedance(series, alarm, limit, windowHours) is null && IsMeasured(series, alarm, windowHours));
        var unknown = alarms.Count(alarm => NextExceedance(series, alarm, limit, windowHours) is null && !IsMeasured(series, alarm, windowHours));
        var onsets = Find(series, from, limit);
        var leads = onsets.Select(onset => Lead(series, alarms, onset, limit, windowHours)).OfType<int>().Select(lead => (double)lead).ToArray();
        return new OnsetScore(threshold, alarms.Count - unknown, falseAlarms, onsets.Count, leads.Length, Percentiles.Median(leads));
    }

    /// <summary>First hours over the limit after three hours that are not.</summary>
    public static IReadOnlyList<int> Find(ReadOnlySpan<double> series, int from, double limit)
    {
        var onsets = new List<int>();
        for (var hour = Math.Max(from, HoursBelow); hour < series.Length; hour++)
        {
            if (series[hour] > limit && series[hour - 1] <= limit && series[hour - 2] <= limit && series[hour - 3] <= limit)
                onsets.Add(hour);
        }

        return onsets;
    }

    /// <summary>Is the limit exceeded within the window? Null where that was not measured well enough to say no.</summary>
    internal static bool? IsFollowed(double[] series, int hour, double limit, int windowHours) =>
        NextExceedance(series, hour, limit, windowHours) is not null ? true : IsMeasured(series, hour, windowHours) ? false : null;

    private static List<int> Raise(double[] series, int from, double limit, int windowHours, IReadOnlyList<double> strength, double threshold)
    {
        var alarms = new List<int>();
        for (var (hour, quietUntil) = (from, from); hour < series.Length; hour++)
        {
            if (hour < quietUntil || !(series[hour] <= limit) || !(strength[hour] >= threshold))
                continue;
            alarms.Add(hour);
            quietUntil = NextExceedance(series, hour, limit, windowHours) ?? hour + windowHours + 1;
        }

        return alarms;
    }

    private static int? Lead(double[] series, List<int> alarms, int onset, double limit, int windowHours)
    {
        var before = onset - 1;
        while (before >= 0 && onset - before <= windowHours && !(series[before] > limit))
            before--;
        var first = alarms.FindIndex(alarm => alarm > before && alarm >= onset - windowHours && alarm <= onset);
        return first < 0 ? null : onset - alarms[first];
    }

    private static int? NextExceedance(double[] series, int after, double limit, int windowHours)
    {
        for (var hour = after + 1; hour <= after + windowHours && hour < series.Length; hour++)
        {
            if (series[hour] > limit)
                return hour;
        }

        return null;
    }

    private static bool IsMeasured(double[] series, int after, int windowHours) =>
        after + windowHours < series.Length && Series.Count(series.AsSpan(after + 1, windowHours)) * 4 >= windowHours * 3;
}
