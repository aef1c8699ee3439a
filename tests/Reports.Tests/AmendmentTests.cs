using EcoPark.Reports.Archive;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Tests;

/// <summary>Corrections stand beside what was issued.</summary>
public sealed class AmendmentTests
{
    private static readonly Report Report = TestReports.Made(TestReports.Table()).Report;

    [Fact]
    public void A_corrected_figure_is_marked_and_what_its_column_gives_follows()
    {
        // 4 over its limit becomes 5, which is not: mean (1.125 + 3 + 5) / 3 = 3.0417; weighted by flow (11.25 + 90 + 200) / 80 = 3.765625.
        var amended = AmendedReport.Of(Report, [Read(new AmendmentForm(0, 3, 2, "5", CellKind.Figure, "比对监测结果"))]);
        var table = amended.Tables[0];
        table.Rows[3][2].Shown(table.Columns[2]).ShouldBe("5.00修");
        table.Foot[0].Cells[1]!.Shown(table, 2).ShouldBe("3.77");
        table.Foot[2].Cells[1]!.Shown(table, 2).ShouldBe("5.00");
        table.Foot[4].Cells[0]!.Shown(table, 1).ShouldBe("100"); // Another column.
        ReportText.Below(amended).ShouldContain(line => line.StartsWith("人工修正：1. 03:00 化学需氧量浓度（mg/L） 原为 4.00▲，修正为 5.00（张三，2026-11-28 12:00，比对监测结果）"));
        Report.Tables[0].Rows[3][2].Shown(table.Columns[2]).ShouldBe("4.00▲", "the original is as it was");
    }

    [Fact]
    public void A_foot_that_the_platform_has_worked_up_by_its_own_rules_stays()
    {
        var table = TestReports.Table() with { Foot = [new ReportFoot("平均值", [null, new FootCell(FootKind.Mean, 2.5m), new FootCell(FootKind.Mean, 2.5m), null])] };
        var amended = AmendedReport.Of(new Report("表") { Tables = [table] }, [Read(new AmendmentForm(0, 3, 3, "8", null, "重新核算"))]).Tables[0];
        amended.Foot[0].Cells[1]!.Shown(amended, 2).ShouldBe("2.50"); // Not the mean of its column, 2.71.
        amended.Foot[0].Cells[2]!.Shown(amended, 3).ShouldBe("3.500"); // (1 + 2 + 3 + 8) / 4: it was the mean of its column.
    }

    [Fact]
    public void The_last_correction_of_a_cell_holds_and_both_are_told()
    {
        var first = Read(new AmendmentForm(0, 0, 2, "2", null, "第一次修正"));
        var once = AmendedReport.Of(Report, [first]);
        var second = Read(new AmendmentForm(0, 0, 2, "", null, "数据作废"), once);
        var twice = AmendedReport.Of(Report, [first, second]);
        second.Before.ShouldBe("2.00修");
        twice.Tables[0].Rows[0][2].Shown(twice.Tables[0].Columns[2]).ShouldBe("（修）");
        twice.Amendments.Count.ShouldBe(2);
        // (3·30 + 4·40) / 70 = 3.5714: the emptied cell counts no more.
        twice.Tables[0].Foot[0].Cells[1]!.Shown(twice.Tables[0], 2).ShouldBe("3.57");
    }

    [Theory]
    [InlineData(0, 0, 0, "1", "改一改它", "第一格不能修正")]
    [InlineData(0, 9, 2, "1", "改一改它", "没有这个格子")]
    [InlineData(0, 0, 2, "二", "改一改它", "不是数")]
    [InlineData(0, 0, 2, "1e99", "改一改它", "不是数")]
    [InlineData(0, 0, 2, "2", "  ", "原因")]
    [InlineData(0, 0, 2, "1.125", "改一改它", "相同")]
    public void What_cannot_be_is_refused_in_words(int table, int row, int column, string value, string why, string told) =>
        new AmendmentForm(table, row, column, value, null, why).Read(Report).Problem!.Message.ShouldContain(told);

    [Fact]
    public void A_report_is_the_same_after_the_archive()
    {
        var (packed, hash) = ReportContent.Pack(Report);
        var (report, now) = ReportContent.Unpack(packed);
        now.ShouldBe(hash);
        hash.Length.ShouldBe(64);
        ReportCsv.Write(new PrintedReport(report, "甲", TestReports.MadeAt)).ShouldBe(ReportCsv.Write(new PrintedReport(Report, "甲", TestReports.MadeAt)));
    }

    [Fact]
    public void Two_issues_differ_where_a_figure_a_row_or_a_fact_does()
    {
        var table = TestReports.Table();
        var later = Report with
        {
            Facts = [new ReportFact("排污单位", "甲公司（更名）")],
            Tables = [table with { Rows = [table.Rows[0], table.Rows[1], [ReportCell.Words("02:00"), ReportCell.Figure(30), ReportCell.Figure(3.5m), ReportCell.Figure(3), ReportCell.Empty]] }],
        };
        var changes = ReportDifference.Of(Report, later);
        changes.ShouldContain(new ReportChange("表头", "排污单位", "", "甲公司", "甲公司（更名）"));
        changes.ShouldContain(new ReportChange("小时均值", "02:00", "化学需氧量浓度（mg/L）", "3.00", "3.50"));
        changes.ShouldContain(new ReportChange("小时均值", "03:00", "化学需氧量浓度（mg/L）", "4.00▲", null));
        changes.ShouldNotContain(change => change.Row == "01:00");
        ReportDifference.Of(Report, Report).ShouldBeEmpty();
    }

    private static ReportAmendment Read(AmendmentForm form, Report? report = null)
    {
        var read = form.Read(report ?? Report);
        read.IsOk.ShouldBeTrue(read.Problem?.Message);
        (read.Value!.By, read.Value.At) = ("张三", TestReports.MadeAt);
        return read.Value;
    }
}
