using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Outlets;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Outlets.Execution;

/// <summary>A table of the report: the same on the page, in Word and in Excel.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Note">What to know of it; empty for nothing.</param>
public sealed record ExecutionTable(string Title, IReadOnlyList<ExecutionColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Note = "");

/// <summary>A column of the report.</summary>
/// <param name="Share">Of the width.</param>
public sealed record ExecutionColumn(string Heading, int Share);

/// <summary>The report as tables, in its order.</summary>
public static class ExecutionTables
{
    public static IReadOnlyList<ExecutionTable> Of(ExecutionReport report) =>
    [
        Outlets(report), Abnormal(report), Monitored(report), ByHand(report), Emitted(report),
        Exceeding(report, "废气超标时段小时均值", isDaily: false), Exceeding(report, "废水超标时段日均值", isDaily: true), OverByHand(report),
    ];

    private static ExecutionTable Outlets(ExecutionReport report) => new(
        "联网排口", [new("排放口", 4), new("编号", 2), new("类型", 2), new("因子", 6), new("传输有效率", 2), new("基准氧", 2)],
        [.. report.Outlets.Select(period => (IReadOnlyList<string>)
        [
            period.Outlet.Name, period.Outlet.Link.Outlet?.Code ?? "未关联许可证", period.Outlet.Kind, string.Join("、", period.Outlet.Followed.Select(channel => channel.Name)),
            Share(Lowest(period.Factors.Select(factor => (double?)factor.Transmission?.Value))), period.Outlet.Oxygen is { } oxygen ? $"{oxygen.Percent:0.#} %" : "不折算",
        ])],
        "传输有效率为各因子中最低者。");

    private static ExecutionTable Abnormal(ExecutionReport report) => new(
        "自动监测设施异常情况", [new("开始", 3), new("结束", 3), new("点位", 3), new("异常", 2), new("因子", 2), new("情况", 6), new("原因与应对措施", 5)],
        [.. report.Abnormal.Select(alarm => (IReadOnlyList<string>)
        [
            Wall(alarm.FirstAt), alarm.EndedAt is { } end ? Wall(end) : "仍在持续", alarm.Point, alarm.What, alarm.Factor, alarm.Text,
            alarm.ExplanationText.Length > 0 ? alarm.ExplanationText : $"{alarm.Reason} {alarm.Measures}".Trim() is { Length: > 0 } said ? said : "未填报",
        ])],
        report.LeftOut > 0 ? $"另有 {report.LeftOut} 条超出一份报告的篇幅，未列入；请缩短时间段。" : "");

    private static ExecutionTable Monitored(ExecutionReport report) => new(
        "自行监测（自动）统计", [new("排放口", 3), new("污染物", 3), new("数据", 2), new("许可限值", 2), new("有效数", 2), new("最小", 2), new("最大", 2), new("平均", 2), new("超标数", 2), new("超标率", 2), new("有效数据捕集率", 2)],
        [.. report.Monitored.Select(one => (IReadOnlyList<string>)
        [
            one.Outlet.Name, one.Channel.Unit.Length > 0 ? $"{one.Channel.Name}（{one.Channel.Unit}）" : one.Channel.Name, one.Unit, one.Limit is { } limit ? limit.ToString("0.####", CultureInfo.InvariantCulture) : "无", Number(one.Count), OutletWords.Figure(one.Lowest, one.Channel.Decimals),
            OutletWords.Figure(one.Highest, one.Channel.Decimals), OutletWords.Figure(one.Mean, one.Channel.Decimals), Number(one.Over), Share(one.OverShare), OutletWords.Share(one.Period.CaptureRate),
        ])]);

    private static ExecutionTable ByHand(ExecutionReport report) => new(
        "自行监测（手工）统计", [new("监测点位", 3), new("污染物", 3), new("执行标准", 3), new("限值", 2), new("有效数", 2), new("未检出", 2), new("最小", 2), new("最大", 2), new("平均", 2), new("监测天数", 2), new("超标天数", 2), new("超标率", 2)],
        [.. (report.Manual?.Facts ?? []).Select(one => (IReadOnlyList<string>)
        [
            one.Point, $"{one.FactorName}（{one.Unit}）", one.Standard, one.Limit.Length > 0 ? one.Limit : "无", Number(one.Count), Number(one.Below), Worked(one.Lowest), Worked(one.Highest), Worked(one.Mean), Number(one.Days), Number(one.DaysOver), Share(one.Days > 0 ? (double)one.DaysOver / one.Days : null),
        ])],
        report.Manual is null ? "编制人的角色不能查看手工监测，没有列入。" : string.Join("；", (IEnumerable<string>)["未检出的在平均值中按检出限一半计", .. report.Manual.Gaps]) + "。");

