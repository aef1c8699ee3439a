using EcoPark.Reports.Files;

namespace EcoPark.Reports.Tests;

public sealed class PdfTests
{
    [Fact]
    public void Every_page_has_the_head_and_its_number_and_no_row_is_lost()
    {
        var pages = PdfText.Pages(ReportPdf.Write(TestReports.Made(TestReports.Table(repeats: 40))).Value!);
        pages.Count.ShouldBeGreaterThan(3);
        for (var at = 0; at < pages.Count; at++)
        {
            pages[at].ShouldContain($"第 {at + 1} 页 共 {pages.Count} 页");
            pages[at].ShouldContain("化学需氧量\n");
            pages[at].ShouldNotContain("\uFFFD", Case.Sensitive, "a glyph that nobody could copy");
        }

        string.Concat(pages).Split('\n').Count(line => line == "4.00▲").ShouldBe(40);
        pages[0].ShouldStartWith("测试日报表\n");
        pages[^1].ShouldContain("依据：GB/T 8170-2008。");
        pages[^1].ShouldContain("负责人：________________");
        pages[^1].ShouldContain("生成时间 2026-11-28 12:00");
    }

    [Fact]
    public void A_table_too_wide_for_the_paper_keeps_all_its_columns()
    {
        var columns = Enumerable.Range(0, 40).Select(at => new ReportColumn($"第{at}列", Decimals: 2)).ToList();
        var table = new ReportTable("宽表", columns, [[.. columns.Select((_, at) => ReportCell.Figure(1_000 + at))]]);
        var pages = PdfText.Pages(ReportPdf.Write(TestReports.Made(table)).Value!);
        pages.ShouldHaveSingleItem().ShouldContain("1039.00");
        pages[0].ShouldContain("第39列");
    }
}
