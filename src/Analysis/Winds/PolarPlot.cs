namespace EcoPark.Analysis.Winds;

/// <summary>Concentration as a surface over wind direction and wind speed, as openair's polarPlot draws it.</summary>
/// <param name="HalfWidthMs">The grid reaches from −this to +this in u (east) and v (north), m/s.</param>
/// <param name="Size">Cells along one side.</param>
/// <param name="Values">Size × Size, row by row from south to north, west to east within; NaN where no data is near.</param>
/// <param name="N">Steps used.</param>
public sealed record PolarPlot(double HalfWidthMs, int Size, IReadOnlyList<double> Values, int N)
{
    /// <summary>
    /// Means in bins of 10° and a thirtieth of the speed range, weighted 0.25, 0.5, 0.75 and 1 for 1, 2, 3 and more steps, smoothed by
    /// a Nadaraya–Watson kernel exp(−½(Δθ/4°)²)·exp(−½(Δu/1.5 m/s)²) as in openair's kernel plots, on the square root as openair's
    /// own fit is.
    /// </summary>
    /// <param name="windSpeedMs">m/s, NaN in gaps.</param>
    /// <param name="windFromDegrees">Degrees, NaN in gaps.</param>
    /// <param name="concentration">Any unit, not negative, NaN in gaps.</param>
    /// <param name="options">Widths and grid.</param>
    /// <returns>null where there is nothing to draw.</returns>
    public static PolarPlot? Of(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees,
        ReadOnlySpan<double> concentration, PolarPlotOptions? options = null)
    {
        options ??= new PolarPlotOptions();
        var bins = PolarBins.Of(windSpeedMs, windFromDegrees, concentration, options);
        if (bins.Cells.Count == 0)
            return null;

        var size = options.GridSize;
        var values = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var u = bins.MostSpeedMs * ((2.0 * column / (size - 1)) - 1);
                var v = bins.MostSpeedMs * ((2.0 * row / (size - 1)) - 1);
                values[(row * size) + column] = At(bins, u, v, options);
            }
        }

        return new PolarPlot(bins.MostSpeedMs, size, values, bins.N);
    }

    internal static double At(PolarBins bins, double u, double v, PolarPlotOptions options)
    {
        var speedMs = Math.Sqrt((u * u) + (v * v));
        var fromDegrees = Math.Atan2(u, v) * 180 / Math.PI;
        var far = options.FarShare * bins.MostSpeedMs;
        var (sum, weights, isNear) = (0.0, 0.0, false);
        foreach (var cell in bins.Cells)
        {
            isNear |= ((cell.U - u) * (cell.U - u)) + ((cell.V - v) * (cell.V - v)) <= far * far;
            var turn = Math.Abs(fromDegrees - cell.FromDegrees) % 360;
            var dTheta = Math.Min(turn, 360 - turn) / options.DirectionWidthDegrees;
            var dSpeed = (speedMs - cell.SpeedMs) / options.SpeedWidthMs;
            var weight = cell.Weight * Math.Exp(-0.5 * ((dTheta * dTheta) + (dSpeed * dSpeed)));
            sum += weight * cell.Root;
            weights += weight;
        }

        if (!isNear || weights <= 1e-12)
            return double.NaN;
        var root = sum / weights;
        return root * root;
    }
}

/// <summary>Widths and grid of a <see cref="PolarPlot"/>.</summary>
public sealed record PolarPlotOptions
{
    /// <summary>Width of the kernel over direction.</summary>
    public double DirectionWidthDegrees { get; init; } = 4;

    /// <summary>Width of the kernel over speed, m/s.</summary>
    public double SpeedWidthMs { get; init; } = 1.5;

    /// <summary>Steps a bin needs to take part.</summary>
    public int FewestInBin { get; init; } = 1;

    /// <summary>Cells along one side.</summary>
    public int GridSize { get; init; } = 101;

    /// <summary>Cells further from any bin than this share of the largest speed stay empty.</summary>
    public double FarShare { get; init; } = 0.05;
}
