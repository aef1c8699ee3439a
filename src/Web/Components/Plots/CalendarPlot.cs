using System.Globalization;

namespace EcoPark.Web.Components.Plots;

/// <summary>A year as a calendar, a colour a day.</summary>
public static class CalendarPlot
{
    /// <param name="year">Of the park's zone.</param>
    /// <param name="days">Day and value.</param>
    /// <param name="pieces">Classes: upper bound (in), name, colour, lowest first; the last is open above.</param>
    public static Plot Of(int year, IReadOnlyList<(DateOnly Day, double Value)> days, IReadOnlyList<(double UpTo, string Name, string Colour)> pieces) => new(
        new Dictionary<string, object?>
        {
            ["tooltip"] = new { trigger = "item", confine = true, formatter = "{c}" },
            ["calendar"] = new { range = year.ToString(CultureInfo.InvariantCulture), left = 40, right = 10, top = 24, cellSize = new object[] { "auto", 15 }, dayLabel = new { firstDay = 1, nameMap = "ZH" }, monthLabel = new { nameMap = "ZH" }, yearLabel = new { show = false } },
            ["visualMap"] = new
            {
                type = "piecewise",
                orient = "horizontal",
                left = "center",
                bottom = 0,
                pieces = pieces.Select((piece, at) => new Dictionary<string, object> { ["gt"] = at == 0 ? -1e9 : pieces[at - 1].UpTo, ["lte"] = double.IsFinite(piece.UpTo) ? piece.UpTo : 1e9, ["label"] = piece.Name, ["color"] = piece.Colour }),
            },
            ["series"] = new object[] { new { type = "heatmap", coordinateSystem = "calendar", data = days.Select(day => new object?[] { day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Plot.Figure(day.Value, 2) }) } },
        },
        190);
}
