using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>A small chemical park with six enterprises and the park's own stations. All names are invented.</summary>
public static class SimulatedPark
{
    private static readonly string[] Enterprises = ["江海精细化工", "恒润新材料", "蓝川染料", "瑞泽制药", "华塔石化储运", "绿源水务"];

    private static readonly FactorSpec[] FlueGas =
    [
        new("a34013", "烟尘", "mg/m³", 2, 4, 1, 1.5, 14), new("a21026", "二氧化硫", "mg/m³", 2, 12, 4, 5, 10), new("a21002", "氮氧化物", "mg/m³", 2, 32, 6, 8, 19),
        new("a24088", "非甲烷总烃", "mg/m³", 2, 14, 5, 6, 15), new("a19001", "氧含量", "%", 2, 9, 0.4, 0.5, 3), new("a01012", "烟气温度", "℃", 1, 118, 4, 3, 15),
        new("a01011", "烟气流速", "m/s", 2, 11, 1, 0.8, 15), new("a00000", "废气", "m³/s", 2, 21, 2, 1.5, 15),
    ];

    private static readonly FactorSpec[] FlueGas2005 =
    [
        new("01", "烟尘", "mg/m³", 2, 5, 1, 1.5, 14), new("02", "二氧化硫", "mg/m³", 2, 15, 4, 5, 10), new("03", "氮氧化物", "mg/m³", 2, 40, 6, 8, 19),
        new("S01", "氧含量", "%", 2, 9, 0.4, 0.5, 3), new("S03", "烟气温度", "℃", 1, 118, 4, 3, 15), new("B02", "废气", "m³/s", 2, 21, 2, 1.5, 15),
    ];

    private static readonly FactorSpec[] WasteWater =
    [
        new("w00000", "污水", "L/s", 2, 18, 6, 4, 14), new("w01001", "pH 值", "", 2, 7.4, 0.1, 0.25, 12), new("w01018", "化学需氧量", "mg/L", 1, 42, 8, 10, 16),
        new("w21003", "氨氮", "mg/L", 2, 2.4, 0.6, 0.8, 17), new("w21011", "总磷", "mg/L", 2, 0.28, 0.05, 0.08, 16), new("w21001", "总氮", "mg/L", 2, 11, 2, 2.5, 17),
    ];

    private static readonly FactorSpec[] RainWater = [new("w00000", "污水", "L/s", 2, 0.4, 0.1, 0.4, 16), new("w01001", "pH 值", "", 2, 7.1, 0.1, 0.2, 12), new("w01018", "化学需氧量", "mg/L", 1, 21, 3, 5, 16)];

    private static readonly FactorSpec[] Air =
    [
        new("a34004", "细颗粒物 PM2.5", "μg/m³", 0, 38, 8, 20, 8), new("a34002", "可吸入颗粒物 PM10", "μg/m³", 0, 66, 12, 28, 8), new("a21026", "二氧化硫", "μg/m³", 0, 9, 2, 4, 10),
        new("a21004", "二氧化氮", "μg/m³", 0, 32, 10, 10, 20), new("a05024", "臭氧", "μg/m³", 0, 78, 55, 20, 15), new("a21005", "一氧化碳", "mg/m³", 2, 0.7, 0.15, 0.2, 8),
        new("a01001", "温度", "℃", 1, 16, 4, 2, 15), new("a01007", "风速", "m/s", 1, 2.4, 0.8, 1.2, 15), new("a01008", "风向", "°", 0, 180, 40, 90, 12),
    ];

    private static readonly FactorSpec[] Water =
    [
        new("w01010", "水温", "℃", 1, 17, 1, 0.6, 16), new("w01001", "pH 值", "", 2, 7.8, 0.15, 0.2, 15), new("w01009", "溶解氧", "mg/L", 2, 7.4, 0.9, 0.6, 15), new("w01014", "电导率", "μS/cm", 0, 480, 10, 40, 6),
        new("w01019", "高锰酸盐指数", "mg/L", 1, 3.6, 0.3, 0.8, 16), new("w21003", "氨氮", "mg/L", 2, 0.42, 0.05, 0.2, 7), new("w21011", "总磷", "mg/L", 3, 0.11, 0.01, 0.04, 7),
    ];

    private static readonly FactorSpec[] NoiseFactors = [new("Leq", "等效声级", "dB(A)", 1, 54, 6, 3, 14), new("L10", "累计百分声级 L10", "dB(A)", 1, 57, 6, 3, 14), new("L90", "累计百分声级 L90", "dB(A)", 1, 49, 5, 2, 14)];

    /// <summary>With the particles that such a station measures as well: a surface of PM2.5 needs four places.</summary>
    private static readonly FactorSpec[] Weather =
    [
        new("a01001", "温度", "℃", 1, 16, 4, 2, 15), new("a01002", "湿度", "%", 1, 68, 12, 8, 5), new("a01006", "气压", "kPa", 2, 101.4, 0.1, 0.4, 9),
        new("a01007", "风速", "m/s", 1, 2.8, 1, 1.4, 15), new("a01008", "风向", "°", 0, 170, 40, 90, 12),
        new("a34004", "细颗粒物 PM2.5", "μg/m³", 0, 41, 8, 20, 8),
    ];

    private static readonly FactorSpec WindDirection = new("a01008", "风向", "°", 0, 180, 40, 90, 12);

