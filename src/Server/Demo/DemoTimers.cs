using System.Globalization;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Time;

namespace EcoPark.Server.Demo;

/// <summary>--demo: reports that make themselves, beginning with yesterday's; they wait until the invented past has been worked up.</summary>
internal sealed class DemoTimers(DemoRecords records, TimeProvider clock) : IDemo
{
    public int Order => 950;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        foreach (var (name, report, every) in new[] { ("园区空气质量日报", "air-day", "每日"), ("废气排口日报", "gas-day", "每日"), ("废水排口日报", "water-day", "每日"), ("园区空气质量月报", "air-period", "每月") })
        {
            await records.Add("report-timers", new()
            {
                ["name"] = name,
                ["report"] = report,
                ["every"] = every,
                ["firstDay"] = clock.ParkNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["at"] = "00:30",
                ["waitHours"] = clock.ParkNow().Hour + 1,
                ["role"] = "管理领导",
            }, cancellationToken);
        }
    }
}
