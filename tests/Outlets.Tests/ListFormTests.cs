using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Forms;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Reports;
using EcoPark.Standards;
using Exceedance = EcoPark.Modules.Outlets.Periods.Exceedance;

namespace EcoPark.Outlets.Tests;

/// <summary>R05 and R07; expected figures are worked out beside each.</summary>
public sealed class ListFormTests
{
    private static readonly ReportRequest Request = new(new ReportSubject("park", "全园区"), ReportPeriod.Of(ReportSpan.Month, new DateOnly(2026, 3, 5)));

    /// <summary>Two outlets: 240 due, 228 received, 216 valid: 0.95 · 0.9 = 85.5 %; 100 due after 20 stopped, all there. Together 340, 328, 316: 328/340 · 316/340 = 89.66 %.</summary>
    [Fact]
    public void Rates_are_of_outlets_enterprises_and_all()
    {
        var (one, other, silent) = (Outlet(1, "甲"), Outlet(2, "乙"), Outlet(3, "丙"));
        var report = TransmissionForm.Of(Request, [one, other, silent], new Dictionary<int, HourCounts> { [1] = new(240, 0, 228, 216), [2] = new(120, 20, 100, 100) });
        Lines(report.Tables[0]).ShouldBe(["甲公司|甲|240|0|228|216|95.0|90.0|85.5|90.0|不合格", "甲公司|乙|100|20|100|100|100.0|100.0|100.0|100.0|合格"]);
        Foot(report.Tables[0]).ShouldBe("合计||340|20|328|316|96.5|92.9|89.7|92.9|");
        Lines(report.Tables[1]).ShouldBe(["甲公司|340|20|328|316|96.5|92.9|89.7|92.9|不合格"]);
        report.Gaps.ShouldBe(["没有日数据、未列入的排口：甲公司 丙"]);
    }

    /// <summary>80 and 60 against 50: 0.6 and 0.2 times over.</summary>
    [Fact]
    public void Exceedances_are_listed_in_order_of_time_and_summed_up()
    {
        var outlet = Outlet(1, "甲");
        Exceedance Over(int hour, int hours, double value, decimal multiple) => new(outlet.Channels[0], false, TestOutlet.Start.AddHours(hour), TestOutlet.Start.AddHours(hour + hours), hours, value, Failed(multiple));
        var report = ExceedanceForm.Of(Request, 2, [(outlet, Over(30, 2, 60, 0.2m)), (outlet, Over(5, 1, 80, 0.6m))], one => one.Hours == 2 ? "脱硫泵跳停" : "");
        Lines(report.Tables[0]).ShouldBe(["甲公司|甲|a21026|2|3|0|0.60"]);
        Lines(report.Tables[1]).Select(line => line.Split('|')).Select(cells => string.Join('|', cells[3], cells[4], cells[5], cells[6], cells[7], cells[9], cells[11])).ShouldBe(
            ["2026-03-01 05:00|2026-03-01 06:00|1|小时值|80.00 mg/m³|0.60|", "2026-03-02 06:00|2026-03-02 08:00|2|小时值|60.00 mg/m³|0.20|脱硫泵跳停"]);
        report.Facts.ShouldContain(new ReportFact("超标时段", "2 段"));
        ExceedanceForm.Of(Request, 2, [], _ => "").Gaps[0].ShouldStartWith("时段内没有超过许可限值");
    }

    private static Outlet Outlet(int id, string name)
    {
        var outlet = TestOutlet.Gas();
        outlet.Point.Id = id;
        outlet.Point.Name = name;
        outlet.Point.Enterprise = "甲公司";
        return outlet;
    }

    private static Verdict Failed(decimal multiple) => new() { Outcome = LimitOutcome.Fail, ExceedanceMultiple = multiple };

    private static List<string> Lines(ReportTable table) => [.. table.Rows.Select(row => string.Join('|', row.Select((cell, at) => cell.Shown(table.Columns[at]))))];

    private static string Foot(ReportTable table) => string.Join('|', table.Foot[0].Cells.Select((cell, at) => cell?.Shown(table, at + 1) ?? "").Prepend(table.Foot[0].Label));
}