    /// <summary>Without a swing of the day: what a plant loses it loses at night as well.</summary>
    private static readonly FactorSpec[] Fence = [new("a24088", "非甲烷总烃", "mg/m³", 2, 0.7, 0, 0.15, 12), new("a25002", "苯", "mg/m³", 3, 0.02, 0, 0.005, 12)];

    private static readonly (string Name, double East, double North, double Bearing)[] Sides = [("北", 0, 0.002, 0), ("东", 0.0024, 0, 90), ("南", 0, -0.002, 180), ("西", -0.0024, 0, 270)];

    /// <summary>The demo park's 29 loggers, or as many as are asked for (more by repeating enterprises).</summary>
    /// <param name="seed">The same seed gives the same park.</param>
    /// <param name="loggers">How many.</param>
    public static IReadOnlyList<LoggerSpec> Create(int seed = 1, int loggers = 29)
    {
        var specs = new List<LoggerSpec>();
        for (var round = 0; specs.Count < loggers; round++)
        {
            for (var e = 0; e < Enterprises.Length; e++)
                AddEnterprise(specs, round == 0 ? Enterprises[e] : $"{Enterprises[e]}{round + 1}厂", seed, 120.930 + (0.006 * e), 32.040 + (0.004 * ((e * 2) % 5)), e);
            AddStations(specs, seed, round);
            AddFence(specs, round == 0 ? Enterprises[0] : $"{Enterprises[0]}{round + 1}厂", seed, 120.930, 32.040);
        }

        return [.. specs.Take(loggers)];
    }

    private static void AddEnterprise(List<LoggerSpec> specs, string enterprise, int seed, double longitude, double latitude, int number)
    {
        // One enterprise still has loggers of 2005, one already speaks 2025 and encrypts, one writes its CRC in lower case.
        var version = number switch { 0 => ProtocolVersion.V2005, 1 => ProtocolVersion.V2025, _ => ProtocolVersion.V2017 };
        Add(specs, seed, SourceKind.FlueGas, "31", $"{enterprise}废气排口", enterprise, longitude, latitude, version == ProtocolVersion.V2005 ? FlueGas2005 : FlueGas, version, number == 2);
        Add(specs, seed, SourceKind.WasteWater, "32", $"{enterprise}废水总排口", enterprise, longitude + 0.001, latitude - 0.001, WasteWater, number == 1 ? ProtocolVersion.V2025 : ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.RainWater, "32", $"{enterprise}雨水排口", enterprise, longitude - 0.001, latitude - 0.001, RainWater, ProtocolVersion.V2017);
    }

    private static void AddStations(List<LoggerSpec> specs, int seed, int round)
    {
        var suffix = round == 0 ? "" : $"（{round + 1}）";
        Add(specs, seed, SourceKind.AmbientAir, "22", $"园区北空气站{suffix}", "", 120.945, 32.062, Air, ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.AmbientAir, "22", $"园区南空气站{suffix}", "", 120.948, 32.030, Air, ProtocolVersion.V2025);
        Add(specs, seed, SourceKind.AmbientAir, "22", $"管委会空气站{suffix}", "", 120.962, 32.046, Air, ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.SurfaceWater, "21", $"新港河上游水站{suffix}", "", 120.925, 32.050, Water, ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.SurfaceWater, "21", $"新港河下游水站{suffix}", "", 120.975, 32.040, Water, ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.Noise, "23", $"东厂界声环境点{suffix}", "", 120.970, 32.045, NoiseFactors, ProtocolVersion.V2017);
        Add(specs, seed, SourceKind.Weather, "22", $"园区气象站{suffix}", "", 120.950, 32.047, Weather, ProtocolVersion.V2017);
    }

    /// <summary>Four points around a plant; the northern one measures the wind as well.</summary>
    private static void AddFence(List<LoggerSpec> specs, string enterprise, int seed, double longitude, double latitude)
    {
        var wind = (seed * 1000) + specs.Count + 1;
        foreach (var side in Sides)
        {
            Add(specs, seed, SourceKind.FenceLine, "22", $"{enterprise}厂界{side.Name}", enterprise, longitude + side.East, latitude + side.North,
                side.Bearing == 0 ? [.. Fence, new("a01007", "风速", "m/s", 1, 2.6, 0.8, 1.2, 15), WindDirection] : Fence, ProtocolVersion.V2017);
            specs[^1] = specs[^1] with { Plume = new Plume(side.Bearing, WindDirection, wind) };
        }
    }

    private static void Add(
        List<LoggerSpec> specs, int seed, SourceKind kind, string systemCode, string name, string enterprise, double longitude, double latitude,
        FactorSpec[] factors, ProtocolVersion version, bool hasLowerCaseCrc = false)
    {
        var number = specs.Count + 1;
        specs.Add(new LoggerSpec
        {
            Mn = version == ProtocolVersion.V2005 ? $"320600D{number:0000000}" : $"320600A{seed:X4}D{number:X12}",
            Password = "123456",
            Version = version,
            SystemCode = systemCode,
            Kind = kind,
            Name = name,
            Enterprise = enterprise,
            Longitude = longitude,
            Latitude = latitude,
            Factors = factors,
            // The standard's published test key: nothing secret in a demo.
            EncryptionKey = version == ProtocolVersion.V2025 ? string.Concat(Enumerable.Repeat("30", 16)) : null,
            HasLowerCaseCrc = hasLowerCaseCrc,
            Seed = (seed * 1000) + number,
        });
    }
}
