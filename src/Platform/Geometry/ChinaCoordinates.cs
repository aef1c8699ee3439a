namespace EcoPark.Platform.Geometry;

/// <summary>
/// The systems of Chinese web maps: GCJ-02 (高德, 腾讯) and BD-09 (百度), each some hundred metres off WGS 84 by a formula that its makers have not published and others have found out.
/// CGCS2000 needs no change: it equals WGS 84 to some centimetres.
/// </summary>
public static class ChinaCoordinates
{
    private const double Semimajor = 6_378_245;
    private const double EccentricitySquare = 0.00669342162296594323;
    private const double Radian = Math.PI / 180;

    /// <summary>Baidu's own period.</summary>
    private const double Baidu = Math.PI * 3000 / 180;

    public static (double Longitude, double Latitude) ToGcj02(double longitude, double latitude)
    {
        if (IsAbroad(longitude, latitude))
            return (longitude, latitude);
        var (east, north) = Offset(longitude, latitude);
        return (longitude + east, latitude + north);
    }

    /// <summary>The inverse has no formula: approached until nothing changes, to less than a centimetre.</summary>
    public static (double Longitude, double Latitude) FromGcj02(double longitude, double latitude)
    {
        if (IsAbroad(longitude, latitude))
            return (longitude, latitude);
        var (x, y) = (longitude, latitude);
        for (var turn = 0; turn < 10; turn++)
        {
            var (east, north) = Offset(x, y);
            (x, y) = (longitude - east, latitude - north);
        }

        return (x, y);
    }

    public static (double Longitude, double Latitude) ToBd09(double longitude, double latitude)
    {
        var (x, y) = ToGcj02(longitude, latitude);
        var (length, angle) = (Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * Baidu)), Math.Atan2(y, x) + (0.000003 * Math.Cos(x * Baidu)));
        return ((length * Math.Cos(angle)) + 0.0065, (length * Math.Sin(angle)) + 0.006);
    }

    public static (double Longitude, double Latitude) FromBd09(double longitude, double latitude)
    {
        var (x, y) = (longitude - 0.0065, latitude - 0.006);
        var (length, angle) = (Math.Sqrt((x * x) + (y * y)) - (0.00002 * Math.Sin(y * Baidu)), Math.Atan2(y, x) - (0.000003 * Math.Cos(x * Baidu)));
        return FromGcj02(length * Math.Cos(angle), length * Math.Sin(angle));
    }

    private static bool IsAbroad(double longitude, double latitude) => longitude is < 72.004 or > 137.8347 || latitude is < 0.8293 or > 55.8271;

    private static (double East, double North) Offset(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var root = Math.Sqrt(Math.Abs(x));
        double Waves(double at) => ((20 * Math.Sin(6 * at * Math.PI)) + (20 * Math.Sin(2 * at * Math.PI))) * 2 / 3;
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * root) + Waves(x)
            + (((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) * 2 / 3) + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * root) + Waves(x)
            + (((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) * 2 / 3) + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);
        var sine = Math.Sin(latitude * Radian);
        var curve = 1 - (EccentricitySquare * sine * sine);
        return (east / (Semimajor / Math.Sqrt(curve) * Math.Cos(latitude * Radian) * Radian), north / (Semimajor * (1 - EccentricitySquare) / (curve * Math.Sqrt(curve)) * Radian));
    }
}
