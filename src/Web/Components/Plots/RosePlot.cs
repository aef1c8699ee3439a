namespace EcoPark.Web.Components.Plots;

/// <summary>Wind rose or pollution rose: petals from north, clockwise, stacked by class.</summary>
public static class RosePlot
{
    /// <param name="sectors">Name of each petal.</param>
    /// <param name="classes">Name of each class, and its share (%) in each petal.</param>
    public static Plot Of(IReadOnlyList<string> sectors, IReadOnlyList<(string Name, IReadOnlyList<double> Shares)> classes) => new(
        new Dictionary<string, object?>
        {
            ["color"] = new[] { "#c6dbef", "#6baed6", "#2171b5", "#fdae6b", "#e6550d", "#7f2704" },
            ["polar"] = new { radius = "68%", center = new[] { "50%", "54%" } },
            ["legend"] = new { top = 0, type = "scroll" },
            ["tooltip"] = new { trigger = "axis", confine = true },
            ["angleAxis"] = new { type = "category", data = sectors, startAngle = 90 + (180.0 / Math.Max(1, sectors.Count)), boundaryGap = true },
            ["radiusAxis"] = new { axisLabel = new { formatter = "{value}%" } },
            ["series"] = classes.Select(one => new { name = one.Name, type = "bar", stack = "rose", coordinateSystem = "polar", barCategoryGap = "8%", data = one.Shares.Select(share => Plot.Figure(share, 3)) }),
        },
        380);
}
