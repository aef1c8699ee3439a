namespace EcoPark.Platform.Geometry;

/// <summary>Lengths, directions and areas on the ellipsoid of WGS 84, which CGCS2000 equals to less than a millimetre here.</summary>
public static class Geodesy
{
    private const double Equator = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double Pole = Equator * (1 - Flattening);
    private const double Radian = Math.PI / 180;

    /// <summary>Metres between places on an edge.</summary>
    private const double Step = 500;

    private const int MostSteps = 200;
    private static readonly double Eccentricity = Math.Sqrt(Flattening * (2 - Flattening));

    /// <summary>Way along the surface (T. Vincenty, 1975: inverse formula).</summary>
    /// <returns>Metres, to less than a millimetre; degrees clockwise from north at the beginning. NaN for places nearly opposite on the earth, where the formula does not settle.</returns>
    public static (double Metres, double Bearing) Way(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude)
    {
        if (fromLongitude == toLongitude && fromLatitude == toLatitude)
            return (0, 0);
        var difference = (toLongitude - fromLongitude) * Radian;
        var (first, second) = (Reduced(fromLatitude), Reduced(toLatitude));
        var ((sin1, cos1), (sin2, cos2)) = (Math.SinCos(first), Math.SinCos(second));
        var lambda = difference;
        for (var turn = 0; turn < 200; turn++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var (across, along) = (cos2 * sinLambda, (cos1 * sin2) - (sin1 * cos2 * cosLambda));
            var sinSigma = Math.Sqrt((across * across) + (along * along));
            var cosSigma = (sin1 * sin2) + (cos1 * cos2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cos1 * cos2 * sinLambda / sinSigma;
            var cosSquare = 1 - (sinAlpha * sinAlpha);
            var cosMiddle = cosSquare == 0 ? 0 : cosSigma - (2 * sin1 * sin2 / cosSquare);
            var next = difference + LongitudeOff(sinAlpha, cosSquare, sigma, sinSigma, cosSigma, cosMiddle);
            if (Math.Abs(next - lambda) < 1e-13)
            {
                var (a, b) = Series(cosSquare);
                return (Pole * a * (sigma - SigmaOff(b, sinSigma, cosSigma, cosMiddle)), ((Math.Atan2(across, along) / Radian) + 360) % 360);
            }

            lambda = next;
        }

        return (double.NaN, double.NaN);
    }

    /// <summary>Where one is after so many metres in a direction (T. Vincenty, 1975: direct formula).</summary>
    public static (double Longitude, double Latitude) Go(double longitude, double latitude, double bearing, double metres)
    {
        var ((sinBearing, cosBearing), (sin1, cos1)) = (Math.SinCos(bearing * Radian), Math.SinCos(Reduced(latitude)));
        var start = Math.Atan2(sin1, cos1 * cosBearing);
        var sinAlpha = cos1 * sinBearing;
        var cosSquare = 1 - (sinAlpha * sinAlpha);
        var (a, b) = Series(cosSquare);
        var (sigma, last) = (metres / (Pole * a), double.NaN);
        double sinSigma = 0, cosSigma = 1, cosMiddle = 1;
        for (var turn = 0; turn < 200 && sigma != last; turn++)
        {
            cosMiddle = Math.Cos((2 * start) + sigma);
            (sinSigma, cosSigma) = Math.SinCos(sigma);
            var next = (metres / (Pole * a)) + SigmaOff(b, sinSigma, cosSigma, cosMiddle);
            (last, sigma) = (Math.Abs(next - sigma) < 1e-14 ? next : sigma, next);
        }

        var inner = (sin1 * sinSigma) - (cos1 * cosSigma * cosBearing);
        var reached = Math.Atan2((sin1 * cosSigma) + (cos1 * sinSigma * cosBearing), (1 - Flattening) * Math.Sqrt((sinAlpha * sinAlpha) + (inner * inner)));
        var lambda = Math.Atan2(sinSigma * sinBearing, (cos1 * cosSigma) - (sin1 * sinSigma * cosBearing));
        return (longitude + ((lambda - LongitudeOff(sinAlpha, cosSquare, sigma, sinSigma, cosSigma, cosMiddle)) / Radian), reached / Radian);
    }

    /// <summary>Length of a line through places.</summary>
    public static double Length(IReadOnlyList<(double Longitude, double Latitude)> line) =>
        line.Zip(line.Skip(1)).Sum(pair => Way(pair.First.Longitude, pair.First.Latitude, pair.Second.Longitude, pair.Second.Latitude).Metres);

    /// <summary>Area within corners, square metres: the ellipsoid unrolled without changing areas, its edges followed in steps. Exact for edges of some tens of kilometres to a millionth; edges do not cross each other.</summary>
    public static double Area(IReadOnlyList<(double Longitude, double Latitude)> corners)
    {
        if (corners.Count < 3)
            return 0;
        var middle = corners.Average(corner => corner.Longitude);
        var flat = Followed(corners).Select(corner => (X: (corner.Longitude - middle) * Radian, Y: Authalic(Math.Sin(corner.Latitude * Radian)))).ToList();
        var twice = flat.Zip(flat.Skip(1).Append(flat[0])).Sum(pair => (pair.First.X * pair.Second.Y) - (pair.Second.X * pair.First.Y));
        return Math.Abs(twice) / 2 * Equator * Equator / 2;
    }

    /// <summary>Corners of a circle.</summary>
    public static IReadOnlyList<(double Longitude, double Latitude)> Circle(double longitude, double latitude, double metres, int corners = 72) =>
        [.. Enumerable.Range(0, corners + 1).Select(corner => Go(longitude, latitude, corner % corners * 360.0 / corners, metres))];

    /// <summary>The corners with places between them on the shortest way, which unrolled is no straight line.</summary>
    private static IEnumerable<(double Longitude, double Latitude)> Followed(IReadOnlyList<(double Longitude, double Latitude)> corners)
    {
        for (var at = 0; at < corners.Count; at++)
        {
            var (corner, next) = (corners[at], corners[(at + 1) % corners.Count]);
            yield return corner;
            var (metres, bearing) = Way(corner.Longitude, corner.Latitude, next.Longitude, next.Latitude);
            var steps = Math.Min(MostSteps, Math.Ceiling(metres / Step));
            for (var step = 1; step < steps; step++)
                yield return Go(corner.Longitude, corner.Latitude, bearing, metres * step / steps);
        }
    }

    private static double Reduced(double latitude) => Math.Atan((1 - Flattening) * Math.Tan(latitude * Radian));

    private static (double A, double B) Series(double cosSquare)
    {
        var u = cosSquare * ((Equator * Equator) - (Pole * Pole)) / (Pole * Pole);
        return (1 + (u / 16384 * (4096 + (u * (-768 + (u * (320 - (175 * u))))))), u / 1024 * (256 + (u * (-128 + (u * (74 - (47 * u)))))));
    }

    private static double SigmaOff(double b, double sinSigma, double cosSigma, double cosMiddle)
    {
        var square = cosMiddle * cosMiddle;
        return b * sinSigma * (cosMiddle + (b / 4 * ((cosSigma * (-1 + (2 * square))) - (b / 6 * cosMiddle * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * square))))));
    }

    private static double LongitudeOff(double sinAlpha, double cosSquare, double sigma, double sinSigma, double cosSigma, double cosMiddle)
    {
        var c = Flattening / 16 * cosSquare * (4 + (Flattening * (4 - (3 * cosSquare))));
        return (1 - c) * Flattening * sinAlpha * (sigma + (c * sinSigma * (cosMiddle + (c * cosSigma * (-1 + (2 * cosMiddle * cosMiddle))))));
    }

    /// <summary>Area between equator and a latitude in half squares of the equator's radius, a radian wide (J. P. Snyder, Map Projections, 1987, formula 3-12).</summary>
    private static double Authalic(double sine)
    {
        var part = Eccentricity * sine;
        return (1 - (Eccentricity * Eccentricity)) * ((sine / (1 - (part * part))) + (Math.Atanh(part) / Eccentricity));
    }
}
