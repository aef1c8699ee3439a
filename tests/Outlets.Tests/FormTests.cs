using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Forms;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Reports;

namespace EcoPark.Outlets.Tests;

/// <summary>R01–R03 of hours that are known; expected figures are worked out beside each.</summary>
public sealed class FormTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly OutletFiling Boiler = new() { OxygenRule = "GB 13271-2014 燃煤锅炉 9 %" };

    [Fact]
    public void A_day_of_flue_gas_has_its_hours_marks_means_and_totals()
    {
        // 30 mg/m³ at 12 % O₂ and 36 000 m³/h, 05 h at 60, 10 h in calibration; limit 50.
        var outlet = TestOutlet.Gas(Boiler) with { Limits = [new KnownLimit(new PermitOutletId(1), TestOutlet.Sulphur, 50, "mg/m³", "GB 13271-2014", new DateOnly(2024, 1, 1), null)] };
        var readings = TestOutlet.Flagged(outlet, 24, hour => hour == 10 ? 'C' : 'N', (TestOutlet.Sulphur, hour => hour == 5 ? 60 : hour == 10 ? 3 : 30), ("a19001", _ => 12), ("a00000", _ => 36_000));
        var report = GasForm.Of(Period(outlet, readings, First), ReportSpan.Day, "日报", "甲公司");
        var table = report.Tables[0];
        table.Columns.Select(column => column.Group + column.Heading + column.Unit).ShouldBe(
            ["时间", "a21026实测mg/m³", "a21026折算mg/m³", "a21026排放量kg/h", "标干流量m³/h", "氧含量%", "烟温℃", "含湿量%", "静压Pa", "负荷%", "备注（标记）"]);
        Line(table, 0).ShouldBe("00:00|30.00|40.00|1.0800|36000|12.00|—|—|—||"); // 30 · (21 − 9)/(21 − 12); 30 · 36 000 · 10⁻⁶
        Line(table, 5).ShouldBe("05:00|60.00|80.00▲|2.1600|36000|12.00|—|—|—||");
        Line(table, 10).ShouldBe("10:00|(3.00)|—|—|—|—|—|—|—||C");
        // (22 · 30 + 60)/23; (22 · 40 + 80)/23; (22 · 1.08 + 2.16)/23; 25.92 kg; 23 · 36 000 = 82.8 · 10⁴ m³.
        Feet(table).ShouldBe(
        [
            "平均值|31.30|41.74|1.1270|36000|12.00|—|—|—||", "最大值|60.00|80.00|2.1600|36000|||||", "最小值|30.00|40.00|1.0800|36000|||||", "样本数|23|23|23|23|||||",
            "日排放总量（污染物 t，烟气 10⁴m³）|||0.0259|82.800||||||",
        ], Same);
        table.Foot[4].Cells[2]!.Figure(table, 3).ShouldBe((0.02592m, true));
        report.Gaps.ShouldContain("a21026应有 24 小时，实收 24，有效 23，捕集率 95.8 %", Same);
        report.Gaps.ShouldContain("a21026有 1 小时的排放量未知，总量偏低");
        report.Tables.Select(one => one.Title).ShouldBe(["小时均值", "数据有效性", "缺失与标记时段"]);
        Line(report.Tables[2], 0).ShouldBe("a21026|校准|2026-03-01 10:00|2026-03-01 11:00|1|校准");
        report.Facts.ShouldContain(new ReportFact("许可限值", "a21026 50 mg/m³"));
    }

    /// <summary>12 h of 20 mg/L at 36 m³/h and 12 h of 60 mg/L at 72 m³/h: (20 · 36 + 60 · 72)/108 = 46.67, not 40; 12 · 0.72 + 12 · 4.32 = 60.48 kg.</summary>
    [Fact]
    public void A_day_of_waste_water_is_weighted_by_its_flow()
    {
        var outlet = TestOutlet.Water();
        var report = WaterForm.Of(Period(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 12 ? 20 : 60), ("w00000", hour => hour < 12 ? 10 : 20)), First), ReportSpan.Day, "日报", "甲公司");
        var table = report.Tables[0];
        Line(table, 0).ShouldBe("00:00|36.00|20.00|0.720|—|");
        Feet(table).ShouldBe(["平均值（流量加权）||46.67||||", "最大值|72.00|60.00|4.320|—|", "最小值|36.00|20.00|0.720|—|", "有效数||24|||", "日排放总量（污染物 kg，废水 m³）|1296.00||60.480||", "有效率（%）||100.0|||"], Same);
        table.Foot[0].Cells[1]!.Figure(table, 2).IsFormula.ShouldBeTrue();
        report.Gaps.ShouldBe(["应收数据全部收到且有效"]);
    }

    /// <summary>Four hours are missing, and the mean of the others stands for them: 20 · 0.72 = 14.4 kg were measured, 4 · 36 m³ · 20 g/m³ = 2.88 kg are added.</summary>
    [Fact]
    public void A_mass_that_is_more_than_that_of_its_hours_is_no_formula_and_is_told()
    {
        var outlet = TestOutlet.Water();
        var report = WaterForm.Of(Period(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 20 ? 20 : null), ("w00000", _ => 10)), First), ReportSpan.Day, "日报", "甲公司");
        var (value, isFormula) = report.Tables[0].Foot[4].Cells[2]!.Figure(report.Tables[0], 3);
        (Math.Round(value!.Value, 6), isFormula).ShouldBe((17.28m, false));
        report.Gaps.ShouldContain("a21026日排放量中 2.88 kg 由日均值、手工监测或替代值补足，小时之和为 14.40 kg".Replace("a21026", TestOutlet.Cod, StringComparison.Ordinal));
    }

    /// <summary>Three days at 30, 60 and 90 mg/m³; the second has ten valid hours, twenty are asked for. Mean of the valid days 60; 25.92 + 21.6 + 77.76 kg.</summary>
    [Fact]
    public void A_month_leaves_out_days_that_are_not_valid_and_sums_them_all()
    {
        var outlet = TestOutlet.Gas(Boiler);
        var readings = TestOutlet.Flagged(outlet, 72, hour => hour is >= 24 and < 38 ? 'M' : 'N', (TestOutlet.Sulphur, hour => 30 * ((hour / 24) + 1)), ("a19001", _ => 12), ("a00000", _ => 36_000));
        var report = GasForm.Of(Period(outlet, readings, First, First.AddDays(30)), ReportSpan.Month, "月报", "甲公司");
        var table = report.Tables[0];
        table.Rows.Count.ShouldBe(3);
        Line(table, 0).ShouldBe("03-01|30.00|40.00|25.920|86.400|12.00|—|—|—||");
        Line(table, 1).ShouldBe("03-02|(60.00)|(80.00)|21.600|36.000|12.00|—|—|—||a21026有效 10 h");
        Feet(table)[0].ShouldBe("平均值|60.00|80.00|41.760|69.600|12.00|—|—|—||");
        Feet(table)[3].ShouldBe("样本数|2|2|3|3||||||");
        Feet(table)[4].ShouldBe("月排放总量（污染物 t，烟气 10⁴m³）|||0.1253|208.800||||||");
        report.Gaps[0].ShouldStartWith("统计到 2026-03-04 00:00");
        // The year: three days make no valid month, so the mean stands in brackets.
        var year = GasForm.Of(Period(outlet, readings, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), ReportSpan.Year, "年报", "甲公司").Tables[0];
        Line(year, 0).ShouldBe("3 月|(60.00)|(80.00)|0.1253|208.800|12.00|—|—|—||a21026 1 天无效");
    }

    [Fact]
    public void More_pollutants_than_stand_abreast_go_on_in_tables_behind()
    {
        var outlet = TestOutlet.Gas(Boiler, (TestOutlet.Sulphur, "mg/m³"), ("a21002", "mg/m³"), ("a21005", "mg/m³"), ("a34013", "mg/m³"), ("a19001", "%"), ("a00000", "m³/h"));
        var report = GasForm.Of(Period(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Sulphur, _ => 30), ("a00000", _ => 36_000)), First), ReportSpan.Day, "日报", "甲公司");
        report.Tables.Take(2).Select(table => (table.Title, string.Join(' ', table.Columns.Select(column => column.Group).Distinct()).Trim())).ShouldBe([("小时均值（1）", "a34013 a21026 a21002"), ("小时均值（2）", "a21005")]);
    }

    private static OutletPeriod Period(Outlet outlet, HourlyReadings readings, DateOnly first, DateOnly? last = null)
    {
        var hours = HourBuilder.Build(outlet, readings, TestOutlet.Quiet);
        return OutletPeriodReader.Of(outlet, first, last ?? first, new WorkedUp(hours, DayBuilder.Build(hours, TestOutlet.Quiet, []), TestOutlet.Quiet));
    }

    private static string Line(ReportTable table, int row) => string.Join('|', table.Rows[row].Select((cell, at) => cell.Shown(table.Columns[at])));

    private static List<string> Feet(ReportTable table) => [.. table.Foot.Select(foot => string.Join('|', foot.Cells.Select((cell, at) => cell?.Shown(table, at + 1) ?? "").Prepend(foot.Label)))];

    /// <summary>Spaces before a per cent sign are the culture's, and empty ends are nobody's.</summary>
    private static readonly IEqualityComparer<string> Same = EqualityComparer<string>.Create((one, other) => Plain(one) == Plain(other), text => Plain(text).GetHashCode(StringComparison.Ordinal));

    private static string Plain(string? text) => (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('|');
}
