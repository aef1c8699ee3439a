using System.Globalization;
using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality;

/// <summary>--demo: the invented park's stations, plans and laboratory results.</summary>
internal sealed class DemoQuality(DemoRecords records, StationList stations, IDeviceRegistry registry, TimeProvider clock) : IDemo
{
    private static readonly (PointKind Kind, string Medium, string Class)[] Automatic =
        [(PointKind.AmbientAir, "大气环境", "二级"), (PointKind.SurfaceWater, "地表水环境", "Ⅲ"), (PointKind.Noise, "声环境", "3类"), (PointKind.Weather, "同步气象", "")];

    private static readonly (string Name, double Longitude, double Latitude)[] Wells = [("地下水监测井 DX1（上游）", 120.927, 32.060), ("地下水监测井 DX2（罐区）", 120.951, 32.044), ("地下水监测井 DX3（下游）", 120.968, 32.036)];
    private static readonly (string Name, double Longitude, double Latitude)[] Soils = [("土壤监测点 TR1（精细化工区）", 120.934, 32.042), ("土壤监测点 TR2（危废暂存中心）", 120.956, 32.051)];

    // Code, unit, level, spread: invented, within what such wells and soils show.
    private static readonly (string Factor, string Unit, double Level, double Spread)[] WellFactors =
        [("w01001", "无量纲", 7.3, 0.2), ("w21003", "mg/L", 0.32, 0.18), ("w01019", "mg/L", 2.3, 0.7), ("w21022", "mg/L", 120, 40), ("w21038", "mg/L", 96, 30), ("w21007", "mg/L", 4.1, 1.6)];

    private static readonly (string Factor, string Unit, double Level, double Spread)[] SoilFactors = [("砷", "mg/kg", 11, 5), ("镉", "mg/kg", 0.3, 0.15), ("铅", "mg/kg", 42, 18), ("汞", "mg/kg", 0.12, 0.06), ("镍", "mg/kg", 34, 9), ("苯", "mg/kg", 0.4, 0.25)];

    public int Order => 730;

    /// <summary>Stations with automatic data.</summary>
    public async Task Plant(CancellationToken token)
    {
        foreach (var (kind, medium, level) in Automatic)
        {
            foreach (var point in registry.Current.Points.Where(point => point.Kind == kind))
                await records.Add("quality-stations", Station(point.Name, medium, "自动站", level, point.Longitude, point.Latitude, point.Id), token);
        }
    }

    /// <summary>Wells and soils with four years of laboratory results; takes some seconds.</summary>
    public async Task PlantMore(CancellationToken token)
    {
        if ((await stations.Of(QualityMedium.Groundwater, token)).Count > 0)
            return; // The demo was stopped and started again within its first minutes.
        foreach (var (name, x, y) in Wells)
            await Samples(await records.Add("quality-stations", Station(name, "地下水环境", "手工监测点位", "Ⅲ", x, y), token), WellFactors, months: 3, years: 4, seed: name.Length + (int)(x * 1000), token);
        foreach (var (name, x, y) in Soils)
            await Samples(await records.Add("quality-stations", Station(name, "土壤环境", "手工监测点位", "第二类用地", x, y), token), SoilFactors, months: 12, years: 4, seed: (int)(y * 1000), token);
    }

    private static Dictionary<string, object?> Station(string name, string medium, string kind, string level, double? x, double? y, int? point = null) => new()
    {
        ["name"] = name,
        ["medium"] = medium,
        ["kind"] = kind,
        ["class"] = level.Length == 0 ? null : level,
        ["waterKind"] = medium == QualityMedium.SurfaceWater.Title ? "河流" : null,
        ["pointId"] = point,
        ["longitude"] = x,
        ["latitude"] = y,
        ["regionCode"] = "320681",
        ["address"] = "示范化工园区（虚构）",
        ["builtOn"] = "2021-05-01",
        ["authority"] = "示范园区生态环境局",
        ["managementLevel"] = "园区",
        ["head"] = "王值班",
        ["phone"] = "0513-83300000",
        ["isAssessed"] = kind == "自动站",
    };

    private async Task Samples(int station, (string Factor, string Unit, double Level, double Spread)[] factors, int months, int years, int seed, CancellationToken token)
    {
        await records.Add("monitoring-plans", new() { ["stationId"] = station, ["factors"] = "全部", ["frequency"] = months == 3 ? "每季度" : "每年", ["timesEach"] = 1, ["from"] = Day(clock.GetUtcNow().UtcDateTime.AddYears(-years)), ["unit"] = "示范检测公司（虚构）" }, token);
        var random = new Random(seed);
        for (var time = clock.GetUtcNow().UtcDateTime.Date.AddYears(-years); time < clock.GetUtcNow().UtcDateTime; time = time.AddMonths(months))
        {
            foreach (var (factor, unit, level, spread) in factors)
            {
                var value = Math.Max(level + (spread * ((random.NextDouble() * 2) - 1)), level * 0.05);
                await records.Add("manual-results", new() { ["stationId"] = station, ["sampledOn"] = Day(time), ["factor"] = factor, ["result"] = factor == "苯" && value < 0.25 ? "<0.0019" : value.ToString("G3", CultureInfo.InvariantCulture), ["unit"] = unit, ["laboratory"] = "示范检测公司（虚构）", ["report"] = $"SF{time:yyyyMMdd}" }, token);
            }
        }
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
