using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Forms;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using Exceedance = EcoPark.Modules.Outlets.Periods.Exceedance;

namespace EcoPark.Outlets.Tests;

/// <summary>R05 to R08; expected figures are worked out beside each.</summary>
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

    /// <summary>240 due, 228 received, 216 valid: 12 missing, 12 not valid. An hour in calibration and three that did not come; stopped hours are no gap.</summary>
    [Fact]
    public void What_is_missing_or_not_valid_is_listed_by_stretch_and_reason_beside_the_alarms()
    {
        var outlet = Outlet(1, "甲");
        var readings = TestOutlet.Flagged(outlet, 48, hour => hour == 10 ? 'C' : 'N', (TestOutlet.Sulphur, hour => hour is >= 20 and < 23 ? null : 10), ("a00000", _ => 100_000));
        var stretches = Period(outlet, readings, 0.95m).Marks.Select(mark => (outlet, mark)).ToList();
        var alarm = new Alarm
        {
            Cause = "offline",
            What = "断线",
            Text = "没有连接",
            Enterprise = "甲公司",
            Mn = "MN1",
            FirstAt = TestOutlet.Start,
            EndedAt = TestOutlet.Start.AddMinutes(90),
            Reason = "停电",
            Measures = "已恢复",
        };
        var report = GapForm.Of(Request, [outlet, Outlet(2, "乙")], [new FactorCounts(new PointId(1), TestOutlet.Sulphur, new(240, 0, 228, 216)), new FactorCounts(new PointId(1), "a19001", new(240, 0, 240, 240))], stretches, [alarm]);
        Lines(report.Tables[0]).ShouldBe(["甲公司|甲|a21026|240|12|12|95.0|90.0|85.5"]);
        Lines(report.Tables[1]).ShouldBe(["甲公司|甲|a21026|校准|2026-03-01 10:00|2026-03-01 11:00|1|校准", "甲公司|甲|a21026|缺失|2026-03-01 20:00|2026-03-01 23:00|3|没有数据"]);
        Lines(report.Tables[2]).ShouldBe(["甲公司|数采仪 MN1|断线|2026-03-01 00:00|2026-03-01 01:30|1.5|没有连接|停电：已恢复"]);
        GapForm.Of(Request, [outlet], [], [], []).Gaps.ShouldBe(["应收数据全部收到且有效"]);
    }

    /// <summary>Ten hours of 3 kg, the highest mass before them. 2 160 hours, 160 stopped: 1 500 of 2 000 are 75.0 %, 1 480 are 74.0 %.</summary>
    [Fact]
    public void A_quarter_tells_the_capture_rate_and_every_replaced_stretch()
    {
        var (outlet, other, water) = (Outlet(1, "甲"), Outlet(2, "乙"), Water());
        var readings = TestOutlet.Hours(outlet, 48, (TestOutlet.Sulphur, hour => hour is >= 20 and < 30 ? null : hour == 5 ? 30 : 10), ("a00000", _ => 100_000));
        var quarter = Request with { Period = ReportPeriod.Of(ReportSpan.Quarter, new DateOnly(2026, 3, 5)) };
        var report = CaptureForm.Of(
            quarter, [outlet, other, water], [Counts(1, 1_500), Counts(2, 1_480), Counts(3, 1_480)], [.. Replacement.Of(Period(outlet, readings, 0.95m)).Concat(Replacement.Of(Period(outlet, readings, 0.74m))).Select(one => (outlet, one))]);
        Lines(report.Tables[0]).ShouldBe(["甲公司|甲|a21026|2160|160|500|1500|75.0|合格", "甲公司|乙|a21026|2160|160|520|1480|74.0|不合格", "甲公司|丙|w01018|2160|160|520|1480|74.0|不适用"]);
        var stretches = Lines(report.Tables[1]);
        stretches[0].ShouldStartWith("甲公司|甲|a21026|2026-03-01 20:00|2026-03-02 06:00|10|没有数据|按规则替代|HJ 75-2017：取失效前 180 个有效小时排放量的最大值");
        stretches[0].ShouldEndWith("|30.000");
        // Below 75 per cent nothing may be replaced: the mass is unknown and said to be so.
        stretches[1].ShouldContain("|10|没有数据|未替代|HJ 75-2017：季度有效数据捕集率小于 75 %");
        stretches[1].ShouldEndWith("|—");

        FactorCounts Counts(int point, int valid) => new(new PointId(point), point == 3 ? TestOutlet.Cod : TestOutlet.Sulphur, new(2_160, 160, 1_900, valid));
    }

    /// <summary>Days at 40 and 60 mg/L with 36 m³/h; twelve hours of the third are missing: the mean of the two days before, 43.2 kg, stands for it.</summary>
    [Fact]
    public void Waste_water_is_replaced_by_days()
    {
        var outlet = Water();
        var control = TestOutlet.Control(false, TestOutlet.Check(CheckJudge.Solution, TestOutlet.Start, 100, factor: TestOutlet.Cod));
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 72, (TestOutlet.Cod, hour => hour < 24 ? 40 : hour < 60 ? 60 : null), ("w00000", _ => 10)), control);
        var period = OutletPeriodReader.Of(outlet, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 3), new WorkedUp(hours, DayBuilder.Build(hours, control, []), control));
        var one = Replacement.Of(period).ShouldHaveSingleItem();
        (one.From, one.Hours, one.Why, one.How, Math.Round(one.Kilograms!.Value, 6)).ShouldBe((TestOutlet.Start.AddDays(2), 24, "应有 24 小时，有效 12 小时", "按规则替代", 43.2m));
        one.Rule.ShouldNotBeEmpty();
    }

    /// <summary>March: 190 kg SO₂ / 0.95 = 200. April: 95 kg are 100. 80 kg NH₃-N at the other outlet are 100, 12 hours of it unknown; total nitrogen is in no table.</summary>
    [Fact]
    public void Masses_of_each_month_become_equivalents_and_what_is_not_in_the_table_is_told()
    {
        var gas = Outlet(1, "甲");
        var water = TestOutlet.Of(PointKind.WasteWater, null, [("w21003", "mg/L"), ("w21001", "mg/L"), ("w00000", "L/s")]);
        (water.Point.Id, water.Point.Name, water.Point.Enterprise) = (2, "乙", "甲公司");
        var report = TaxForm.Of(Request with { Period = ReportPeriod.Of(ReportSpan.Year, new DateOnly(2026, 3, 5)) }, [gas, water],
            [Row(1, TestOutlet.Sulphur, 3, 190), Row(1, TestOutlet.Sulphur, 4, 95), Row(2, "w21003", 3, 80, missing: 12), Row(2, "w21001", 3, 7)]);
        Lines(report.Tables[0]).ShouldBe(["甲公司|2026-03|200.00|0.00|100.00", "甲公司|2026-04|100.00|0.00|0.00"]);
        Lines(report.Tables[1]).ShouldBe(
            ["2026-03|甲公司|甲|大气|二氧化硫|190.000|0.95|200.00|第 1 项", "2026-04|甲公司|甲|大气|二氧化硫|95.000|0.95|100.00|第 1 项", "2026-03|甲公司|乙|其他类水|氨氮|80.000|0.8|100.00|第 1 项"]);
        report.Gaps.ShouldContain("甲公司 乙 w21003有 12 小时的排放量未知，当量数偏低");
        report.Gaps.ShouldContain("当量值表中没有、未列入的污染物：w21001");

        static EmissionRow Row(int point, string factor, int month, double kilograms, int missing = 0) => new(new PointId(point), factor, new DateOnly(2026, month, 1), kilograms, 0, 0, missing, null, 0, 0);
    }

    private static OutletPeriod Period(Outlet outlet, HourlyReadings readings, decimal captureRate)
    {
        var hours = HourBuilder.Build(outlet, readings, TestOutlet.Quiet);
        GasGaps.Fill(hours, GasGaps.Find(hours, TestOutlet.Quiet, (_, _) => captureRate), null);
        return OutletPeriodReader.Of(outlet, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2), new WorkedUp(hours, DayBuilder.Build(hours, TestOutlet.Quiet, []), TestOutlet.Quiet));
    }

    private static Outlet Water()
    {
        var outlet = TestOutlet.Water();
        (outlet.Point.Id, outlet.Point.Name, outlet.Point.Enterprise) = (3, "丙", "甲公司");
        return outlet;
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
