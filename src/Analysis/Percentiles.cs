namespace EcoPark.Analysis;

/// <summary>Percentiles by linear interpolation at (n − 1)·p: type 7 of Hyndman and Fan (1996), the default of R and NumPy.</summary>
/// <remarks>Percentiles of HJ 663 evaluation are defined differently and belong to EcoPark.Standards.</remarks>
public static class Percentiles
{
    /// <param name="series">Values; NaN is passed over.</param>
    /// <param name="probability">0…1.</param>
    /// <returns>NaN where there is no value.</returns>
    public static double Of(ReadOnlySpan<double> series, double probability)
    {
        var sorted = Series.Present(series);
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>Several percentiles, sorting once.</summary>
    public static double[] Of(ReadOnlySpan<double> series, IReadOnlyList<double> probabilities)
    {
        var sorted = Series.Present(series);
        Array.Sort(sorted);
        return [.. probabilities.Select(probability => OfSorted(sorted, probability))];
    }

    /// <summary>The middle value; NaN where there is none.</summary>
    public static double Median(ReadOnlySpan<double> series) => Of(series, 0.5);

    /// <summary>Median of |x − median|, times 1.4826: a standard deviation that outliers do not move.</summary>
    public static double RobustDeviation(ReadOnlySpan<double> series)
    {
        var present = Series.Present(series);
        var median = Median(present);
        for (var i = 0; i < present.Length; i++)
            present[i] = Math.Abs(present[i] - median);
        return 1.4826 * Median(present);
    }

    internal static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        if (sorted.IsEmpty)
            return double.NaN;
        var place = (sorted.Length - 1) * probability;
        var below = (int)place;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
