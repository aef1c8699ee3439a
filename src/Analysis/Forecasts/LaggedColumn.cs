namespace EcoPark.Analysis.Forecasts;

/// <summary>Looks back along a column: what is before its beginning is missing, and nothing after the asked row is ever read.</summary>
internal sealed class LaggedColumn(double[] values)
{
    public int Length => values.Length;

    public double At(int row) => row >= 0 ? values[row] : double.NaN;

    public double Change(int row, int hours) => At(row) - At(row - hours);

    /// <summary>Mean, largest, smallest and standard deviation of the last hours; NaN with fewer than a third of them.</summary>
    public (double Mean, double Max, double Min, double Deviation) Window(int row, int hours)
    {
        var (n, sum, squares, max, min) = (0, 0.0, 0.0, double.NegativeInfinity, double.PositiveInfinity);
        for (var i = Math.Max(0, row - hours + 1); i <= row; i++)
        {
            var value = values[i];
            if (!double.IsFinite(value))
                continue;
            n++;
            sum += value;
            squares += value * value;
            max = Math.Max(max, value);
            min = Math.Min(min, value);
        }

        if (n * 3 < hours)
            return (double.NaN, double.NaN, double.NaN, double.NaN);
        var mean = sum / n;
        return (mean, max, min, Math.Sqrt(Math.Max((squares / n) - (mean * mean), 0)));
    }

    public double Mean(int row, int hours) => Window(row, hours).Mean;
}
