namespace EcoPark.Web.Components.Plots;

/// <summary>One box: whiskers, quartiles, median, and what lies beyond.</summary>
public sealed record Box(string Name, double Low, double Lower, double Median, double Upper, double High, IReadOnlyList<double> Outliers);

/// <summary>Box plots side by side.</summary>
public static class BoxesPlot
{
    private const int MostOutliers = 200;

    public static Plot Of(IReadOnlyList<Box> boxes, string unit) => new(new Dictionary<string, object?>
    {
        ["grid"] = new { left = 60, right = 16, top = 30, bottom = 40 },
        ["tooltip"] = new { trigger = "item", confine = true },
        ["xAxis"] = new { type = "category", data = boxes.Select(box => box.Name) },
        ["yAxis"] = new { type = "value", name = unit, scale = true },
        ["series"] = new object[]
        {
            new { type = "boxplot", data = boxes.Select(box => new[] { box.Low, box.Lower, box.Median, box.Upper, box.High }.Select(value => Plot.Figure(value))), itemStyle = new { color = "transparent", borderColor = "#0b6b53" } },
            new
            {
                type = "scatter", symbolSize = 4, itemStyle = new { color = "#c2570c" },
                data = boxes.SelectMany((box, at) => box.Outliers.Reverse().Take(MostOutliers).Select(value => new object?[] { at, Plot.Figure(value) })),
            },
        },
    });
}
