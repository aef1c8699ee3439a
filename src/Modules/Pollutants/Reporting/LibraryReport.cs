using System.Globalization;
using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Pollutants.Reporting;

/// <summary>The list of a year as the park issues it: three lists by element, who emits what, and what is missing.</summary>
internal static class LibraryReport
{
    public const string Key = "pollutant-library";

    private const string Title = "特征污染物名录";

    public static void Add(IServiceCollection services) => services.AddSingleton(new ReportType(Key, Title, Chapter.Title, PollutantPermissions.View, Make)
    {
        Purpose = "一年的园区特征污染物名录：分要素的污染物、入库特征、排放量、管控标准和限值、排放企业及浓度。",
        Spans = [ReportSpan.Year],
    });

    private static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken token)
    {
        var library = await services.GetRequiredService<PollutantReader>().Read(request.Period!.First.Year, null, token).ConfigureAwait(false);
        return library.Rows.Count == 0 ? new Problem("no-data", $"{request.Period.Title}名录里没有特征污染物。", "period") : Of(library);
    }

    internal static Report Of(PollutantLibrary library)
    {
        var park = ParkList.Of(library.Rows);
        return new(Title)
        {
            Facts =
            [
                new("名录年度", $"{library.Year} 年"), new("涉及企业", Text(library.Rows.Select(row => row.Entry.EnterpriseId).Distinct().Count())),
                .. Elements.All.Select(element => new ReportFact(element, $"{park.Count(one => one.Element == element)} 种")),
                new("建议入库", Text(library.Unlisted.Count)),
            ],
            Tables = [.. Elements.All.Where(element => park.Any(one => one.Element == element)).Select(element => List(element, [.. park.Where(one => one.Element == element)])), Enterprises(library)],
            Gaps = [.. Gaps(library)],
            Basis = ["排放量和浓度：自动监测日数据和手工监测结果，没有监测的取企业年度申报；同一排口以自动监测为准；年均浓度为有效日均值（手工为各样品，未检出按检出限一半）的平均，多个排口取最高", "限值：排污许可证中最严的一个，没有的取名录填报的管控标准", TaxEquivalents.Table.Shown],
            Signatures = ["编制", "审核", "负责人", "日期"],
        };
    }

    private static ReportTable List(string element, IReadOnlyList<ParkPollutant> pollutants) => new(
        $"{element}特征污染物", [new("编码"), new("污染物"), new("筛选特征"), new("国家名录"), new("年排放量", Unit: "kg", Decimals: 4), new("占比", Unit: "%", Decimals: 1), new("最高年均浓度", Unit: Elements.UnitOf(element), Decimals: 4), new("管控限值（标准）"), new("排放企业")],
        [.. pollutants.Select(one => (IReadOnlyList<ReportCell>)[
            W(one.Code), W(one.Name), W(string.Join("、", one.Features)), W(string.Join("、", one.Lists.Select(Pages.ListWords.Of))), F(one.Kilograms), F(one.Share * 100), F(one.Highest), W(one.Strictest), W(string.Join("、", one.Rows.Select(row => row.Enterprise).Distinct()))])]);

    private static ReportTable Enterprises(PollutantLibrary library) => new(
        "各企业排放", [new("企业"), new("要素"), new("污染物"), new("年均浓度", Decimals: 4), new("单位"), new("年排放量", Unit: "kg", Decimals: 4), new("上年排放量", Unit: "kg", Decimals: 4), new("限值"), new("标准"), new("数据依据"), new("缺项")],
        [.. library.Rows.Select(row => (IReadOnlyList<ReportCell>)[
            W(row.Enterprise), W(row.Entry.Element), W(row.Entry.Name), F(row.Now.Concentration), W(Elements.UnitOf(row.Entry.Element)), F(row.Now.Kilograms), F(row.Before.Kilograms),
            W(row.Limit is null ? "" : $"{PollutantWords.Worked(row.Limit.Value)} {row.Limit.Unit}"), W(row.Limit?.Standard ?? ""), W(row.Now.Basis), W(row.Now.Gap)])]);

    private static IEnumerable<string> Gaps(PollutantLibrary library)
    {
        foreach (var of in LibraryGaps.Of(library).GroupBy(gap => gap.Kind))
            yield return $"{of.Key} {of.Count()} 项。";
        if (library.NotSeen.Count > 0)
            yield return $"没有计入：{string.Join("、", library.NotSeen)}（编制人的角色不能查看）。";
        if (library.LeftOut > 0)
            yield return $"名录过大，另有 {library.LeftOut} 条没有计入。";
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static ReportCell F(double? value) => ReportCell.Figure((decimal?)value);

    private static ReportCell W(string words) => ReportCell.Words(words);
}
