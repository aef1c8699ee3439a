using System.Text.Json.Serialization;

namespace EcoPark.Web.Components;

/// <summary>A chart of lines over time. Times are milliseconds since 1970 on the park's wall clock.</summary>
public sealed record ChartModel(long From, long To, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>Limits, drawn as level lines with what they are.</summary>
    public IReadOnlyList<ChartLimit> Limits { get; init; } = [];

    /// <summary>Ends of the axes that have limits; all others fit their values.</summary>
    public IReadOnlyList<ChartAxis> Axes => [.. Lines.Select(line => line.Unit).Distinct().Select(unit => ChartAxis.Of(unit, Lines, Limits)).OfType<ChartAxis>()];
}

/// <param name="Value">In the unit of the axis.</param>
/// <param name="Unit">Axis.</param>
/// <param name="Text">Standard and limit.</param>
/// <param name="From">Where it begins to hold, or the chart's start.</param>
/// <param name="To">Where it ceases, or the chart's end.</param>
public sealed record ChartLimit(double Value, string Unit, string Text, long From, long To);

/// <param name="Name">Legend.</param>
/// <param name="Unit">Lines of one unit share an axis.</param>
/// <param name="IsRolledUp">Drawn dashed.</param>
/// <param name="Points">In order of time; a point without value breaks the line.</param>
public sealed record ChartLine(string Name, string Unit, bool IsRolledUp, IReadOnlyList<ChartPoint> Points);

/// <param name="Time">t: wall clock.</param>
/// <param name="Value">v: valid value, or null.</param>
/// <param name="IsInvalid">bad: holds something that is not valid.</param>
/// <param name="InvalidValue">bv: what the invalid reading says.</param>
/// <param name="Flag">f: data flag.</param>
public readonly record struct ChartPoint(
    [property: JsonPropertyName("t")] long Time, [property: JsonPropertyName("v")] double? Value, [property: JsonPropertyName("bad")] bool IsInvalid,
    [property: JsonPropertyName("bv")] double? InvalidValue, [property: JsonPropertyName("f")] string Flag);
