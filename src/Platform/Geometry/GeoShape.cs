using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Valid;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace EcoPark.Platform.Geometry;

/// <summary>Shapes on the map, kept as GeoJSON geometries in WGS 84 degrees.</summary>
public static class GeoShape
{
    /// <summary>Vertices beyond which a boundary is refused: it would slow every map.</summary>
    public const int MostPoints = 20_000;

    /// <summary>Mean radius of the earth (IUGG), metres.</summary>
    private const double EarthRadius = 6_371_008.8;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);
    private static readonly JsonSerializerOptions Json = new() { Converters = { new GeoJsonConverterFactory(Factory) } };

    /// <summary>A geometry, a feature with one, or a collection of features (their union) as GeoJSON text; or the corners of an area, one “longitude,latitude” a line.</summary>
    public static Outcome<Shape> Read(string text)
    {
        if (Corners(text) is { Count: >= 3 } corners)
        {
            if (!corners[0].Equals2D(corners[^1]))
                corners.Add(corners[0].Copy());
            var area = Factory.CreatePolygon([.. corners]);
            return Check(area) is { } wrong ? wrong : area;
        }

        if (text.Contains("<kml", StringComparison.OrdinalIgnoreCase))
            return new Problem("shape", "不能读取 KML，请在地图软件中另存为 GeoJSON 或 Shapefile（WGS 84）再导入。");
        if (text.Contains('°', StringComparison.Ordinal) && !text.TrimStart().StartsWith('{'))
            return new Problem("shape", "坐标应为十进制度，如 121.0125,31.3000；度分秒请先换算：度 + 分/60 + 秒/3600。");
        try
        {
            using var document = JsonDocument.Parse(text);
            if (OtherSystem(document.RootElement) is { } system)
                return new Problem("shape", $"GeoJSON 的坐标系是 {system}，应为 WGS 84（EPSG:4326）或 CGCS2000（EPSG:4490）的经纬度，请先转换坐标系。");
            var parts = Geometries(document.RootElement).Select(element => element.Deserialize<Shape>(Json)).OfType<Shape>().ToList();
            if (parts.Count == 0)
                return new Problem("shape", "GeoJSON 中没有图形。");
            var shape = parts.Count == 1 ? parts[0] : NetTopologySuite.Operation.Union.UnaryUnionOp.Union(parts);
            return Check(shape) is { } problem ? problem : shape;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or NotSupportedException or ArgumentException or InvalidOperationException or NetTopologySuite.IO.ParseException)
        {
            return new Problem("shape", "不是有效的 GeoJSON 图形，请重新绘制或导出后再导入。");
        }
    }

    /// <summary>Is it one that can be kept?</summary>
    public static Problem? Check(Shape shape)
    {
        if (shape.IsEmpty)
            return new Problem("shape", "图形是空的。");
        if (shape.NumPoints > MostPoints)
            return new Problem("shape", $"图形有 {shape.NumPoints} 个顶点，超过 {MostPoints} 个，请先简化。");
        if (shape.Coordinates.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y) || Math.Abs(point.X) > 180 || Math.Abs(point.Y) > 90))
            return new Problem("shape", "坐标超出经纬度范围：请使用 WGS 84 经纬度（度），不要用平面坐标。");
        return new IsValidOp(shape).ValidationError is { } error ? new Problem("shape", $"图形在 ({error.Coordinate.X:0.#####}, {error.Coordinate.Y:0.#####}) 处自相交或不闭合，请修正。") : null;
    }

    public static string Write(Shape shape) => JsonSerializer.Serialize(shape, Json);

    public static Shape Point(double longitude, double latitude) => Factory.CreatePoint(new Coordinate(longitude, latitude));

    /// <summary>Shortest way between two shapes and the compass direction from the first to the second.</summary>
    /// <returns>Metres, 0 where they touch; degrees clockwise from north.</returns>
    /// <remarks>On a plane that touches the earth between them: exact to about 0.1 % within some tens of kilometres.</remarks>
    public static (double Metres, double Bearing) Way(Shape from, Shape to)
    {
        var (a, b) = (from.EnvelopeInternal.Centre, to.EnvelopeInternal.Centre);
        var middle = (a.Y + b.Y) / 2 * Math.PI / 180;
        Shape Flat(Shape shape)
        {
            var copy = shape.Copy();
            copy.Apply(new Flattening(a, Math.Cos(middle)));
            return copy;
        }

        var (flatFrom, flatTo) = (Flat(from), Flat(to));
        var ends = DistanceOp.NearestPoints(flatFrom, flatTo);
        var metres = ends[0].Distance(ends[1]);
        // Where they touch, the direction is that of their middles.
        var (start, end) = metres > 0 ? (ends[0], ends[1]) : (flatFrom.Centroid.Coordinate, flatTo.Centroid.Coordinate);
        var bearing = Math.Atan2(end.X - start.X, end.Y - start.Y) * 180 / Math.PI;
        return (metres, (bearing + 360) % 360);
    }

    /// <summary>北, 东北, 东 … for a bearing in degrees.</summary>
    public static string Direction(double bearing) => ((string[])["北", "东北", "东", "东南", "南", "西南", "西", "西北"])[(int)Math.Round(bearing / 45) % 8];

    /// <summary>Whether a shape as kept is an area: a line or a point encloses nothing. Nothing drawn is nothing wrong.</summary>
    public static bool IsAreaOrNone(string text) => text.Length == 0 || (Read(text) is { IsOk: true } shape && shape.Value.Dimension == NetTopologySuite.Geometries.Dimension.Surface);

    /// <summary>Area in hectares.</summary>
    public static double Hectares(Shape shape)
    {
        var copy = shape.Copy();
        copy.Apply(new Flattening(shape.EnvelopeInternal.Centre, Math.Cos(shape.EnvelopeInternal.Centre.Y * Math.PI / 180)));
        return copy.Area / 10_000;
    }

    public static bool HasHoles(Shape shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().Any(area => area.NumInteriorRings > 0);

    /// <summary>Name of the coordinate system that a file of before RFC 7946 states, where it is not degrees of WGS 84 or CGCS2000.</summary>
    private static string? OtherSystem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("crs", out var crs) || crs.ValueKind != JsonValueKind.Object
            || !crs.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty("name", out var name) || name.GetString() is not { } text)
            return null;
        string[] known = ["CRS84", "4326", "4490"];
        return known.Any(one => text.EndsWith(one, StringComparison.Ordinal)) ? null : text;
    }

    private static List<Coordinate>? Corners(string text)
    {
        var corners = new List<Coordinate>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split([',', '，', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not [var x, var y]
                || !double.TryParse(x, System.Globalization.CultureInfo.InvariantCulture, out var longitude) || !double.TryParse(y, System.Globalization.CultureInfo.InvariantCulture, out var latitude))
                return null;
            corners.Add(new Coordinate(longitude, latitude));
        }

        return corners;
    }

    private static IEnumerable<JsonElement> Geometries(JsonElement element) => element.TryGetProperty("type", out var type) ? type.GetString() switch
    {
        "FeatureCollection" => element.GetProperty("features").EnumerateArray().SelectMany(Geometries),
        "Feature" => [element.GetProperty("geometry")],
        _ => [element],
    } : [];

    /// <summary>Degrees to metres around a point.</summary>
    private sealed class Flattening(Coordinate origin, double cosine) : ICoordinateSequenceFilter
    {
        private const double MetresPerDegree = EarthRadius * Math.PI / 180;

        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetX(i, (seq.GetX(i) - origin.X) * MetresPerDegree * cosine);
            seq.SetY(i, (seq.GetY(i) - origin.Y) * MetresPerDegree);
        }
    }
}
