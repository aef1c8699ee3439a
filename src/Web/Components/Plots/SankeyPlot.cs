namespace EcoPark.Web.Components.Plots;

/// <summary>Amounts that flow from left to right.</summary>
public static class SankeyPlot
{
    /// <param name="links">From, to, amount; they must not go round in a circle.</param>
    public static Plot Of(IReadOnlyList<(string From, string To, double Amount)> links, string unit, int height = 420) => new(
        new Dictionary<string, object?>
        {
            ["tooltip"] = new { trigger = "item", confine = true },
            ["series"] = new object[]
            {
                new
                {
                    type = "sankey", left = 8, right = 150, top = 12, bottom = 12, nodeWidth = 14, nodeGap = 10, draggable = false, name = unit, emphasis = new { focus = "adjacency" },
                    lineStyle = new { color = "gradient", opacity = 0.4 }, label = new { overflow = "truncate", width = 140 },
                    data = links.SelectMany(link => new[] { link.From, link.To }).Distinct().Select(name => new { name }),
                    links = links.Select(link => new { source = link.From, target = link.To, value = Plot.Figure(link.Amount, 4) }),
                },
            },
        },
        height);
}
