using EcoPark.Analysis.Surfaces;
using EcoPark.Web.Components;
using NetTopologySuite.Geometries;

namespace EcoPark.Modules.OneMap.Hours;

/// <summary>A surface between stations, and how far it is to be believed.</summary>
/// <param name="Picture"><see langword="null"/> where there is none.</param>
/// <param name="Validation">Errors where each station is left out in turn.</param>
public sealed record Surface(MapPicture? Picture, CrossValidation? Validation)
{
    /// <summary>Why there is none.</summary>
    public string Refusal { get; init; } = "";
}

/// <summary>Paints the surface between stations over the park and its surroundings.</summary>
public static class SurfacePainter
{
    /// <summary>Beyond the boundary nothing is claimed farther than this.</summary>
    public const double MarginMetres = 1_000;

    private const int Cells = 110;
    private const byte Opacity = 150;
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    /// <param name="stations">Degrees and values.</param>
    /// <param name="area">The park's boundary in degrees; where there is none, the rectangle around the stations.</param>
    /// <param name="colourOf">#RRGGBB of a value.</param>
    public static Surface Paint(IReadOnlyCollection<(double Longitude, double Latitude, double Value)> stations, Geometry? area, Func<double, string> colourOf)
    {
        var known = stations.Where(station => double.IsFinite(station.Value)).ToList();
        if (known.Count < InverseDistance.Fewest)
            return new Surface(null, null) { Refusal = $"这一小时有有效值的站点只有 {known.Count} 个，少于 {InverseDistance.Fewest} 个，不绘制浓度面。" };
        // Around the middle of the stations the earth is a plane: a park is some kilometres wide.
        var (x0, y0) = (known.Average(station => station.Longitude), known.Average(station => station.Latitude));
        var perLongitude = MetresPerDegree * Math.Cos(y0 * Math.PI / 180);
        double X(double longitude) => (longitude - x0) * perLongitude;
        double Y(double latitude) => (latitude - y0) * MetresPerDegree;
        var weighted = InverseDistance.Of(known.Select(station => new PlacedValue(X(station.Longitude), Y(station.Latitude), station.Value)))!;
        var mask = Flat(area, X, Y) ?? new MultiPoint([.. known.Select(station => new Point(X(station.Longitude), Y(station.Latitude)))]).Envelope;
        mask = mask.Buffer(MarginMetres);
        var box = mask.EnvelopeInternal;
        var (width, height) = box.Width >= box.Height ? (Cells, Rows(box.Height / box.Width)) : (Rows(box.Width / box.Height), Cells);
        var inside = NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(mask);
        var pixels = new byte[width * height * 4];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (x, y) = (box.MinX + ((column + 0.5) * box.Width / width), box.MaxY - ((row + 0.5) * box.Height / height));
                if (!inside.Contains(new Point(x, y)))
                    continue;
                var rgb = int.Parse(colourOf(weighted.At(x, y)).AsSpan(1), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
                var at = ((row * width) + column) * 4;
                (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb, Opacity);
            }
        }

        return new Surface(new MapPicture(width, height, x0 + (box.MinX / perLongitude), y0 + (box.MinY / MetresPerDegree), x0 + (box.MaxX / perLongitude), y0 + (box.MaxY / MetresPerDegree), Convert.ToBase64String(pixels)), weighted.Validate());
    }

    private static int Rows(double share) => Math.Max(8, (int)Math.Ceiling(Cells * share));

    private static Geometry? Flat(Geometry? area, Func<double, double> x, Func<double, double> y)
    {
        if (area is null || area.IsEmpty)
            return null;
        var copy = area.Copy();
        copy.Apply(new Flattening(x, y));
        return copy;
    }

    private sealed class Flattening(Func<double, double> x, Func<double, double> y) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetX(i, x(seq.GetX(i)));
            seq.SetY(i, y(seq.GetY(i)));
        }
    }
}
