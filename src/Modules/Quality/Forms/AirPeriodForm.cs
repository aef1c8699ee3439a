using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards.Air;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Forms;

/// <summary>Air of a month, quarter or year: days by level beside those of the year before, and the figures of each pollutant.</summary>
internal static class AirPeriodForm
{
    private static readonly string[] Levels = ["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"];

    public static async Task<Outcome<Report>> Make(IServiceProvider provider, IReadOnlyList<QualityStation> stations, ReportPeriod period, CancellationToken token)
    {
        var (kind, from, to) = (KindOf(period.Span), period.First, period.Last.AddDays(1));
        var days = await provider.GetRequiredService<AqiDays>().Of(stations, kind, from, to, token).ConfigureAwait(false);
        var figures = (await provider.GetRequiredService<PeriodStatistics>().Of(stations, kind, from, to, token).ConfigureAwait(false)).Where(one => one.Start == from).ToList();
        if (days.Count == 0 && figures.Count == 0)
            return new Problem("no-data", $"各空气站在{period.Title}没有日数据。", "period");
        return new Report("环境空气质量统计报表")
        {
            Facts = [new("时段", period.Title), new("站点数", stations.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            Tables = [Days(days), Figures(figures)],
            Gaps =
            [
                .. days.Where(one => one.GoodShare is null).Select(one => $"{one.Place}应有 {one.Due} 天，有 AQI 的 {one.Valid} 天，不足以评价优良率"),
                .. days.Where(one => one.GoodShare is not null && one.Valid < one.Due).Select(one => $"{one.Place}缺 {one.Due - one.Valid} 天"),
            ],
            IsIncomplete = days.Any(one => one.Valid < one.Due),
            Basis = ["HJ 633（按当日施行的版本）", "HJ 663", .. figures.Select(one => one.Limit).Where(limit => limit.Length > 0).Select(limit => string.Join(' ', limit.Split(' ').Take(2))).Distinct().Order(StringComparer.Ordinal)],
            Signatures = ["填报人", "审核人"],
        };
    }

    private static ReportTable Days(IReadOnlyList<AqiPeriod> days) => new(
        "优良天数",
        [
            new("站点"), new("应有", Unit: "天", Decimals: 0), new("有 AQI", Unit: "天", Decimals: 0), .. Levels.Select(level => new ReportColumn(level, "各级天数", Decimals: 0)),
            new("优良", Unit: "天", Decimals: 0), new("优良率", Unit: "%", Decimals: 1), new("去年同期优良率", Unit: "%", Decimals: 1), new("变化", Unit: "百分点", Decimals: 1), new("首要污染物（天数）"),
        ],
        [
            .. days.Select(one => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(one.Place), ReportCell.Figure(one.Due), ReportCell.Figure(one.Valid), .. one.ByLevel.Select(count => ReportCell.Figure(count)),
                ReportCell.Figure(one.Good), Percent(one.GoodShare), Percent(one.YearBefore?.GoodShare), Percent(one.Change),
                ReportCell.Words(string.Join("、", one.Primary.OrderByDescending(pollutant => pollutant.Value).Select(pollutant => $"{pollutant.Key.Symbol()} {pollutant.Value}"))),
            ]),
        ])
    {
        Note = "优良率为优良天数占有 AQI 天数的比例；有 AQI 的天数不足应有天数的 324/365 时不评价（HJ 663）。一天有两个首要污染物的各计一次。",
    };

    private static ReportTable Figures(IReadOnlyList<PeriodStatistic> figures) => new(
        "各污染物",
        [
            new("站点"), new("项目"), new("单位"), new("有效天数", Decimals: 0), new("均值"), new("最小日值"), new("最大日值"), new("百分位数"), new("百分位"),
            new("超标天数", Decimals: 0), new("达标率", Unit: "%", Decimals: 1), new("同比", Unit: "%", Decimals: 1), new("环比", Unit: "%", Decimals: 1), new("日均限值"),
        ],
        [
            .. figures.Select(one => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(one.Station.Name), ReportCell.Words(one.Name), ReportCell.Words(one.Unit), ReportCell.Figure(one.Valid), Rounded(one.Mean, one.Decimals), Rounded(one.Min, one.Decimals), Rounded(one.Max, one.Decimals),
                Rounded(one.Percentile, one.Decimals), ReportCell.Words(one.Percentile is null ? "" : $"第 {one.Percent}"), ReportCell.Figure(one.Exceeding, isOver: one.Exceeding > 0), Percent(one.ComplianceRate), Percent(one.YearOnYear),
                Percent(one.PeriodOnPeriod), ReportCell.Words(one.Limit),
            ]),
        ])
    {
        Note = "百分位数：SO₂、NO₂ 第 98，CO、PM₁₀、PM₂.₅ 第 95，O₃ 日最大 8 小时第 90（HJ 663 表 1）；▲ 有超标天数。",
    };

    private static CalendarPeriod KindOf(ReportSpan span) => span switch { ReportSpan.Month => CalendarPeriod.Month, ReportSpan.Quarter => CalendarPeriod.Quarter, _ => CalendarPeriod.Year };

    private static ReportCell Percent(double? share) => ReportCell.Figure(share is { } one ? (decimal)one * 100 : null);

    /// <summary>With as many places as the item has; the column's are for the finest.</summary>
    private static ReportCell Rounded(double? value, int decimals) => ReportCell.Words(value is { } number ? Standards.Rounding.Text(number, decimals) : "");
}
