using System.Globalization;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>环境保护税污染当量 (R14): masses of each month as equivalents, which of an outlet's are taxed, and the sums that a declaration takes. Declared by quarters, computed by months (第十八条).</summary>
internal static class TaxForm
{
    public static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await OutletLists.Of(services, request, cancellationToken).ConfigureAwait(false);
        if (!outlets.IsOk)
            return outlets.Problem;
        var months = await services.GetRequiredService<EmissionReader>().Months([.. outlets.Value.Select(outlet => outlet.Id)], request.Period!.First, request.Period.Last, cancellationToken).ConfigureAwait(false);
        return OutletLists.Told(services, request, Of(request, outlets.Value, months));
    }

    /// <summary>Pure.</summary>
    internal static Report Of(ReportRequest request, IReadOnlyList<Outlet> outlets, IReadOnlyList<EmissionRow> months)
    {
        var lines = (from outlet in outlets from month in months.Where(row => row.Point == outlet.Id).GroupBy(row => row.First).OrderBy(month => month.Key) from line in Lines(outlet, month.Key, [.. month]) select line).ToList();
        return new Report("环境保护税污染当量统计表")
        {
            Facts = OutletLists.Facts(request),
            Tables = [Sums(lines), Table(lines)],
            Gaps = [.. Gaps(outlets, months), "没有计算税额：每污染当量的税额由省级规定，减征（第十三条）由税务机关核定", "向污水集中处理场所排放的不是直接排放，不缴环境保护税（第四条），请核对排放去向"],
            Basis =
            [
                TaxEquivalents.Table.Shown, TaxEquivalents.Choice.Shown, .. Recalled(lines), "颗粒物：按基准氧折算的（燃烧）作烟尘，其余作一般性粉尘", "排放量按自动监测，含按规则替代和手工监测的排放量", "数值按 GB/T 8170-2008 修约",
            ],
            Signatures = FormHead.Signatures,
        };
    }

    private static IEnumerable<Line> Lines(Outlet outlet, DateOnly month, IReadOnlyList<EmissionRow> rows) =>
        TaxEquivalents.Rank(from row in rows
                            where outlet.Emits(row.Factor) && row.Kilograms is not null
                            let equivalent = TaxEquivalents.Find(row.Factor, outlet.Oxygen is not null)
                            where equivalent is not null
                            select new TaxedMass(equivalent, Rounding.Figure(row.Kilograms)!.Value))
            .Select(one => new Line(outlet, month, one.Mass, one.Rank));

    private static ReportTable Table(IReadOnlyList<Line> lines) => new("污染当量",
        [new("月份"), new("企业"), new("排口"), new("类别"), new("污染物"), new("排放量", Unit: "kg", Decimals: 3), new("当量值", Unit: "kg"), new("污染当量数", Decimals: 2), new("计征")],
        [
            .. lines.Select(line => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(Month(line.Month)), ReportCell.Words(line.Outlet.Enterprise), ReportCell.Words(line.Outlet.Name), ReportCell.Words(Words(line.Mass.Equivalent.Class)), ReportCell.Words(line.Mass.Equivalent.Name), ReportCell.Figure(line.Mass.Kilograms),
                ReportCell.Words(line.Mass.Equivalent.Kilograms.ToString("0.##########", CultureInfo.InvariantCulture)), ReportCell.Figure(line.Mass.Equivalents), ReportCell.Words(line.Rank is { } rank ? $"第 {rank} 项" : "不计"),
            ]),
        ]);

    private static ReportTable Sums(IReadOnlyList<Line> lines) => new("计征的污染当量数",
        [new("企业"), new("月份"), new("大气污染物", Decimals: 2), new("第一类水污染物", Decimals: 2), new("其他类水污染物", Decimals: 2)],
        [
            .. lines.GroupBy(line => (line.Outlet.Enterprise, line.Month)).Select(same => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(same.Key.Enterprise), ReportCell.Words(Month(same.Key.Month)), Taxed(same, TaxClass.Air), Taxed(same, TaxClass.WaterFirst), Taxed(same, TaxClass.WaterOther),
            ]),
        ])
    {
        Foot = [new("合计", [null, new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Sum)])],
    };

    private static ReportCell Taxed(IEnumerable<Line> lines, TaxClass kind) => ReportCell.Figure(lines.Where(line => line.Rank is not null && line.Mass.Equivalent.Class == kind).Sum(line => line.Mass.Equivalents));

    private static IEnumerable<string> Gaps(IReadOnlyList<Outlet> outlets, IReadOnlyList<EmissionRow> months)
    {
        var rows = (from outlet in outlets from row in months where row.Point == outlet.Id && outlet.Emits(row.Factor) select (Outlet: outlet, Row: row)).ToList();
        foreach (var missing in rows.Where(one => one.Row.Missing > 0).GroupBy(one => (one.Outlet, one.Row.Factor)))
            yield return $"{Name(missing.Key.Outlet)} {missing.Key.Outlet.Channel(missing.Key.Factor)?.Name}有 {missing.Sum(one => one.Row.Missing)} 小时的排放量未知，当量数偏低";
        var without = rows.Where(one => TaxEquivalents.Find(one.Row.Factor, false) is null).Select(one => one.Outlet.Channel(one.Row.Factor)?.Name ?? one.Row.Factor).Distinct().ToList();
        if (without.Count > 0)
            yield return $"当量值表中没有、未列入的污染物：{string.Join("、", without)}";
    }

    private static IEnumerable<string> Recalled(IReadOnlyList<Line> lines)
    {
        var names = lines.Select(line => line.Mass.Equivalent).Where(one => one.Confidence == Confidence.Recalled).Select(one => one.Name).Distinct().ToList();
        return names.Count == 0 ? [] : [$"当量值待核对：{string.Join("、", names)}"];
    }

    private static string Name(Outlet outlet) => $"{outlet.Enterprise} {outlet.Name}".Trim();

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Words(TaxClass kind) => kind switch { TaxClass.Air => "大气", TaxClass.WaterFirst => "第一类水", _ => "其他类水" };

    private sealed record Line(Outlet Outlet, DateOnly Month, TaxedMass Mass, int? Rank);
}
