namespace EcoPark.Web.Components.Plots;

/// <summary>Every pair of several series: points below the diagonal, a word for the pair above it, names on it.</summary>
public static class ScatterMatrixPlot
{
    /// <summary>Points drawn of each pair; of more, every so many-th.</summary>
    private const int MostPoints = 500;

    private const double Left = 3;
    private const double Bottom = 4;

    /// <param name="series">Names and values at the same times; NaN in gaps.</param>
    /// <param name="word">What stands above the diagonal for a row and a column.</param>
    public static Plot Of(IReadOnlyList<(string Name, IReadOnlyList<double> Values)> series, Func<int, int, string> word)
    {
        var n = series.Count;
        var (width, height) = ((100 - Left) / n, (100 - Bottom) / n);
        var (grids, x, y, dots, words) = (new List<object>(), new List<object>(), new List<object>(), new List<object>(), new List<object>());
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < n; column++)
            {
                var (left, top) = (Left + (column * width), row * height);
                if (column >= row)
                {
                    words.Add(new { left = Percent(left + (width / 2)), top = Percent(top + (height / 2.4)), textAlign = "center", text = column == row ? series[row].Name.Replace(' ', '\n') : word(row, column), textStyle = new { fontSize = 12, fontWeight = column == row ? "bold" : "normal" } });
                    continue;
                }

                var at = grids.Count;
                grids.Add(new { left = Percent(left + 0.6), top = Percent(top + 0.8), width = Percent(width - 1.2), height = Percent(height - 1.6) });
                x.Add(Axis(at, row == n - 1));
                y.Add(Axis(at, column == 0));
                dots.Add(new { type = "scatter", xAxisIndex = at, yAxisIndex = at, symbolSize = 2.5, itemStyle = new { opacity = 0.4, color = "#0b6b53" }, data = Sample(series[column].Values, series[row].Values) });
            }
        }

        return new Plot(new Dictionary<string, object?> { ["grid"] = grids, ["xAxis"] = x, ["yAxis"] = y, ["title"] = words, ["tooltip"] = new { show = false }, ["series"] = dots }, Math.Clamp(n * 110, 260, 760));
    }

    private static object Axis(int grid, bool isOuter) => new { type = "value", scale = true, gridIndex = grid, splitNumber = 2, axisLabel = new { show = isOuter, fontSize = 10 }, axisTick = new { show = isOuter } };

    private static List<double?[]> Sample(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var pairs = x.Zip(y).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToList();
        var step = (pairs.Count / MostPoints) + 1;
        return [.. pairs.Where((_, at) => at % step == 0).Select(pair => new[] { Plot.Figure(pair.First, 3), Plot.Figure(pair.Second, 3) })];
    }

    private static string Percent(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share:0.##}%");
}
