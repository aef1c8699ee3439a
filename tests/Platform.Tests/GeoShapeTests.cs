using System.IO.Compression;
using System.Text;
using EcoPark.Platform.Geometry;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;

namespace EcoPark.Platform.Tests;

/// <summary>Shapes from files and distances between them.</summary>
public sealed class GeoShapeTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[121.0,31.3],[121.01,31.3],[121.01,31.31],[121.0,31.31],[121.0,31.3]]]}""";

    /// <summary>Against the great circle (haversine) on the same sphere.</summary>
    [Theory, InlineData(120.95, 32.05, 120.99, 32.05, "东"), InlineData(120.95, 32.05, 120.95, 32.20, "北"), InlineData(120.95, 32.05, 120.85, 31.95, "西南"), InlineData(120.95, 32.05, 121.25, 32.35, "东北")]
    public void The_way_between_points_is_that_of_the_sphere(double x1, double y1, double x2, double y2, string direction)
    {
        var (metres, bearing) = GeoShape.Way(GeoShape.Point(x1, y1), GeoShape.Point(x2, y2));
        metres.ShouldBe(Haversine(x1, y1, x2, y2), Haversine(x1, y1, x2, y2) * 0.001);
        GeoShape.Direction(bearing).ShouldBe(direction);
    }

    [Fact]
    public void Distance_from_an_area_is_to_its_nearest_edge_and_nought_inside()
    {
        var park = GeoShape.Read(Square).Value!;
        GeoShape.Way(park, GeoShape.Point(121.02, 31.305)).Metres.ShouldBe(Haversine(121.01, 31.305, 121.02, 31.305), 1);
        GeoShape.Way(park, GeoShape.Point(121.005, 31.305)).Metres.ShouldBe(0);
        // 0.01° × 0.01°: 951 m × 1112 m.
        GeoShape.Hectares(park).ShouldBe(Haversine(121.0, 31.305, 121.01, 31.305) * Haversine(121.0, 31.3, 121.0, 31.31) / 10_000, 0.2);
    }

    [Fact]
    public void A_list_of_corners_is_an_area()
    {
        var area = GeoShape.Read("121.0,31.3\n121.01 31.3\n121.01，31.31\n121.0,31.31").Value!;
        area.EqualsTopologically(GeoShape.Read(Square).Value!).ShouldBeTrue();
    }

    [Fact]
    public void A_zipped_shapefile_is_read_and_one_on_a_plane_is_refused()
    {
        const string Wgs84 = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";
        var read = ShapeFile.Read(Zip(Wgs84));
        read.IsOk.ShouldBeTrue(read.Problem?.Message);
        read.Value!.EqualsTopologically(GeoShape.Read(Square).Value!).ShouldBeTrue();
        ShapeFile.Read(Zip("""PROJCS["CGCS2000_3_Degree_GK_CM_120E"]""")).Problem!.Message.ShouldContain("WGS 84 或 CGCS2000 的经纬度");
        ShapeFile.Read(Zip(null)).Problem!.Message.ShouldContain("没有 .prj");
        ShapeFile.Read("PK\u0003\u0004 broken"u8.ToArray()).Problem.ShouldNotBeNull();
    }

    [Theory, InlineData("[]"), InlineData("{}"), InlineData("12"), InlineData("""{"type":"FeatureCollection","features":[]}"""), InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}"""), InlineData("""{"type":"Feature"}"""), InlineData("121,31\n122,x")]
    public void What_is_no_shape_is_refused_with_words(string text) => GeoShape.Read(text).Problem.ShouldNotBeNull();

    /// <summary>WGS 72 lies metres off, Beijing 54 and Xi'an 80 a hundred; EPSG:4214 is Beijing 54.</summary>
    [Fact]
    public void Other_coordinate_systems_are_refused()
    {
        foreach (var system in new[] { "GEOGCS[\"GCS_WGS_1972\",DATUM[\"D_WGS_1972\"]]", "GEOGCS[\"GCS_Beijing_1954\"]", "GEOGCS[\"GCS_Xian_1980\"]" })
            ShapeFile.Read(Zip(system)).Problem!.Message.ShouldContain("WGS 84 或 CGCS2000 的经纬度");
        ShapeFile.Read(Zip("GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\"]]")).IsOk.ShouldBeTrue();
        var old = Square.Insert(1, "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4214\"}},");
        GeoShape.Read(old).Problem!.Message.ShouldContain("EPSG::4214");
        GeoShape.Read(old.Replace("4214", "4490", StringComparison.Ordinal)).IsOk.ShouldBeTrue();
    }

    /// <summary>The other way round it is the same square; with two corners exchanged it crosses itself, and says where.</summary>
    [Fact]
    public void Rings_wound_the_wrong_way_are_read_and_those_that_cross_themselves_are_told()
    {
        const string Wgs84 = "GEOGCS[\"GCS_WGS_1984\"]";
        var wrong = ShapeFile.Read(Zip(Wgs84, points => points.Reverse()));
        wrong.IsOk.ShouldBeTrue(wrong.Problem?.Message);
        wrong.Value!.EqualsTopologically(GeoShape.Read(Square).Value!).ShouldBeTrue();
        ShapeFile.Read(Zip(Wgs84, points => (points[1], points[2]) = (points[2], points[1]))).Problem!.Message.ShouldContain("自相交");
    }

    [Fact]
    public void What_is_in_another_form_says_which_is_wanted()
    {
        GeoShape.Read("<?xml version=\"1.0\"?><kml></kml>").Problem!.Message.ShouldContain("KML");
        GeoShape.Read("121°00′45″,31°18′00″").Problem!.Message.ShouldContain("十进制度");
        GeoShape.IsAreaOrNone(Square).ShouldBeTrue();
        GeoShape.IsAreaOrNone("""{"type":"LineString","coordinates":[[121.0,31.3],[121.01,31.3]]}""").ShouldBeFalse();
        GeoShape.IsAreaOrNone("").ShouldBeTrue();
    }

    private static double Haversine(double x1, double y1, double x2, double y2)
    {
        var (a, b, dx) = (y1 * Math.PI / 180, y2 * Math.PI / 180, (x2 - x1) * Math.PI / 180);
        var h = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dx / 2), 2));
        return 2 * 6_371_008.8 * Math.Asin(Math.Sqrt(h));
    }

    /// <param name="reorder">Changes the order of the polygon's corners in the .shp.</param>
    private static byte[] Zip(string? projection, Action<List<byte[]>>? reorder = null)
    {
        var folder = Directory.CreateTempSubdirectory("shape-").FullName;
        Shapefile.WriteAllFeatures([new Feature(GeoShape.Read(Square).Value, new AttributesTable { { "name", "park" } })], Path.Combine(folder, "park.shp"));
        if (reorder is not null)
            Reorder(Path.Combine(folder, "park.shp"), reorder);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in Directory.GetFiles(folder).Where(part => !part.EndsWith(".prj", StringComparison.Ordinal)))
                zip.CreateEntryFromFile(part, Path.GetFileName(part));
            if (projection is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry("park.prj").Open(), Encoding.ASCII);
                writer.Write(projection);
            }
        }

        Directory.Delete(folder, recursive: true);
        return file.ToArray();
    }

    /// <summary>One polygon of one ring: its points of 16 bytes follow 100 of the file's head, 8 of the record's and 48 of type, box, counts and part.</summary>
    private static void Reorder(string path, Action<List<byte[]>> reorder)
    {
        const int First = 156;
        var content = File.ReadAllBytes(path);
        var points = content[First..].Chunk(16).ToList();
        reorder(points);
        File.WriteAllBytes(path, [.. content[..First], .. points.SelectMany(point => point)]);
    }
}
