namespace EcoPark.Web.Components.Plots;

/// <summary>One line or set of points over x.</summary>
/// <param name="Points">x (number, or milliseconds of the park's wall clock) and y; null breaks the line.</param>
public sealed record PlotLine(string Name, IReadOnlyList<(double X, double? Y)> Points)
{
    public bool IsDashed { get; init; }

    /// <summary>Points without a line.</summary>
    public bool IsDots { get; init; }

    /// <summary>Points without a line, hollow: what is only known to lie below them.</summary>
    public bool IsHollow { get; init; }

    /// <summary>Ends of a band around the line, one a point.</summary>
    public IReadOnlyList<(double? Lower, double? Upper)>? Band { get; init; }
}

/// <summary>Lines, dots and bands over numbers or time.</summary>
public static class LinesPlot
{
    /// <param name="limits">Level lines with their text.</param>
    public static Plot Of(IReadOnlyList<PlotLine> lines, string unit, bool isTime, IReadOnlyList<(double Value, string Text)>? limits = null, string xTitle = "", int height = 320)
    {
        var series = new List<object>();
        foreach (var line in lines)
        {
            if (line.Band is { } band)
            {
                series.Add(new { name = line.Name + "下限", type = "line", stack = line.Name, symbol = "none", lineStyle = new { opacity = 0 }, data = line.Points.Select((point, at) => new[] { point.X, Plot.Figure(band[at].Lower) }) });
                series.Add(new { name = line.Name + "区间", type = "line", stack = line.Name, symbol = "none", lineStyle = new { opacity = 0 }, areaStyle = new { opacity = 0.2 }, data = line.Points.Select((point, at) => new[] { point.X, Plot.Figure(band[at].Upper - band[at].Lower) }) });
            }

            series.Add(new
            {
                name = line.Name,
                type = line.IsDots || line.IsHollow ? "scatter" : "line",
                symbol = line.IsHollow ? "emptyCircle" : "circle",
                symbolSize = line.IsHollow ? 8 : line.IsDots ? 5 : 4,
                showSymbol = line.IsDots || line.IsHollow || line.Points.Count < 80,
                connectNulls = false,
                lineStyle = new { width = 1.6, type = line.IsDashed ? "dashed" : "solid" },
                markLine = line == lines[0] && limits is { Count: > 0 } ? new { silent = true, symbol = "none", lineStyle = new { color = "#b3261e", type = "dotted" }, data = limits.Select(limit => new { yAxis = limit.Value, label = new { formatter = limit.Text, position = "insideEndTop", color = "#b3261e" } }) } : null,
                data = line.Points.Select(point => new[] { point.X, Plot.Figure(point.Y) }),
            });
        }

        return new Plot(
            new Dictionary<string, object?>
            {
                ["grid"] = new { left = 64, right = 20, top = 40, bottom = 40 },
                ["legend"] = new { top = 4, type = "scroll", data = lines.Select(line => line.Name) },
                ["tooltip"] = new { trigger = "axis", confine = true },
                ["xAxis"] = new { type = isTime ? "time" : "value", name = xTitle, nameLocation = "middle", nameGap = 26 },
                // The limit is always in the picture.
                ["yAxis"] = Ends(lines, limits) is var (min, max) ? new { type = "value", name = unit, scale = true, min, max } : new { type = "value", name = unit, scale = true },
                ["series"] = series,
            },
            height);
    }

    private static (double Min, double Max)? Ends(IReadOnlyList<PlotLine> lines, IReadOnlyList<(double Value, string Text)>? limits)
    {
        if (limits is not { Count: > 0 })
            return null;
        List<double> all = [.. limits.Select(limit => limit.Value), .. lines.SelectMany(line => line.Points.Select(point => point.Y)).OfType<double>(), .. lines.SelectMany(line => line.Band ?? []).SelectMany(band => new[] { band.Lower, band.Upper }).OfType<double>()];
        return ChartAxis.Ends(all.Where(double.IsFinite).Min(), all.Where(double.IsFinite).Max());
    }
}
