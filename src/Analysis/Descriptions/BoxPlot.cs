namespace EcoPark.Analysis.Descriptions;

/// <summary>Tukey's box plot.</summary>
/// <param name="N">Values.</param>
/// <param name="LowerWhisker">Smallest value not further than 1.5 IQR below the box.</param>
/// <param name="Lower">First quartile (type 7).</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">Third quartile.</param>
/// <param name="UpperWhisker">Largest value not further than 1.5 IQR above the box.</param>
/// <param name="Outliers">Values beyond the whiskers, rising.</param>
public sealed record BoxPlot(
    int N, double LowerWhisker, double Lower, double Median, double Upper, double UpperWhisker, IReadOnlyList<double> Outliers)
{
    /// <param name="series">Values; NaN is passed over.</param>
    /// <returns>null where there is no value.</returns>
    public static BoxPlot? Of(ReadOnlySpan<double> series)
    {
        var sorted = Series.Present(series);
        if (sorted.Length == 0)
            return null;
        Array.Sort(sorted);
        var (lower, upper) = (Percentiles.OfSorted(sorted, 0.25), Percentiles.OfSorted(sorted, 0.75));
        var reach = 1.5 * (upper - lower);
        var inside = sorted.Where(value => value >= lower - reach && value <= upper + reach).ToArray();
        return new BoxPlot(sorted.Length, inside[0], lower, Percentiles.OfSorted(sorted, 0.5), upper, inside[^1],
            [.. sorted.Where(value => value < inside[0] || value > inside[^1])]);
    }
}
