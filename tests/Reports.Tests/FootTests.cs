namespace EcoPark.Reports.Tests;

/// <summary>Figures of <see cref="TestReports.Table"/>, worked out by hand there.</summary>
public sealed class FootTests
{
    [Fact]
    public void Figures_below_a_column_leave_out_what_is_not_valid_and_are_rounded_by_the_standard()
    {
        var table = TestReports.Table();
        table.Foot.Select(foot => string.Join(' ', foot.Cells.Select((cell, at) => cell?.Shown(table, at + 1) ?? "-")))
            .ShouldBe(["25 3.27 2.500 -", "4 3 4 -", "40 4.00 4.000 -", "10 1.12 1.000 -", "100 - 0.0100 -"]);
        table.Rows.Select(row => row[2].Shown(table.Columns[2])).ShouldBe(["1.12", "(9.00)", "3.00", "4.00▲"]); // 1.125 → 1.12, 四舍六入五成双
        table.Rows[1][3].Shown(table.Columns[3]).ShouldBe("2.000代");
    }

    [Fact]
    public void What_the_platform_has_worked_up_stands_there_and_is_a_formula_only_where_the_column_gives_the_same()
    {
        var table = TestReports.Table();
        new FootCell(FootKind.Mean, 2.7083333333333333m).Figure(table, 2).ShouldBe((2.7083333333333333m, true)); // (1.125 + 3 + 4) / 3
        new FootCell(FootKind.Sum, 12).Figure(table, 3).ShouldBe((12, false)); // the hours give 10
        new FootCell(FootKind.Given, 97.5m).Figure(table, 3).ShouldBe((97.5m, false));
    }

    [Fact]
    public void A_column_without_figures_has_no_mean()
    {
        var table = new ReportTable("空", [new("时间"), new("浓度", Decimals: 2)], [[ReportCell.Words("00:00"), ReportCell.Figure(null)]]);
        new FootCell(FootKind.Mean).Shown(table, 1).ShouldBe("—");
        new FootCell(FootKind.Count).Shown(table, 1).ShouldBe("0");
        table.Rows[0][1].Shown(table.Columns[1]).ShouldBe("—");
    }
}
