using System.Text.Json;
using EcoPark.Platform.Geometry;

namespace EcoPark.Modules.OneMap.Measuring;

/// <summary>What lies over the map for a while, as GeoJSON: measuring, the circle of a question, arrows of the wind.</summary>
internal static class MapOverlay
{
    /// <summary>Empty where there is nothing.</summary>
    public static string Write(Measurement measured, MapCircle? near, IEnumerable<WindArrow> arrows)
    {
        List<object> features = [.. Of(measured), .. near is { } circle ? Of(circle) : [], .. arrows.Select(Of)];
        return features.Count == 0 ? "" : JsonSerializer.Serialize(new { type = "FeatureCollection", features });
    }

    private static IEnumerable<object> Of(Measurement measured)
    {
        var corners = measured.Corners;
        for (var at = 0; at < corners.Count; at++)
        {
            // Along a line stands how far it is from the beginning.
            var text = measured.Tool == MapTool.Length && at > 0 ? Measurement.LengthText(Geodesy.Length([.. corners.Take(at + 1)])) : null;
            yield return Point(corners[at], text is null ? new { kind = "dot" } : new { kind = "dot", text });
        }

        if (measured.Tool == MapTool.Area && corners.Count >= 3)
            yield return Feature("Polygon", new[] { Pairs([.. corners, corners[0]]) }, new { kind = "area" });
        else if (corners.Count >= 2)
            yield return Feature("LineString", Pairs(corners), new { kind = "line" });
    }

    private static IEnumerable<object> Of(MapCircle circle) =>
    [
        Feature("Polygon", new[] { Pairs(Geodesy.Circle(circle.Longitude, circle.Latitude, circle.Metres)) }, new { kind = "area" }),
        Point((circle.Longitude, circle.Latitude), new { kind = "dot", text = Measurement.LengthText(circle.Metres) }),
    ];

    /// <summary>It points where the air goes; the stations say where it comes from.</summary>
    private static object Of(WindArrow arrow) => Point((arrow.Longitude, arrow.Latitude), new { kind = "arrow", turn = (arrow.FromDegrees + 180) % 360, size = Math.Clamp(0.55 + (arrow.SpeedMs / 12), 0.55, 1.4) });

    private static object Point((double Longitude, double Latitude) place, object properties) => Feature("Point", new[] { place.Longitude, place.Latitude }, properties);

    private static double[][] Pairs(IEnumerable<(double Longitude, double Latitude)> line) => [.. line.Select(place => new[] { place.Longitude, place.Latitude })];

    private static object Feature(string type, object coordinates, object properties) => new { type = "Feature", geometry = new { type, coordinates }, properties };
}

/// <summary>Wind at a station.</summary>
public readonly record struct WindArrow(double Longitude, double Latitude, double SpeedMs, double FromDegrees);
