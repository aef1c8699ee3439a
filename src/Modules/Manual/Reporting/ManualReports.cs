using System.Globalization;
using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Manual.Reporting;

/// <summary>自行监测报告 of an enterprise: how far its plan was kept, results by outlet and factor as the 执行报告 wants them, what was over, emissions.</summary>
internal static class ManualReports
{
    public const string Key = "self-monitoring";

    private const string Title = "自行监测报告（手工）";

    public static void Add(IServiceCollection services) => services.AddSingleton(new ReportType(Key, Title, Chapter.Title, ManualPermissions.View, Make)
    {
        Code = "R13",
        Purpose = "一家企业一段时间的自行监测方案完成情况、手工监测结果统计（执行报告口径）、超标和未监测说明、实际排放量。",
        Spans = [ReportSpan.Year, ReportSpan.Quarter, ReportSpan.Month, ReportSpan.Range],
        Subjects = new ReportSubjects("企业", Enterprises),
    });

    private static async Task<IReadOnlyList<ReportSubject>> Enterprises(IServiceProvider services, CancellationToken token) =>
        ReportSubject.OfEnterprises(await services.GetRequiredService<ManualReader>().Enterprises(token).ConfigureAwait(false));

    private static async Task<Outcome<EcoPark.Reports.Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken token)
    {
        var (enterprise, period, reader) = (int.Parse(request.Subject!.Key, CultureInfo.InvariantCulture), request.Period!, services.GetRequiredService<ManualReader>());
        var figures = await reader.Results(period.First, period.Last, enterprise, null, token).ConfigureAwait(false);
        var plans = await reader.Plans(period.First, period.Last, enterprise, token).ConfigureAwait(false);
        return figures.Series.Count == 0 && plans.Count == 0 ? new Problem("no-data", $"{request.Subject.Name}在这段时间没有监测方案，也没有已提交的监测结果。", "period") : Of(request.Subject, period, figures, plans);
    }

    internal static EcoPark.Reports.Report Of(ReportSubject subject, ReportPeriod period, ManualFigures figures, IReadOnlyList<PlanRow> plans)
    {
        var emissions = EmissionTable.Of(figures, CensorRule.Half);
        return new(Title)
        {
            EnterpriseId = subject.EnterpriseId,
            Facts =
            [
                new("企业", subject.Name), new("报告期", period.Title), new("监测方案（点位×因子）", Count(plans.Count)),
                new("应测、已测、有因未测、缺测（期）", $"{plans.Sum(row => row.Figures.Owed)}、{plans.Sum(row => row.Figures.Done)}、{plans.Sum(row => row.Figures.Excused)}、{plans.Sum(row => row.Figures.MissedCount)}"),
                new("样品结果、未检出", $"{figures.Series.Sum(one => one.Values.Count)}、{figures.Series.Sum(one => one.Below)}"),
            ],
            Tables = [Results(figures), Over(figures), Plans(plans), Emissions(emissions)],
            Gaps = [.. Gaps(figures, plans, emissions)],
            Basis = [$"均值：{ManualWords.Rules[CensorRule.Half]}", "判定：监测当日有效的排污许可限值，没有的按点位执行标准；废水按当日样品均值，其余按单个样品", EmissionFigures.Rule.Shown],
            Signatures = ["编制", "审核", "负责人", "日期"],
        };
    }

    private static ReportTable Results(ManualFigures figures) => new(
        "监测结果", [new("排放口"), new("污染物"), new("监测设施"), new("单位"), Whole("有效数据数量"), Whole("未检出"), Figure("最小值"), Figure("最大值"), Figure("平均值"), new("执行标准"), new("限值"), Whole("监测天数"), Whole("超标天数"), new("超标率", Unit: "%", Decimals: 2)],
        [.. figures.Series.Select(series =>
        {
            var days = series.Days(CensorRule.Half);
            var over = days.Count(day => day.Verdict == Verdicts.Over);
            return (IReadOnlyList<ReportCell>)[
                W(series.Point), W(series.FactorName), W("手工"), W(series.Unit), N(series.Values.Count), N(series.Below), F(series.Lowest), F(series.Highest), F(series.Mean(CensorRule.Half)), W(series.Limited?.Standard ?? ""), W(series.Limited?.Limit ?? ""), N(days.Count), N(over),
                F(days.Count > 0 ? 100.0 * over / days.Count : null)];
        })])
    { Note = "最小值、最大值为折算后（不折算的为实测）；未检出的以检出限列出" };

    private static ReportTable Over(ManualFigures figures) => new(
        "超标", [new("排放口"), new("污染物"), new("日期"), Figure("当日均值"), Figure("当日最高"), new("单位"), new("限值"), new("超标倍数", Decimals: 2), new("审核")],
        [.. figures.Series.SelectMany(series => series.Days(CensorRule.Half).Where(day => day.Verdict == Verdicts.Over).Select(day => (IReadOnlyList<ReportCell>)[
            W(series.Point), W(series.FactorName), W(ParkWords.Day(day.Day)), F(day.Mean), F(day.Highest), W(series.Unit), W(series.Limited?.Limit ?? ""), F(day.TimesOver), W(day.IsPending ? "待审核" : "已审核")]))]);

    private static ReportTable Plans(IReadOnlyList<PlanRow> plans) => new(
        "方案完成情况", [new("排放口"), new("污染物"), new("频次"), Whole("应测"), Whole("已测"), Whole("有因未测"), Whole("缺测"), new("完成率", Unit: "%", Decimals: 1), new("缺测的期")],
        [.. plans.Select(row => (IReadOnlyList<ReportCell>)[
            W(row.Point), W(row.Plan.Title), W(PlanWords.Frequency(row.Plan)), N(row.Figures.Owed), N(row.Figures.Done), N(row.Figures.Excused), N(row.Figures.MissedCount), F(row.Figures.Share * 100), W(string.Join("、", row.Figures.Missed.Select(PlanWords.Of)))])])
    {
        Foot = [new("合计", [null, null, Sum, Sum, Sum, Sum])],
    };

    private static ReportTable Emissions(IReadOnlyList<ManualEmission> emissions) => new(
        "实际排放量", [new("排放口"), new("污染物"), Whole("样品"), new("排放量", Unit: "kg", Decimals: 3), new("计算方法"), new("缺项")],
        [.. emissions.Select(one => (IReadOnlyList<ReportCell>)[W(one.Point), W(one.FactorName), N(one.Samples), F(one.Kilograms), W(one.Equation), W(one.Gap)])]);

    private static IEnumerable<string> Gaps(ManualFigures figures, IReadOnlyList<PlanRow> plans, IReadOnlyList<ManualEmission> emissions)
    {
        if (plans.Sum(row => row.Figures.MissedCount) is > 0 and var missed)
            yield return $"缺测 {missed} 期。";
        foreach (var (reason, count) in figures.Reasons)
            yield return $"未监测（{reason}）{count} 次。";
        if (figures.Series.Sum(one => one.Pending) is > 0 and var pending)
            yield return $"{pending} 个结果的监测报告尚未审核，已计入。";
        if (emissions.Count(one => one.Kilograms is null) is > 0 and var without)
            yield return $"{without} 项排放量因缺项没有算出。";
        if (figures.LeftOut > 0)
            yield return $"结果过多，最早的 {figures.LeftOut} 个没有计入。";
    }

    private static FootCell Sum => new(FootKind.Sum);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static ReportColumn Whole(string heading) => new(heading, Decimals: 0);

    private static ReportColumn Figure(string heading) => new(heading, Decimals: 4);

    private static ReportCell N(int count) => ReportCell.Figure(count);

    private static ReportCell F(double? value) => ReportCell.Figure((decimal?)value);

    private static ReportCell W(string words) => ReportCell.Words(words);
}
