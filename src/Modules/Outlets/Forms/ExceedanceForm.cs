using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Outlets.Execution;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Telemetry.Watch;
using Microsoft.Extensions.DependencyInjection;
using Exceedance = EcoPark.Modules.Outlets.Periods.Exceedance;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>超标统计 (R05): every stretch over the permit's limit, and how often by outlet and pollutant. Outlets that were never over are not worked up again.</summary>
internal static class ExceedanceForm
{
    /// <summary>Stretches that one report lists.</summary>
    private const int MostRows = 5_000;

    public static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await OutletLists.Of(services, request, cancellationToken).ConfigureAwait(false);
        if (!outlets.IsOk)
            return outlets.Problem;
        var period = request.Period!;
        var over = await OutletLists.Having(services, outlets.Value, period, day => day.Over > 0, cancellationToken).ConfigureAwait(false);
        var reader = services.GetRequiredService<OutletPeriodReader>();
        var found = new List<(Outlet Outlet, Exceedance One)>();
        foreach (var outlet in over)
            found.AddRange((await reader.Read(outlet, period.First, period.Last, cancellationToken).ConfigureAwait(false)).Exceedances.Select(one => (outlet, one)));
        var alarms = (await OutletLists.Alarms(services, outlets.Value, period, [AlarmCategory.Exceedance], cancellationToken).ConfigureAwait(false)).Found.Where(alarm => alarm.Kind == WatchAlarms.OverLimit.Name).ToLookup(alarm => alarm.ChannelId);
        return OutletLists.Told(services, request, Of(request, outlets.Value.Length, found, one => ExecutionReportReader.Explanation(one, alarms)));
    }

    /// <summary>Pure.</summary>
    internal static Report Of(ReportRequest request, int outlets, IReadOnlyList<(Outlet Outlet, Exceedance One)> found, Func<Exceedance, string> explanation) => new("自动监测超标统计表")
    {
        Facts = [.. OutletLists.Facts(request), new("排口", string.Create(CultureInfo.InvariantCulture, $"{outlets} 个")), new("超标时段", string.Create(CultureInfo.InvariantCulture, $"{found.Count} 段"))],
        Tables = [Sums(found), Stretches(found, explanation)],
        Gaps = found.Count == 0 ? ["时段内没有超过许可限值的有效数据；没有登记许可限值的因子不判定"] : ["没有登记许可限值的因子不判定；无效、停运和备案启停的小时不计"],
        Basis = ["超标倍数 =（监测值 − 限值）/ 限值", "废气和 pH 按小时（折算的按折算值）、废水按日均值判定，限值取排污许可证", "数值按 GB/T 8170-2008 修约"],
        Signatures = FormHead.Signatures,
    };

    private static ReportTable Sums(IReadOnlyList<(Outlet Outlet, Exceedance One)> found) => new("超标汇总",
        [new("企业"), new("排口"), new("污染物"), new("次数", Decimals: 0), new("超标小时", Decimals: 0), new("超标天数", Decimals: 0), new("最大超标倍数", Decimals: 2)],
        [
            .. found.GroupBy(one => (one.Outlet, one.One.Channel.FactorCode, one.One.Channel.Name)).Select(same => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(same.Key.Outlet.Enterprise), ReportCell.Words(same.Key.Outlet.Name), ReportCell.Words(same.Key.Name), ReportCell.Figure(same.Count()),
                ReportCell.Figure(same.Where(one => !one.One.IsDaily).Sum(one => one.One.Hours)), ReportCell.Figure(same.Count(one => one.One.IsDaily)), ReportCell.Figure(same.Max(one => one.One.Worst.ExceedanceMultiple)),
            ]),
        ])
    {
        Foot = [new("合计", [null, null, new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Maximum)])],
    };

    private static ReportTable Stretches(IReadOnlyList<(Outlet Outlet, Exceedance One)> found, Func<Exceedance, string> explanation) => new("超标时段",
        [new("企业"), new("排口"), new("污染物"), new("开始"), new("结束"), new("时长", Unit: "h", Decimals: 0), new("依据"), new("最高值"), new("限值"), new("超标倍数", Decimals: 2), new("执行标准"), new("原因与措施")],
        [.. found.OrderBy(one => one.One.From).Take(MostRows).Select(one => Row(one.Outlet, one.One, explanation))])
    {
        Note = OutletLists.Cut(found.Count, MostRows),
    };

    private static IReadOnlyList<ReportCell> Row(Outlet outlet, Exceedance one, Func<Exceedance, string> explanation) =>
    [
        ReportCell.Words(outlet.Enterprise), ReportCell.Words(outlet.Name), ReportCell.Words(one.Channel.Name), ReportCell.Words(OutletLists.Wall(one.From)), ReportCell.Words(OutletLists.Wall(one.To)), ReportCell.Figure(one.Hours),
        ReportCell.Words(one.IsDaily ? "日均值" : outlet.Corrects(one.Channel.FactorCode) ? "小时折算值" : "小时值"), ReportCell.Words($"{Rounding.Text(one.Highest, one.Channel.Decimals)} {one.Channel.Unit}"), ReportCell.Words(one.Worst.LimitText),
        ReportCell.Figure(one.Worst.ExceedanceMultiple), ReportCell.Words(one.Worst.StandardNumber), ReportCell.Words(explanation(one)),
    ];
}