    private static ExecutionTable OverByHand(ExecutionReport report) => new(
        "手工监测超标", [new("日期", 3), new("监测点位", 3), new("污染物", 3), new("当日最高", 3), new("限值（标准）", 5), new("超标倍数", 2)],
        [.. (report.Manual?.Over ?? []).Select(one => (IReadOnlyList<string>)[
            ParkWords.Day(one.Day), one.Point, one.FactorName, $"{Worked(one.Highest)} {one.Unit}", one.Standard.Length > 0 ? $"{one.Limit}（{one.Standard}）" : one.Limit, one.TimesOver is { } times ? times.ToString("0.##", CultureInfo.InvariantCulture) : "—"])]);

    private static ExecutionTable Emitted(ExecutionReport report) => new(
        "实际排放量与许可排放量", [new("排放口", 3), new("污染物", 3), new("本期排放量（kg）", 3), new("其中替代（kg）", 2), new("缺失小时", 2), new("年累计（t）", 2), new("年许可（t）", 2), new("已用", 2), new("依据", 5)],
        [
            .. report.Emitted.Select(one => (IReadOnlyList<string>)
        [
            one.Outlet.Name, one.Channel.Name, OutletWords.Kilograms(one.InPeriod), OutletWords.Kilograms(one.Replaced), Number(one.Missing), one.OfYear is { } year ? Tonnes(year) : "—",
            Permitted(one.Permitted), Share(one.Share), "自动监测",
        ]),
            .. report.ByHand.Select(one => (IReadOnlyList<string>)
            [
                one.Fact.Point, one.Fact.FactorName, one.Fact.Kilograms is { } kilograms ? OutletWords.Kilograms(kilograms) : "—", "—", "—", one.OfYear is { } year ? Tonnes(year) : "—", Permitted(one.Permitted), Share(one.Share),
                $"手工监测 {one.Fact.Count} 个样{(one.Fact.Equation.Length > 0 ? $"：{one.Fact.Equation}" : "")}{(one.Fact.Gap.Length > 0 ? $"；{one.Fact.Gap}" : "")}",
            ]),
        ],
        "自动监测：排放量 = 浓度（实测，不折算）× 流量，失效时段按 HJ 75、HJ 356 替代；缺失小时没有计入，实际排放量高于表中之数。排口没有自动监测的因子按手工监测（实测法，待核对），同一排口同一因子不重复计。");

    private static ExecutionTable Exceeding(ExecutionReport report, string title, bool isDaily) => new(
        title, [new(isDaily ? "超标日期" : "超标时段", 4), new("排放口", 3), new("编号", 2), new("污染物", 2), new(isDaily ? "日均浓度" : "最高小时浓度", 2), new("判定", 5), new("超标原因说明", 5)],
        [.. report.Exceedances.Where(one => one.Exceedance.IsDaily == isDaily).Select(one => (IReadOnlyList<string>)
        [
            isDaily ? Wall(one.Exceedance.From)[..10] : $"{Wall(one.Exceedance.From)} 至 {Wall(one.Exceedance.To)}（{one.Exceedance.Hours} 小时）", one.Outlet.Name, one.Outlet.Link.Outlet?.Code ?? "", one.Exceedance.Channel.Name,
            $"{one.Exceedance.Highest.ToString("F" + one.Exceedance.Channel.Decimals, CultureInfo.InvariantCulture)} {one.Exceedance.Channel.Unit}", OutletWords.Of(one.Exceedance.Worst), one.Explanation.Length > 0 ? one.Explanation : "未填报",
        ])],
        isDaily ? "" : "废气为基准氧折算值（排口要求折算时）；启停炉计划时段不判定。");

    private static string Worked(double? value) => value is { } number ? Rounding.ToSignificant((decimal)number, 4).ToString("0.######", CultureInfo.InvariantCulture) : "—";

    private static string Tonnes(double kilograms) => (kilograms / 1_000).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Permitted(double? tonnes) => tonnes?.ToString("0.####", CultureInfo.InvariantCulture) ?? "无";

    private static double? Lowest(IEnumerable<double?> shares) => shares.Min();

    private static string Share(double? share) => OutletWords.Share(share);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
