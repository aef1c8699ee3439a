using System.Globalization;
using EcoPark.Platform.Geometry;

namespace EcoPark.Modules.OneMap.Measuring;

/// <summary>What clicks on the map are for.</summary>
public enum MapTool
{
    None,
    Length,
    Area,

    /// <summary>What is within so many metres of here.</summary>
    Near,
}

/// <summary>A line or an area that somebody is measuring: the clicks so far.</summary>
public sealed record Measurement(MapTool Tool, IReadOnlyList<(double Longitude, double Latitude)> Corners, bool IsDone = false)
{
    public static readonly Measurement None = new(MapTool.None, []);

    /// <summary>The second click of a double click is no corner of its own.</summary>
    private const double SamePlace = 0.5;

    public Measurement With(double longitude, double latitude)
    {
        if (IsDone)
            return new Measurement(Tool, [(longitude, latitude)]);
        return Corners is [.., var last] && Geodesy.Way(last.Longitude, last.Latitude, longitude, latitude).Metres < SamePlace ? this : this with { Corners = [.. Corners, (longitude, latitude)] };
    }

    /// <summary>What has been measured, in words; what to do where it is too little.</summary>
    public string Words => (Tool, Corners.Count) switch
    {
        (MapTool.None, _) => "",
        (MapTool.Near, _) => "在地图上单击一处。",
        (_, 0) => "在地图上逐点单击，双击或按回车结束。",
        (MapTool.Length, 1) => $"起点 {PlaceText(Corners[0])}",
        (MapTool.Length, _) => $"长 {LengthText(Geodesy.Length(Corners))}，{Corners.Count - 1} 段",
        (MapTool.Area, < 3) => $"已有 {Corners.Count} 个角，至少 3 个。",
        _ => $"面积 {AreaText(Geodesy.Area(Corners))}，周长 {LengthText(Geodesy.Length([.. Corners, Corners[0]]))}",
    };

    /// <summary>“812 m”, “5.776 km”.</summary>
    public static string LengthText(double metres) => metres < 1_000 ? string.Create(CultureInfo.InvariantCulture, $"{metres:0.#} m") : string.Create(CultureInfo.InvariantCulture, $"{metres / 1_000:0.000} km");

    /// <summary>“840 m²”, “15.71 公顷”, “1570.88 公顷（15.709 km²）”.</summary>
    public static string AreaText(double squareMetres) => squareMetres < 10_000 ? string.Create(CultureInfo.InvariantCulture, $"{squareMetres:0} m²")
        : squareMetres < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{squareMetres / 10_000:0.00} 公顷")
        : string.Create(CultureInfo.InvariantCulture, $"{squareMetres / 10_000:0.00} 公顷（{squareMetres / 1_000_000:0.000} km²）");

    public static string PlaceText((double Longitude, double Latitude) place) => string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:0.00000}, {place.Latitude:0.00000}");
}
