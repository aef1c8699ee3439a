namespace EcoPark.Web.Components.Plots;

/// <summary>Means over the parts of a cycle with their interval.</summary>
public static class CyclePlot
{
    /// <param name="parts">Name, mean, ends of the interval; null where there are no values.</param>
    public static Plot Of(IReadOnlyList<(string Name, double? Mean, double? Lower, double? Upper)> parts, string unit) => new(
        new Dictionary<string, object?>
        {
            ["grid"] = new { left = 60, right = 16, top = 30, bottom = 30 },
            ["tooltip"] = new { trigger = "axis", confine = true },
            ["xAxis"] = new { type = "category", data = parts.Select(part => part.Name) },
            ["yAxis"] = new { type = "value", name = unit, scale = true },
            ["series"] = new object[]
            {
                new { name = "95 % 区间下限", type = "line", stack = "band", symbol = "none", lineStyle = new { opacity = 0 }, data = parts.Select(part => Plot.Figure(part.Lower)) },
                new { name = "95 % 区间宽度", type = "line", stack = "band", symbol = "none", lineStyle = new { opacity = 0 }, areaStyle = new { color = "#0b6b53", opacity = 0.18 }, data = parts.Select(part => Plot.Figure(part.Upper - part.Lower)) },
                new { name = "均值", type = "line", symbolSize = 5, color = "#0b6b53", data = parts.Select(part => Plot.Figure(part.Mean)) },
            },
        },
        260);
}
