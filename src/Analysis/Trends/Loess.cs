namespace EcoPark.Analysis.Trends;

/// <summary>Locally weighted line: Cleveland (1979), degree 1, tricube weights, no robustness turns.</summary>
public static class Loess
{
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="span">Share of the values of a stretch that take part at each point, 0 &lt; span ≤ 1.</param>
    /// <param name="longestBridgedGap">A gap of more steps than this parts the line; each part is smoothed by itself.</param>
    /// <returns>The line, NaN in gaps.</returns>
    public static double[] Smooth(ReadOnlySpan<double> series, double span = 2.0 / 3, int longestBridgedGap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, 1);
        var smooth = new double[series.Length];
        Array.Fill(smooth, double.NaN);
        foreach (var (from, to) in Stretches.Of(series, longestBridgedGap))
        {
            var points = TrendPoints.Of(series[from..to]);
            var neighbours = Math.Clamp((int)((span * points.Count) + 1e-10), Math.Min(2, points.Count), points.Count);
            var first = 0;
            for (var at = 0; at < points.Count; at++)
            {
                while (first + neighbours < points.Count && points.Steps[first + neighbours] - points.Steps[at] < points.Steps[at] - points.Steps[first])
                    first++;
                smooth[from + (int)points.Steps[at]] = Fit(points, at, first, neighbours);
            }
        }

        return smooth;
    }

    private static double Fit(TrendPoints points, int at, int first, int neighbours)
    {
        var x0 = points.Steps[at];
        var radius = Math.Max(x0 - points.Steps[first], points.Steps[first + neighbours - 1] - x0);
        var (sw, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = first; i < first + neighbours; i++)
        {
            var dx = points.Steps[i] - x0;
            var share = radius > 0 ? Math.Abs(dx) / radius : 0;
            var cube = 1 - (share * share * share);
            var weight = share > 0.999 ? 0 : cube * cube * cube;
            sw += weight;
            sx += weight * dx;
            sy += weight * points.Values[i];
            sxx += weight * dx * dx;
            sxy += weight * dx * points.Values[i];
        }

        var spread = (sw * sxx) - (sx * sx);
        return spread > 1e-12 * sw * sw ? ((sxx * sy) - (sx * sxy)) / spread : sy / sw;
    }
}
