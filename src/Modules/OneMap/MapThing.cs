using EcoPark.Platform.Geometry;
using EcoPark.Web.Components;
using NetTopologySuite.Geometries;

namespace EcoPark.Modules.OneMap;

/// <summary>Anything on the map, point or shape.</summary>
public sealed class MapThing
{
    private readonly Lazy<Geometry?> _geometry;

    public MapThing(MapLayer layer, MapPoint point)
    {
        (Layer, Point, Id, Name, Text, Href, EnterpriseId) = (layer, point, point.Id, point.Name, point.Text, point.Href, point.EnterpriseId);
        _geometry = new Lazy<Geometry?>(() => GeoShape.Point(point.Longitude, point.Latitude));
    }

    public MapThing(MapLayer layer, MapShape shape)
    {
        (Layer, Shape, Id, Name, Text, Href, EnterpriseId) = (layer, shape, shape.Id, shape.Name.Length > 0 ? shape.Name : shape.Text, shape.Text, shape.Href, shape.EnterpriseId);
        _geometry = new Lazy<Geometry?>(() => GeoShape.Read(shape.GeoJson) is { IsOk: true } read ? read.Value : null);
    }

    public MapLayer Layer { get; }

    public MapPoint? Point { get; }

    public MapShape? Shape { get; }

    public string Id { get; }

    public string Name { get; }

    public string Text { get; }

    public string Href { get; }

    public int? EnterpriseId { get; }

    /// <summary>Null where its shape cannot be read.</summary>
    public Geometry? Geometry => _geometry.Value;

    /// <summary>Number after the layer's key.</summary>
    public int Number => int.TryParse(Id.AsSpan(Id.LastIndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
