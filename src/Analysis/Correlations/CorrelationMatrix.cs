namespace EcoPark.Analysis.Correlations;

/// <summary>Correlation of every series with every other, pairwise complete, p-values adjusted for the number of tests.</summary>
/// <param name="Names">Names of rows and columns.</param>
/// <param name="Cells">Cells[row][column]; symmetric, with 1 and p = 0 on the diagonal.</param>
/// <param name="AdjustedP">Benjamini–Hochberg over the pairs above the diagonal.</param>
public sealed record CorrelationMatrix(
    IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<CorrelationResult>> Cells, IReadOnlyList<IReadOnlyList<double>> AdjustedP)
{
    /// <param name="series">Name and values; all of the same length, NaN in gaps.</param>
    /// <param name="method">Of values or of ranks.</param>
    public static CorrelationMatrix Of(
        IReadOnlyList<(string Name, double[] Values)> series, CorrelationMethod method = CorrelationMethod.Pearson)
    {
        var size = series.Count;
        var cells = new CorrelationResult[size][];
        var adjusted = new double[size][];
        for (var i = 0; i < size; i++)
        {
            cells[i] = new CorrelationResult[size];
            adjusted[i] = new double[size];
            cells[i][i] = new CorrelationResult(1, Series.Count(series[i].Values), 0);
        }

        var pairs = (from i in Enumerable.Range(0, size) from j in Enumerable.Range(i + 1, size - i - 1) select (i, j)).ToList();
        foreach (var (i, j) in pairs)
            cells[i][j] = cells[j][i] = Correlation.Of(series[i].Values, series[j].Values, method);
        var p = FalseDiscovery.Adjust(pairs.Select(pair => cells[pair.i][pair.j].P).ToArray());
        for (var at = 0; at < pairs.Count; at++)
            adjusted[pairs[at].i][pairs[at].j] = adjusted[pairs[at].j][pairs[at].i] = p[at];
        return new CorrelationMatrix([.. series.Select(one => one.Name)], cells, adjusted);
    }
}
