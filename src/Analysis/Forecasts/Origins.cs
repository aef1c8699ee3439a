namespace EcoPark.Analysis.Forecasts;

/// <summary>A table seen from its hours as origins of forecasts: features, last value, time.</summary>
internal sealed class Origins
{
    /// <summary>A last value older than this is no last value.</summary>
    private const int OldestHours = 24;

    private readonly HourlyTable _table;
    private readonly Lazy<float[]>[] _features;

    public Origins(HourlyTable table, string target, ForecastOptions options)
    {
        _table = table;
        Series = table[target].ToArray();
        var features = new FeatureTable(table, target, options);
        _features = [.. Enumerable.Range(0, table.Length).Select(row => new Lazy<float[]>(() => features.Row(row)))];
    }

    /// <summary>The target, NaN in gaps.</summary>
    public double[] Series { get; }

    public int Length => Series.Length;

    public float[] Features(int row) => _features[row].Value;

    public DateTime Time(int row) => _table.HourOf(row);

    /// <summary>Newest measured value up to a row; NaN where it is more than a day old.</summary>
    public double Last(int row)
    {
        for (var at = row; at >= Math.Max(0, row - OldestHours + 1); at--)
        {
            if (double.IsFinite(Series[at]))
                return Series[at];
        }

        return double.NaN;
    }

    /// <summary>Rows from (in) to (out) from which an outcome was measured before <paramref name="to"/>.</summary>
    public List<int> Known(ForecastTarget outcome, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from - outcome.Reach)).Where(row => double.IsFinite(Last(row)) && double.IsFinite(outcome.At(Series, row)))];
}
