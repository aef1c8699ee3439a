using System.IO.Compression;
using System.Text;
using EcoPark.Platform.Files;
using NetTopologySuite.IO.Esri;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace EcoPark.Platform.Geometry;

/// <summary>A shape from a file that people have: GeoJSON, or a zipped shapefile.</summary>
public static class ShapeFile
{
    /// <summary>All shapes of the file as one.</summary>
    public static Outcome<Shape> Read(byte[] content) =>
        content.AsSpan().StartsWith("PK\u0003\u0004"u8) ? ReadZip(content) : GeoShape.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));

    private static Outcome<Shape> ReadZip(byte[] content)
    {
        if (UploadCheck.Archive(content) is { } problem)
            return problem;
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (Part(".shp") is not { } shapes || Part(".dbf") is not { } table)
            return new Problem("shape", "压缩包中应有 .shp 和 .dbf 文件。");
        if (Part(".prj") is not { } system)
            return new Problem("shape", "压缩包中没有 .prj 文件，无法确认坐标系。请连同 .prj 一起压缩。");
        using (var reader = new StreamReader(system))
        {
            // CGCS2000 and WGS 84 differ by centimetres.
            if (reader.ReadToEnd() is var text && (text.Contains("PROJCS", StringComparison.OrdinalIgnoreCase) || !(text.Contains("WGS", StringComparison.OrdinalIgnoreCase) || text.Contains("2000", StringComparison.Ordinal))))
                return new Problem("shape", "坐标系应为 WGS 84 或 CGCS2000 的经纬度。请先转换坐标系再导入。");
        }

        try
        {
            using var file = Shapefile.OpenRead(shapes, table);
            var parts = new List<Shape>();
            while (file.Read())
            {
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
