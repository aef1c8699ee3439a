using EcoPark.Web.Components;
using NetTopologySuite.Geometries;

namespace EcoPark.Modules.OneMap;

/// <summary>The part of the earth that the map begins with.</summary>
internal static class MapBounds
{
    private const string Park = "park";

    /// <summary>West, south, east, north of the park's boundary; of all that is shown where there is none; null where nothing is.</summary>
    public static (double West, double South, double East, double North)? Of(IReadOnlyList<MapThing> things)
    {
        var boundary = things.Where(thing => thing.Layer.Key == Park && thing.Shape is not null).ToList();
        var all = new Envelope();
        foreach (var shape in (boundary.Count > 0 ? boundary : things).Select(thing => thing.Geometry).OfType<Geometry>())
            all.ExpandToInclude(shape.EnvelopeInternal);
        return all.IsNull ? null : (all.MinX, all.MinY, all.MaxX, all.MaxY);
    }
}
