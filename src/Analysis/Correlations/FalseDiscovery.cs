namespace EcoPark.Analysis.Correlations;

/// <summary>Adjustment of many p-values: Benjamini and Hochberg (1995).</summary>
public static class FalseDiscovery
{
    /// <param name="p">p-values; NaN where there was no test.</param>
    /// <returns>Adjusted values in the same order; NaN stays NaN and does not count.</returns>
    public static double[] Adjust(ReadOnlySpan<double> p)
    {
        var tests = Series.Count(p);
        var sorted = p.ToArray();
        var order = Enumerable.Range(0, p.Length).ToArray();
        // NaN sorts first.
        Array.Sort(sorted, order);
        var adjusted = new double[p.Length];
        Array.Fill(adjusted, double.NaN);
        var smallest = 1.0;
        for (var (at, rank) = (p.Length - 1, tests); rank > 0; at--, rank--)
        {
            smallest = Math.Min(smallest, sorted[at] * tests / rank);
            adjusted[order[at]] = smallest;
        }

        return adjusted;
    }
}
