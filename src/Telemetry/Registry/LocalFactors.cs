namespace EcoPark.Telemetry.Registry;

/// <summary>Codes of the platform's own for what annex B of HJ 212 has no code for; they begin with x, which no code of the standard does.</summary>
public static class LocalFactors
{
    public const string DewPoint = "x01001";
    public const string Rain = "x01002";
    public const string SolarRadiation = "x01003";
    public const string Illuminance = "x01004";
    public const string SunshineHours = "x01005";
    public const string Velocity = "x02001";
    public const string RiverFlow = "x02002";
    public const string WaterLevel = "x02003";

    /// <summary>Code, name and unit of each.</summary>
    public static readonly IReadOnlyList<(string Code, string Name, string Unit)> All =
    [
        (DewPoint, "露点温度", "℃"), (Rain, "降水量", "mm"), (SolarRadiation, "太阳辐射", "W/m²"), (Illuminance, "光照度", "lx"), (SunshineHours, "日照时数", "h"),
        (Velocity, "流速", "m/s"), (RiverFlow, "流量", "m³/s"), (WaterLevel, "水位", "m"),
    ];
}
