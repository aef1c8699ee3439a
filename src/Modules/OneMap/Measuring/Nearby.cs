using EcoPark.Platform.Geometry;

namespace EcoPark.Modules.OneMap.Measuring;

/// <summary>Something within a distance of a place.</summary>
/// <param name="Metres">0 where the place lies in it.</param>
/// <param name="Direction">北, 东北 …; empty at the place itself.</param>
public sealed record Neighbour(MapThing Thing, double Metres, string Direction)
{
    /// <summary>The nearest first. To points along the ellipsoid, to the nearest edge of shapes on a plane between (exact to a thousandth).</summary>
    public static IReadOnlyList<Neighbour> Of(IEnumerable<MapThing> things, MapCircle circle)
    {
        var place = GeoShape.Point(circle.Longitude, circle.Latitude);
        var found = new List<Neighbour>();
        foreach (var thing in things)
        {
            var (metres, bearing) = thing.Point is { } point ? Geodesy.Way(circle.Longitude, circle.Latitude, point.Longitude, point.Latitude)
                : thing.Geometry is { } shape ? GeoShape.Way(place, shape) : (double.NaN, 0);
            if (metres <= circle.Metres)
                found.Add(new Neighbour(thing, metres, metres == 0 ? "" : GeoShape.Direction(bearing)));
        }

        return [.. found.OrderBy(one => one.Metres).ThenBy(one => one.Thing.Name, StringComparer.Ordinal)];
    }
}
