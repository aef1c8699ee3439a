using System.IO.Compression;
using System.Text;
using EcoPark.Platform.Files;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace EcoPark.Platform.Geometry;

/// <summary>A shape from a file that people have: GeoJSON, or a zipped shapefile.</summary>
public static class ShapeFile
{
    /// <summary>All shapes of the file as one.</summary>
    public static Outcome<Shape> Read(byte[] content) =>
        content.AsSpan().StartsWith("PK\u0003\u0004"u8) ? ReadZip(content) : GeoShape.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));

    /// <summary>Degrees of WGS 84 or CGCS2000; WGS 72, Beijing 54 and Xi'an 80 lie up to a hundred metres off.</summary>
    private static bool IsKnownSystem(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        return !plain.Contains("PROJC", StringComparison.Ordinal) && (plain.Contains("WGS84", StringComparison.Ordinal) || plain.Contains("WGS1984", StringComparison.Ordinal)
            || plain.Contains("CGCS2000", StringComparison.Ordinal) || plain.Contains("CHINAGEODETICCOORDINATESYSTEM2000", StringComparison.Ordinal) || plain.Contains("CHINA2000", StringComparison.Ordinal));
    }

    private static Outcome<Shape> ReadZip(byte[] content)
    {
        if (UploadCheck.Archive(content) is { } problem)
            return problem;
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var layers = archive.Entries.Where(entry => entry.FullName.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToList();
        if (layers.Count > 1)
            return new Problem("shape", $"压缩包中有 {layers.Count} 个图层（{string.Join("、", layers)}），请只压缩一个图层。");
        if (Part(".shp") is not { } shapes || Part(".dbf") is not { } table)
            return new Problem("shape", archive.Entries.Any(entry => entry.FullName.EndsWith(".kml", StringComparison.OrdinalIgnoreCase))
                ? "不能读取 KML/KMZ，请在地图软件中另存为 GeoJSON 或 Shapefile（WGS 84）再导入。" : "压缩包中应有 .shp 和 .dbf 文件。");
        if (Part(".prj") is not { } system)
            return new Problem("shape", "压缩包中没有 .prj 文件，无法确认坐标系。请连同 .prj 一起压缩。");
        using (var reader = new StreamReader(system))
        {
            // CGCS2000 and WGS 84 differ by centimetres.
            if (!IsKnownSystem(reader.ReadToEnd()))
                return new Problem("shape", "坐标系应为 WGS 84 或 CGCS2000 的经纬度。请先转换坐标系再导入。");
        }

        try
        {
            // Rings wound the wrong way are common and harmless; what crosses itself is told by Check.
            using var file = Shapefile.OpenRead(shapes, table, new ShapefileReaderOptions { GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes });
            var parts = new List<Shape>();
            while (file.Read())
            {
                if (GeoShape.Check(file.Geometry) is { } bad && !file.Geometry.IsEmpty)
                    return bad;
                if (!file.Geometry.IsEmpty)
                    parts.Add(file.Geometry);
            }

            if (parts.Count == 0)
                return new Problem("shape", "Shapefile 中没有图形。");
            var shape = NetTopologySuite.Operation.Union.UnaryUnionOp.Union(parts);
            shape.SRID = 4326;
            return GeoShape.Check(shape) is { } wrong ? wrong : shape;
        }
#pragma warning disable CA1031 // A broken file breaks the reader in many ways.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Problem("shape", $"Shapefile 无法读取（{exception.GetType().Name}），请重新导出。");
        }

        MemoryStream? Part(string extension)
        {
            if (archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is not { } entry)
                return null;
            var copy = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
    }
}
