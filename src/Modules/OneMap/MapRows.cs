using EcoPark.Web.Components;

namespace EcoPark.Modules.OneMap;

/// <summary>Points as the browser takes them: all of them when they are others than before, otherwise only what has changed.</summary>
internal static class MapRows
{
    /// <summary>Id, longitude, latitude, name, sign, rank, word.</summary>
    public static object[] Of(MapPoint point) => [point.Id, point.Longitude, point.Latitude, point.Name, SignOf(point.Shown), point.Shown.Rank, point.Shown.Word];

    /// <summary>Rows whose sign, rank or word is another, with their place; <see langword="null"/> where the points themselves are others.</summary>
    public static List<object[]>? Changes(IReadOnlyList<MapPoint> before, IReadOnlyList<MapPoint> now)
    {
        if (before.Count != now.Count)
            return null;
        var changes = new List<object[]>();
        for (var at = 0; at < now.Count; at++)
        {
            var (old, point) = (before[at], now[at]);
            if (old.Id != point.Id || old.Name != point.Name || old.Longitude != point.Longitude || old.Latitude != point.Latitude)
                return null;
            if (old.Shown != point.Shown)
                changes.Add([at, SignOf(point.Shown), point.Shown.Rank, point.Shown.Word]);
        }

        return changes;
    }

    private static string[] SignOf(MapSign sign) => [sign.Form switch { MapForm.Square => "square", MapForm.Diamond => "diamond", MapForm.Triangle => "triangle", _ => "circle" }, sign.Colour, sign.Mark, sign.Badge, sign.BadgeColour];
}
