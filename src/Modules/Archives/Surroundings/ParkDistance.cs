using EcoPark.Modules.Archives.Park;
using EcoPark.Platform.Data;
using EcoPark.Platform.Geometry;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace EcoPark.Modules.Archives.Surroundings;

/// <summary>Distance and direction from the park's boundary, worked out anew whenever they are shown, so that a changed boundary is never forgotten.</summary>
internal static class ParkDistance
{
    public static readonly IReadOnlyList<Field> Fields =
    [
        new("distance", "距园区边界", FieldKind.Number) { Unit = "m", Decimals = 0, Help = "到园区边界最近处的距离，由边界和位置算出；没有边界时不计算" },
        new("direction", "方位", FieldKind.Text) { Help = "从园区边界看去的方位" },
    ];

    /// <summary>Values of <see cref="Fields"/> for each record; without a boundary or a place there are none.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Of<T>(ParkDb db, IReadOnlyList<T> records, Func<T, Shape?> place, CancellationToken token)
    {
        var boundary = ShapeOf(await db.Set<ParkProfile>().AsNoTracking().Select(park => park.Boundary).FirstOrDefaultAsync(token));
        return [.. records.Select(record => Values(boundary, place(record)))];
    }

    public static Shape? ShapeOf(string? geoJson) => string.IsNullOrEmpty(geoJson) ? null : GeoShape.Read(geoJson).Value;

    public static Shape? PointOf(double? longitude, double? latitude) => longitude is { } x && latitude is { } y ? GeoShape.Point(x, y) : null;

    private static Dictionary<string, object?> Values(Shape? boundary, Shape? place)
    {
        if (boundary is null || place is null)
            return [];
        var (metres, bearing) = GeoShape.Way(boundary, place);
        return new() { ["distance"] = Math.Round(metres), ["direction"] = metres == 0 ? "园区内" : GeoShape.Direction(bearing) };
    }
}
