using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Forms;

/// <summary>空气质量日报: what HJ 633 asks to be told of a day, one row a station, and the park as their mean.</summary>
internal static class AirDayForm
{
    /// <summary>In the order of the standard's table.</summary>
    private static readonly Item[] Items =
    [
        new(AirPollutant.SulphurDioxide, Averaging.Day, "SO₂ 24 小时平均", "μg/m³", 0),
        new(AirPollutant.NitrogenDioxide, Averaging.Day, "NO₂ 24 小时平均", "μg/m³", 0),
        new(AirPollutant.Pm10, Averaging.Day, "PM₁₀ 24 小时平均", "μg/m³", 0),
        new(AirPollutant.CarbonMonoxide, Averaging.Day, "CO 24 小时平均", "mg/m³", 1),
        new(AirPollutant.Ozone, Averaging.Hour, "O₃ 最大 1 小时平均", "μg/m³", 0),
        new(AirPollutant.Ozone, Averaging.DailyMaximumEightHours, "O₃ 最大 8 小时滑动平均", "μg/m³", 0),
        new(AirPollutant.Pm25, Averaging.Day, "PM₂.₅ 24 小时平均", "μg/m³", 0),
    ];

    public static async Task<Outcome<Report>> Make(IServiceProvider provider, IReadOnlyList<QualityStation> stations, ReportPeriod period, CancellationToken token)
    {
        var known = await provider.GetRequiredService<AqiDays>().Read(stations, period.First, period.Last.AddDays(1), token).ConfigureAwait(false);
        var rows = stations.Select(station => (station.Name, Day: known[station].FirstOrDefault(day => day.Day == period.First))).ToList();
        if (rows.TrueForAll(row => row.Day is null))
            return new Problem("no-data", $"各空气站在{period.Title}没有日数据；当天的日报在次日出。", "period");
        if (stations.Count > 1)
            rows.Add((AqiDays.Park, AqiDays.OfPark(known).First(day => day.Day == period.First)));
        // HJ 633-2026 has no hour of ozone in a day; that of 2012 has.
        var items = Items.Where(item => rows.Exists(row => row.Day?.Air.SubIndices.Any(one => one.Pollutant == item.Pollutant && one.Averaging == item.Averaging) == true)).ToList();
        return new Report("环境空气质量日报")
        {
            Facts = [new("日期", period.Title), new("站点数", rows.Count(row => row.Day is not null && row.Name != AqiDays.Park).ToString(System.Globalization.CultureInfo.InvariantCulture))],
            Tables =
            [
                new ReportTable("空气质量日报",
                    [
                        new("站点"), .. items.SelectMany(item => new ReportColumn[] { new("浓度", item.Name, item.Unit, item.Decimals), new("分指数", item.Name, Decimals: 0) }),
                        new("AQI", Decimals: 0), new("首要污染物"), new("级别"), new("类别"), new("说明"),
                    ],
                    [.. rows.Select(row => Row(row.Name, row.Day?.Air, items))]) { Note = "“—”为没有有效数据；园区为各站浓度的算术平均（HJ 663）。" },
            ],
            Gaps = [.. rows.Where(row => row.Day is null).Select(row => $"{row.Name}没有数据"), .. rows.Where(row => row.Day is { Air.Index: null }).Select(row => $"{row.Name}不具备发布 AQI 的条件：{row.Day!.Air.Note}")],
            IsIncomplete = rows.Exists(row => row.Day?.Air.Index is null),
            Basis = [.. rows.Select(row => row.Day?.Air.StandardNumber).OfType<string>().Distinct(), "HJ 663"],
            Signatures = ["填报人", "审核人"],
        };
    }

    private static IReadOnlyList<ReportCell> Row(string name, AirQuality? air, IEnumerable<Item> items) =>
    [
        ReportCell.Words(name),
        .. items.SelectMany(item => air?.SubIndices.FirstOrDefault(one => one.Pollutant == item.Pollutant && one.Averaging == item.Averaging) is { } found
            ? new[] { ReportCell.Figure(found.Concentration), ReportCell.Figure(found.Index) } : [ReportCell.Empty, ReportCell.Empty]),
        ReportCell.Figure(air?.Index),
        ReportCell.Words(air is null ? "" : string.Join("、", air.PrimaryPollutants.Select(one => one.Symbol()))),
        ReportCell.Words(air?.Level?.Level),
        ReportCell.Words(air?.Level?.Category),
        ReportCell.Words(air is null ? "没有数据" : air.Note),
    ];

    private sealed record Item(AirPollutant Pollutant, Averaging Averaging, string Name, string Unit, int Decimals);
}
