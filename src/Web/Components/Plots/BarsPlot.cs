namespace EcoPark.Web.Components.Plots;

/// <summary>Bars side by side over names.</summary>
public static class BarsPlot
{
    /// <param name="names">Along x.</param>
    /// <param name="series">Name and one value a name of the axis.</param>
    public static Plot Of(IReadOnlyList<string> names, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> series, string unit, int height = 280) => new(
        new Dictionary<string, object?>
        {
            ["grid"] = new { left = 64, right = 16, top = 36, bottom = 30 },
            ["legend"] = new { top = 4, type = "scroll" },
            ["tooltip"] = new { trigger = "axis", confine = true },
            ["xAxis"] = new { type = "category", data = names },
            ["yAxis"] = new { type = "value", name = unit },
            ["series"] = series.Select(one => new { name = one.Name, type = "bar", barMaxWidth = 22, data = one.Values.Select(value => Plot.Figure(value, 4)) }),
        },
        height);
}
