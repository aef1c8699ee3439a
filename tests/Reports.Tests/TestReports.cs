using EcoPark.Platform.Security;

namespace EcoPark.Reports.Tests;

/// <summary>A small report whose figures are known.</summary>
internal static class TestReports
{
    public static readonly DateTime MadeAt = new(2026, 11, 28, 4, 0, 0, DateTimeKind.Utc);

    public static readonly ReportType Type = new("test", "测试日报表", "测试", "test.view", (_, _, _) => throw new NotSupportedException()) { Spans = [ReportSpan.Day] };

    /// <summary>
    /// Flow 10, 20, 30, 40; concentration 1.125, (9), 3, 4 with the second not valid and the last over its limit; mass of each. By hand: mean of the valid (1.125 + 3 + 4) / 3 = 2.708333…;
    /// weighted (11.25 + 90 + 160) / 80 = 3.265625; sum of masses 1 + 2 + 3 + 4 = 10 kg = 0.01 t.
    /// </summary>
    public static ReportTable Table(int repeats = 1) => new("小时均值",
        [new("时间"), new("流量", Unit: "m³", Decimals: 0), new("浓度", "化学需氧量", "mg/L", 2), new("排放量", "化学需氧量", "kg", 3), new("备注")],
        [.. Enumerable.Range(0, repeats).SelectMany(_ => new IReadOnlyList<ReportCell>[]
        {
            [ReportCell.Words("00:00"), ReportCell.Figure(10), ReportCell.Figure(1.125m), ReportCell.Figure(1), ReportCell.Empty],
            [ReportCell.Words("01:00"), ReportCell.Figure(20), ReportCell.Figure(9, isValid: false), ReportCell.Figure(2, "代"), ReportCell.Words("C")],
            [ReportCell.Words("02:00"), ReportCell.Figure(30), ReportCell.Figure(3), ReportCell.Figure(3), ReportCell.Empty],
            [ReportCell.Words("03:00"), ReportCell.Figure(40), ReportCell.Figure(4, isOver: true), ReportCell.Figure(4), ReportCell.Words("=1+1")],
        })])
    {
        Foot =
        [
            new("平均值", [new(FootKind.Mean), new(FootKind.WeightedMean, Weight: 1), new(FootKind.Mean), null]),
            new("样本数", [new(FootKind.Count), new(FootKind.Count), new(FootKind.Count), null]),
            new("最大值", [new(FootKind.Maximum), new(FootKind.Maximum), new(FootKind.Maximum), null]),
            new("最小值", [new(FootKind.Minimum), new(FootKind.Minimum), new(FootKind.Minimum), null]),
            new("总量", [new(FootKind.Sum), null, new(FootKind.Sum, Decimals: 4, Divisor: 1_000), null]),
        ],
        Note = "括号内为无效数据",
    };

    public static PrintedReport Made(params ReportTable[] tables) => new MadeReport(
        Type, new ReportRequest(new ReportSubject("7", "1#排口", "甲公司"), ReportPeriod.Of(ReportSpan.Day, new DateOnly(2026, 11, 27))),
        new Report("测试日报表") { Facts = [new("排污单位", "甲公司")], Tables = tables, Gaps = ["缺 1 小时"], Basis = ["GB/T 8170-2008"], Signatures = ["负责人"] }, MadeAt).Printed;

    public static Actor Of(int? enterprise, params string[] permissions) => new(1, "某人", enterprise, "", permissions.ToHashSet());
}
