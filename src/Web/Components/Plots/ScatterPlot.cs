namespace EcoPark.Web.Components.Plots;

/// <summary>Points of two values.</summary>
public static class ScatterPlot
{
    /// <summary>Points that are drawn; of more, every so many-th.</summary>
    private const int MostPoints = 4_000;

    public static Plot Of(IReadOnlyList<(double X, double Y)> points, string xTitle, string yTitle, int height = 320)
    {
        var step = (points.Count / MostPoints) + 1;
        return new Plot(
            new Dictionary<string, object?>
            {
                ["grid"] = new { left = 64, right = 16, top = 28, bottom = 46 },
                ["tooltip"] = new { trigger = "item", confine = true },
                ["xAxis"] = new { type = "value", name = xTitle, nameLocation = "middle", nameGap = 28, scale = true },
                ["yAxis"] = new { type = "value", name = yTitle, scale = true },
                ["series"] = new object[] { new { type = "scatter", symbolSize = 4, itemStyle = new { opacity = 0.45 }, data = points.Where((_, at) => at % step == 0).Select(point => new[] { Plot.Figure(point.X), Plot.Figure(point.Y) }) } },
            },
            height);
    }
}
