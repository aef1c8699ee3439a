using System.Globalization;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets;

/// <summary>--demo: filings, instruments, checks and quotas of the simulated outlets, entered through the same service as everybody's.</summary>
internal sealed class DemoOutlets(DemoRecords records, IDeviceRegistry registry, ValveDesk valves, TimeProvider clock) : IDemo
{
    private const int ChecksBack = 5;
    private const int DaysBetweenChecks = 7;

    // Factor, principle, upper end of the range.
    private static readonly (string Factor, string Principle, double RangeTo)[] GasInstruments = [("a21026", "紫外差分吸收", 200), ("a21002", "紫外差分吸收", 300), ("a34013", "激光前散射", 50), ("a24088", "氢火焰离子化", 100)];
    private static readonly (string Factor, string Principle, double RangeTo)[] WaterInstruments = [("w01018", "重铬酸钾消解分光光度", 1_000), ("w21003", "水杨酸分光光度", 50), ("w21011", "钼酸铵分光光度", 10), ("w21001", "过硫酸钾消解紫外分光光度", 60)];

    private readonly Dictionary<int, int> _filings = [];

    private List<MonitoringPoint> Outlets => [.. registry.Current.Points.Where(point => point.EnterpriseId is not null && point.Kind is PointKind.FlueGas or PointKind.WasteWater or PointKind.RainWater)];

    public int Order => 740;

    /// <summary>Filings.</summary>
    public async Task Plant(CancellationToken token)
    {
        foreach (var (point, number) in Outlets.Select((point, number) => (point, number)))
        {
            var isGas = point.Kind == PointKind.FlueGas;
            _filings[point.Id] = await records.Add(OutletFilingType.Name, new()
            {
                ["enterpriseId"] = point.EnterpriseId,
                ["pointId"] = point.Id,
                ["name"] = point.Name,
                ["kind"] = isGas ? "废气" : point.Kind == PointKind.WasteWater ? "废水" : "雨水",
                ["standard"] = isGas ? "GB 31571-2015 石油化学工业污染物排放标准" : point.Kind == PointKind.WasteWater ? "园区污水厂接管标准" : "",
                ["filingNumber"] = $"示范备〔2024〕{number + 1:D3} 号（虚构）",
                ["installedOn"] = "2024-03-18",
                ["acceptedOn"] = "2024-05-20",
                ["filedOn"] = "2024-06-03",
                ["oxygenRule"] = isGas ? "GB 31571-2015 工艺加热炉、焚烧类处理设施 3 %" : null,
            }, token);
        }
    }

    /// <summary>Instruments, weekly checks, quotas and an order to a valve; takes some seconds.</summary>
    public async Task PlantMore(CancellationToken token)
    {
        if (_filings.Count == 0)
            return; // The demo was stopped and started again within its first minutes.
        var now = clock.ParkNow();
        foreach (var (point, number) in Outlets.Select((point, number) => (point, number)).Where(one => _filings.ContainsKey(one.point.Id) && one.point.Kind != PointKind.RainWater))
        {
            var isGas = point.Kind == PointKind.FlueGas;
            foreach (var (factor, principle, rangeTo) in (isGas ? GasInstruments : WaterInstruments).Where(one => registry.Current.ChannelsByPoint[point.Id].Any(channel => channel.FactorCode == one.Factor)))
            {
                await records.Add("outlet-instruments", new()
                {
                    ["enterpriseId"] = point.EnterpriseId,
                    ["outletId"] = _filings[point.Id],
                    ["factor"] = factor,
                    ["model"] = $"{(isGas ? "CEMS" : "WQ")}-{2000 + number}（虚构）",
                    ["make"] = "示范仪器公司（虚构）",
                    ["serial"] = $"SN{number:D2}{factor}",
                    ["principle"] = principle,
                    ["rangeFrom"] = 0,
                    ["rangeTo"] = rangeTo,
                    ["unit"] = isGas ? "mg/m³" : "mg/L",
                    ["acceptedOn"] = "2024-05-20",
                    ["calibrationDays"] = isGas ? DaysBetweenChecks + 1 : null,
                }, token);
                for (var back = ChecksBack; back >= 0; back--)
                    await Check(point, factor, isGas, now.Date.AddDays(-1 - (back * DaysBetweenChecks)).AddHours(9), rangeTo, isGas ? 0.01 : 0.04, token);
            }
        }

        await Fail(PointKind.FlueGas, "a21026", now, token);
        foreach (var point in Outlets.Where(point => point.Kind == PointKind.WasteWater))
            await Schedule(point, "w01018", now, token);
        foreach (var (number, share) in new[] { (0, 0.85), (1, 0.5), (2, 0.95) })
            await Quota(number, share, now, token);
    }

    /// <summary>One analyser fails its check the day before yesterday and is put right in the afternoon.</summary>
    private async Task Fail(PointKind kind, string factor, DateTime now, CancellationToken token)
    {
        if (Outlets.FirstOrDefault(point => point.Kind == kind) is not { } point)
            return;
        await Check(point, factor, true, now.Date.AddDays(-2).AddHours(10), 200, 0.14, token);
        await Check(point, factor, true, now.Date.AddDays(-2).AddHours(15.5), 200, 0.005, token);
    }

    /// <summary>The platform has the analyser checked every night.</summary>
    private async Task Schedule(MonitoringPoint point, string factor, DateTime now, CancellationToken token)
    {
        if (registry.Current.ChannelsByPoint[point.Id].Select(registry.Current.DeviceOf).OfType<Device>().FirstOrDefault() is { } device)
            await records.Add("check-schedules", new() { ["deviceId"] = device.Id, ["factor"] = factor, ["everyHours"] = 24, ["from"] = $"{Day(now)} 02:00", ["remark"] = "HJ 355：每 24 小时核查一次（演示）" }, token);
    }

    /// <summary>About 2.7 kg COD an hour leave such an outlet: the quota is set so that a share of it is used after thirty days.</summary>
    private async Task Quota(int number, double share, DateTime now, CancellationToken token)
    {
        if (Outlets.Where(point => point.Kind == PointKind.WasteWater).Skip(number).FirstOrDefault() is not { } point)
            return;
        await records.Add("discharge-quotas", new()
        {
            ["enterpriseId"] = point.EnterpriseId,
            ["outletId"] = _filings[point.Id],
            ["cardNumber"] = $"SK-{number + 1:D4}",
            ["factor"] = "w01018",
            ["from"] = Day(now.AddDays(-30)),
            ["to"] = Day(now.AddDays(20)),
            ["quota"] = Math.Round(2.7 * 24 * 30 / share, 0),
            ["unit"] = "kg",
            ["basis"] = "示范配额〔2026〕1 号（虚构）",
        }, token);
        if (share > 0.9)
            await valves.Order(point.Id, isShutting: true, "配额将用完，关小阀门（演示）", token);
    }

    /// <param name="error">Share of the full scale (gas) or of the standard (water).</param>
    private async Task Check(MonitoringPoint point, string factor, bool isGas, DateTime wall, double range, double error, CancellationToken token)
    {
        var reference = Math.Round(range * 0.6, 2);
        await records.Add("instrument-checks", new()
        {
            ["enterpriseId"] = point.EnterpriseId,
            ["outletId"] = _filings[point.Id],
            ["factor"] = factor,
            ["kind"] = isGas ? "量程漂移" : "标样核查",
            ["checkedAt"] = wall.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ["reading"] = Math.Round(reference + (error * (isGas ? range : reference)), 2),
            ["reference"] = reference,
            ["fullScale"] = isGas ? range : null,
            ["checkedBy"] = "示范运维公司（虚构）",
        }, token);
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
