using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>传输有效率 (R07) of outlets and enterprises, of the stored days.</summary>
internal static class TransmissionForm
{
    public static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await OutletLists.Of(services, request, cancellationToken).ConfigureAwait(false);
        if (!outlets.IsOk)
            return outlets.Problem;
        var counts = await services.GetRequiredService<TransmissionReader>().Read([.. outlets.Value.Select(outlet => outlet.Id)], request.Period!.First, request.Period.Last, cancellationToken).ConfigureAwait(false);
        return OutletLists.Told(services, request, Of(request, outlets.Value, counts.ToLookup(one => one.Point).ToDictionary(same => same.Key.Value, TransmissionReader.Sum)));
    }

    /// <summary>Pure.</summary>
    /// <param name="counts">By point; those without days have none.</param>
    internal static Report Of(ReportRequest request, IReadOnlyList<Outlet> outlets, IReadOnlyDictionary<int, HourCounts> counts)
    {
        var known = outlets.Where(outlet => counts.ContainsKey(outlet.Id.Value)).ToList();
        var silent = outlets.Where(outlet => !counts.ContainsKey(outlet.Id.Value)).Select(outlet => $"{outlet.Enterprise} {outlet.Name}".Trim()).ToList();
        return new Report("自动监测数据传输有效率统计表")
        {
            Facts = OutletLists.Facts(request),
            Tables =
            [
                Table("排口", [new("企业"), new("排口")], known.Select(outlet => (Words(outlet.Enterprise, outlet.Name), counts[outlet.Id.Value]))),
                Table("企业汇总", [new("企业")], known.GroupBy(outlet => outlet.Enterprise).Select(same => (Words(same.Key), same.Select(outlet => counts[outlet.Id.Value]).Aggregate(HourCounts.None, (sum, one) => sum + one)))),
            ],
            Gaps = silent.Count == 0 ? ["各排口都有日数据"] : [$"没有日数据、未列入的排口：{string.Join("、", silent)}"],
            Basis = [EffectiveTransmissionRate.Basis.Shown, CaptureRate.Basis.Shown, "按各因子小时均值合计，停运小时不计", "数值按 GB/T 8170-2008 修约"],
            Signatures = FormHead.Signatures,
        };
    }

    private static ReportTable Table(string title, ReportColumn[] names, IEnumerable<(ReportCell[] Names, HourCounts Counts)> rows)
    {
        var made = rows.ToList();
        var sum = made.Aggregate(HourCounts.None, (all, one) => all + one.Counts);
        ReportColumn[] columns =
        [
            .. names, new("应收小时", Decimals: 0), new("停运小时", Decimals: 0), new("实收小时", Decimals: 0), new("有效小时", Decimals: 0), new("传输率", Unit: "%", Decimals: 1), new("有效率", Unit: "%", Decimals: 1),
            new("传输有效率", Unit: "%", Decimals: 1), new("有效数据捕集率", Unit: "%", Decimals: 1), new("90 % 考核"),
        ];
        return new ReportTable(title, columns, [.. made.Select(one => (IReadOnlyList<ReportCell>)[.. one.Names, .. Figures(one.Counts), ReportCell.Words(Verdict(one.Counts))])])
        {
            Foot =
            [
                new("合计",
                [
                    .. names.Skip(1).Select(_ => (FootCell?)null), new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Sum), Given(sum.Rate?.TransmissionRate), Given(sum.Rate?.ValidRate), Given(sum.Rate?.Value), Given(sum.Capture), null,
                ]),
            ],
        };
    }

    private static IEnumerable<ReportCell> Figures(HourCounts counts) =>
    [
        ReportCell.Figure(counts.Due), ReportCell.Figure(counts.Stopped), ReportCell.Figure(counts.Received), ReportCell.Figure(counts.Valid), ReportCell.Figure(counts.Rate?.TransmissionRate * 100), ReportCell.Figure(counts.Rate?.ValidRate * 100),
        ReportCell.Figure(counts.Rate?.Value * 100), ReportCell.Figure(counts.Capture * 100),
    ];

    private static string Verdict(HourCounts counts) => counts.Rate is null ? "停运" : counts.IsLow ? "不合格" : "合格";

    private static FootCell Given(decimal? share) => new(FootKind.Given, share * 100);

    private static ReportCell[] Words(params string[] texts) => [.. texts.Select(ReportCell.Words)];
}
