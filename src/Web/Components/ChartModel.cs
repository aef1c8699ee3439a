using System.Text.Json.Serialization;

namespace EcoPark.Web.Components;

/// <summary>A chart of lines over time. Times are milliseconds since 1970 on the park's wall clock.</summary>
public sealed record ChartModel(long From, long To, IReadOnlyList<ChartLine> Lines);

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
