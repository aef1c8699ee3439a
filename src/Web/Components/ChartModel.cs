using System.Text.Json.Serialization;

namespace EcoPark.Web.Components;

/// <summary>A chart of lines over time. Times are milliseconds since 1970 on the park's wall clock.</summary>
public sealed record ChartModel(long From, long To, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>Limits, drawn as level lines with what they are.</summary>
    public IReadOnlyList<ChartLimit> Limits { get; init; } = [];

    /// <summary>What happened meanwhile, drawn as bands behind the lines.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

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
public sealed record ChartLine(string Name, string Unit, bool IsRolledUp, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Digits after the point in the tooltip; as many as needed, six at most that count, where it is not said.</summary>
    public int? Decimals { get; init; }

    /// <summary>Of another time, laid over this one: drawn dotted and paler.</summary>
    public bool IsCompared { get; init; }
}

/// <summary>Something that happened: an alarm, a check of an instrument, a standstill.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End; the begin where it took no time.</param>
/// <param name="Kind">One word that stands on the band.</param>
/// <param name="Text">What it was.</param>
/// <param name="Colour">Of the band.</param>
/// <param name="Href">Where it is told whole; empty where nowhere.</param>
public sealed record ChartMark(long From, long To, string Kind, string Text, string Colour, string Href = "");

/// <summary>What a module knows to have happened at points, begin and end in UTC; modules register them. It reads within the actor's scope, and not without bound.</summary>
public delegate Task<IReadOnlyList<ChartMark>> ChartMarkSource(IReadOnlyCollection<int> points, DateTime from, DateTime to, CancellationToken cancellationToken);

/// <param name="Time">t: wall clock.</param>
/// <param name="Value">v: valid value, or null.</param>
/// <param name="IsInvalid">bad: holds something that is not valid.</param>
/// <param name="InvalidValue">bv: what the invalid reading says.</param>
/// <param name="Flag">f: data flag.</param>
public readonly record struct ChartPoint(
    [property: JsonPropertyName("t")] long Time, [property: JsonPropertyName("v")] double? Value, [property: JsonPropertyName("bad")] bool IsInvalid,
    [property: JsonPropertyName("bv")] double? InvalidValue, [property: JsonPropertyName("f")] string Flag);
