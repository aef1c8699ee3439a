namespace EcoPark.Web.Components.Plots;

/// <summary>A table of values as colours.</summary>
public static class HeatPlot
{
    private static readonly string[] Rising = ["#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#fdae6b", "#e6550d", "#7f2704"];
    private static readonly string[] Diverging = ["#27567d", "#8fb3cf", "#f5f5f5", "#e0a48f", "#a8324a"];

    /// <param name="columns">Names along x.</param>
    /// <param name="rows">Names along y, from below.</param>
    /// <param name="cells">Column, row, value; empty cells are left out.</param>
    /// <param name="range">Ends of the colours; from the values where it is null.</param>
    /// <param name="isDiverging">Colours part at the middle: correlations.</param>
    /// <param name="hasLabels">Values are written into the cells.</param>
    public static Plot Of(
        IReadOnlyList<string> columns, IReadOnlyList<string> rows, IReadOnlyList<(int Column, int Row, double Value)> cells, string unit, (double Low, double High)? range = null, bool isDiverging = false, bool hasLabels = false, int height = 380)
    {
        var finite = cells.Where(cell => double.IsFinite(cell.Value)).ToList();
        var (low, high) = range ?? (finite.Count == 0 ? (0, 1) : (finite.Min(cell => cell.Value), finite.Max(cell => cell.Value)));
        var decimals = Plot.DecimalsOf(high - low);
        return new Plot(
            new Dictionary<string, object?>
            {
                ["grid"] = new { left = 110, right = 20, top = 12, bottom = 86 },
                ["tooltip"] = new { trigger = "item", confine = true },
                ["xAxis"] = new { type = "category", data = columns, axisLabel = new { interval = columns.Count > 30 ? (object)"auto" : 0, rotate = columns.Count > 5 ? 35 : 0 } },
                ["yAxis"] = new { type = "category", data = rows },
                ["visualMap"] = new { min = low, max = high > low ? high : low + 1, precision = decimals, calculable = true, orient = "horizontal", left = "center", bottom = 4, text = new[] { unit, "" }, inRange = new { color = isDiverging ? Diverging : Rising } },
                ["series"] = new object[] { new { type = "heatmap", label = new { show = hasLabels, formatter = "{@[2]}" }, data = finite.Select(cell => new object?[] { cell.Column, cell.Row, Plot.Figure(cell.Value, decimals) }) } },
            },
            height);
    }
}
