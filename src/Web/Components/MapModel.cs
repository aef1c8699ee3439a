using System.Text.Json.Serialization;

namespace EcoPark.Web.Components;

/// <summary>What a map shows.</summary>
public sealed record MapModel(IReadOnlyList<MapShape> Shapes, IReadOnlyList<MapPoint> Points)
{
    public static readonly MapModel Empty = new([], []);

    /// <summary>Id of the shape or point that fills the view; all of them by default.</summary>
    public string? Focus { get; init; }
}

/// <summary>Something at a place, WGS 84 degrees.</summary>
/// <param name="Id">Told when it is clicked.</param>
/// <param name="Name">Its label.</param>
public sealed record MapPoint(string Id, string Name, double Longitude, double Latitude)
{
    /// <summary>Of the dot.</summary>
    public string Colour { get; init; } = "#0b6b53";

    /// <summary>One or two letters in the dot.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Where the title of its popup leads.</summary>
    public string Href { get; init; } = "";

    /// <summary>What the popup says.</summary>
    public string Text { get; init; } = "";

    /// <summary>How it is now; its colour and mark stand in <see cref="Colour"/> and <see cref="Mark"/> where it has none.</summary>
    public MapSign? Sign { get; init; }

    /// <summary>Whom it belongs to; null for the park's own.</summary>
    public int? EnterpriseId { get; init; }

    /// <summary>The monitoring point that its readings come from.</summary>
    public int? PointId { get; init; }

    /// <summary>Open alarms of its monitoring point colour it.</summary>
    public bool TakesAlarms { get; init; }

    /// <summary>The sign with which it stands on the map.</summary>
    public MapSign Shown => Sign ?? new MapSign("", Colour, Mark);

    /// <summary>With a sign, its colour and mark.</summary>
    public static MapPoint Of(string id, string name, double longitude, double latitude, MapSign sign) => new(id, name, longitude, latitude) { Colour = sign.Colour, Mark = sign.Mark, Sign = sign };
}

/// <summary>A shape on the map.</summary>
/// <param name="Id">Told when it is clicked.</param>
/// <param name="Name">Its label; empty for none.</param>
/// <param name="GeoJson">A geometry, WGS 84 degrees.</param>
/// <param name="Style">How it looks.</param>
public sealed record MapShape(string Id, string Name, string GeoJson, MapStyle Style)
{
    public string Href { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Whom it belongs to; null for the park's own.</summary>
    public int? EnterpriseId { get; init; }
}

/// <summary>How a shape looks: the colours of the product's maps, in one place.</summary>
/// <param name="Colour">Of line and area.</param>
/// <param name="Fill">Opacity of the area, 0 to 1.</param>
/// <param name="Width">Of the line, pixels.</param>
/// <param name="IsDashed">The line is broken.</param>
public sealed record MapStyle(string Colour, double Fill = 0.15, double Width = 2, bool IsDashed = false)
{
    public static readonly MapStyle Boundary = new("#c2570c", 0, 3, true);
    public static readonly MapStyle Enterprise = new("#0b8a6a");
    public static readonly MapStyle Water = new("#2f86d1", 0.3, 3);
    public static readonly MapStyle Road = new("#8a979b", 0.1, 4);
    public static readonly MapStyle Ecology = new("#4f9d2f", 0.2, 1.5, true);
    public static readonly MapStyle Subject = new("#8a3ffc", 0.2, 2.5);
}

/// <summary>A map below all others, for installations that have one; without it maps show the park's own shapes alone.</summary>
public sealed record MapBase
{
    /// <summary>Raster tiles: “https://…/{z}/{x}/{y}.png”, one or several addresses of the same.</summary>
    public IReadOnlyList<string> Tiles { get; init; } = [];

    /// <summary>Vector tiles: address of a MapLibre style.</summary>
    public string Style { get; init; } = "";

    public string Attribution { get; init; } = "";

    /// <summary>Further servers that the style names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Servers that the browser must be allowed to ask.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Origins => [.. Tiles.Append(Style).Concat(Servers).Where(address => Uri.TryCreate(address, UriKind.Absolute, out _)).Select(address => new Uri(address).GetLeftPart(UriPartial.Authority)).Distinct()];
}
