using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>有效数据捕集率与修约清单 (R08): the share of valid hours of each pollutant, and every stretch whose mass was replaced, measured by hand or left unknown.</summary>
internal static class CaptureForm
{
    /// <summary>Stretches that one report lists.</summary>
    private const int MostRows = 5_000;

    private const decimal LowestOfQuarter = 0.75m;

    public static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await OutletLists.Of(services, request, cancellationToken).ConfigureAwait(false);
        if (!outlets.IsOk)
            return outlets.Problem;
        var period = request.Period!;
        var counts = await services.GetRequiredService<TransmissionReader>().Read([.. outlets.Value.Select(outlet => outlet.Id)], period.First, period.Last, cancellationToken).ConfigureAwait(false);
        var replaced = await OutletLists.Having(services, outlets.Value, period, day => day.Replaced > 0 || day.Manual > 0 || day.Missing > 0, cancellationToken).ConfigureAwait(false);
        var reader = services.GetRequiredService<OutletPeriodReader>();
        var found = new List<(Outlet, Replacement)>();
        foreach (var outlet in replaced)
            found.AddRange(Replacement.Of(await reader.Read(outlet, period.First, period.Last, cancellationToken).ConfigureAwait(false)).Select(one => (outlet, one)));
        return OutletLists.Told(services, request, Of(request, outlets.Value, counts, found));
    }

    /// <summary>Pure.</summary>
    internal static Report Of(ReportRequest request, IReadOnlyList<Outlet> outlets, IReadOnlyList<FactorCounts> counts, IReadOnlyList<(Outlet Outlet, Replacement One)> found) => new("有效数据捕集率与修约清单")
    {
        Facts = [.. OutletLists.Facts(request), new("排口", $"{outlets.Count} 个"), new("修约与未知时段", $"{found.Count} 段")],
        Tables = [Rates(request, outlets, counts), Stretches(found)],
        Gaps = found.Count == 0 ? ["排放量都由有效的监测数据计算，没有修约"] : ["“未替代”时段的排放量未知，总量偏低"],
        Basis = [CaptureRate.Basis.Shown, CaptureRate.Demand.Shown, "废气按小时、废水按日修约；只修约排放量，不修约浓度", "数值按 GB/T 8170-2008 修约"],
        Signatures = FormHead.Signatures,
    };

    private static ReportTable Rates(ReportRequest request, IReadOnlyList<Outlet> outlets, IReadOnlyList<FactorCounts> counts) => new("有效数据捕集率",
        [new("企业"), new("排口"), new("因子"), new("时段小时", Decimals: 0), new("停运小时", Decimals: 0), new("无效小时", Decimals: 0), new("有效小时", Decimals: 0), new("有效数据捕集率", Unit: "%", Decimals: 1), new("季度 75 % 考核")],
        [
            .. from outlet in outlets
               join one in counts on outlet.Id equals one.Point
               select (IReadOnlyList<ReportCell>)
               [
                   ReportCell.Words(outlet.Enterprise), ReportCell.Words(outlet.Name), ReportCell.Words(outlet.Channel(one.Factor)?.Name ?? one.Factor), ReportCell.Figure(one.Counts.Hours), ReportCell.Figure(one.Counts.Stopped),
                   ReportCell.Figure(one.Counts.Due - one.Counts.Valid), ReportCell.Figure(one.Counts.Valid), ReportCell.Figure(one.Counts.Capture * 100), ReportCell.Words(Verdict(request, outlet, one.Counts)),
               ],
        ]);

    /// <summary>Asked of a quarter of a CEMS alone.</summary>
    private static string Verdict(ReportRequest request, Outlet outlet, HourCounts counts) =>
        request.Period!.Span != ReportSpan.Quarter || !outlet.IsGas ? "不适用" : counts.Capture is not { } rate ? "停运" : rate < LowestOfQuarter ? "不合格" : "合格";

    private static ReportTable Stretches(IReadOnlyList<(Outlet Outlet, Replacement One)> found) => new("修约清单",
        [new("企业"), new("排口"), new("污染物"), new("开始"), new("结束"), new("小时", Decimals: 0), new("原因"), new("处理"), new("规则或来源"), new("排放量", Unit: "kg", Decimals: 3)],
        [
            .. found.OrderBy(one => one.One.From).Take(MostRows).Select(one => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(one.Outlet.Enterprise), ReportCell.Words(one.Outlet.Name), ReportCell.Words(one.One.Channel.Name), ReportCell.Words(OutletLists.Wall(one.One.From)), ReportCell.Words(OutletLists.Wall(one.One.To)), ReportCell.Figure(one.One.Hours),
                ReportCell.Words(one.One.Why), ReportCell.Words(one.One.How), ReportCell.Words(one.One.Rule), ReportCell.Figure(one.One.Kilograms),
            ]),
        ])
    {
        Note = OutletLists.Cut(found.Count, MostRows),
    };
}
