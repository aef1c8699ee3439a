using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reporting;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Reports;

namespace EcoPark.Manual.Tests;

/// <summary>Days, emissions, alarms and the report, worked by hand.</summary>
public sealed class FigureTests
{
    [Fact]
    public void A_day_of_waste_water_is_judged_by_its_mean_and_other_days_by_their_worst_sample()
    {
        // (480 + 530 + 460) / 3 = 490 of 500; the sample of 530 alone is over.
        var water = Sample.Series(PointKinds.WasteWater, Sample.Cod, "mg/L", Sample.Value("2026-03-02 08:00", 480, limit: 500), Sample.Value("2026-03-02 12:00", 530, limit: 500, verdict: "超标"), Sample.Value("2026-03-02 16:00", 460, limit: 500)).Days(CensorRule.Half);
        (water[0].Verdict, water[0].Mean, water[0].TimesOver).ShouldBe(("达标", 490.0, null));
        var gas = Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", Sample.Value("2026-03-02 08:00", 20, limit: 60), Sample.Value("2026-03-02 12:00", 90, limit: 60, verdict: "超标")).Days(CensorRule.Half)[0];
        (gas.Verdict, gas.TimesOver).ShouldBe(("超标", 0.5));
        // A pH below its lower limit is over, and has no multiple.
        Sample.Series(PointKinds.WasteWater, "w01001", "无量纲", Sample.Value("2026-03-02 08:00", 5, limit: 9) with { Verdict = "超标" }).Days(CensorRule.Half)[0].ShouldSatisfyAllConditions(day => day.Verdict.ShouldBe("超标"), day => day.TimesOver.ShouldBeNull());
        // Half past midnight in the park is the next day.
        Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", Sample.Value("2026-03-02 23:30", 1), Sample.Value("2026-03-03 00:30", 1)).Days(CensorRule.Half).Count.ShouldBe(2);
    }

    [Fact]
    public void Samples_below_detection_count_by_half_in_the_mean_that_is_judged()
    {
        // (<20 → 10 + 80) / 2 = 45 of 50, whatever the rule of the picture says.
        var day = Sample.Series(PointKinds.WasteWater, Sample.Cod, "mg/L", Sample.Value("2026-03-02 08:00", 20, isBelow: true, limit: 50), Sample.Value("2026-03-02 12:00", 80, limit: 50, verdict: "超标")).Days(CensorRule.Limit)[0];
        (day.Verdict, day.Mean, day.Below).ShouldBe(("达标", 50.0, 1));
    }

    [Fact]
    public void Gas_is_the_mean_rate_by_hours_and_water_the_mean_by_volume()
    {
        // 20 mg/m³ × 10000 m³/h = 0.2 kg/h, 40 × 10000 = 0.4: mean 0.3 × 1000 h = 300 kg.
        var gas = Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", Sample.Value("2026-01-10 08:00", 20, flow: 10_000), Sample.Value("2026-02-10 08:00", 40, flow: 10_000), Sample.Value("2026-02-11 08:00", 40));
        var made = EmissionFigures.Of(gas, [Month(1, 600, null), Month(2, 400, null)], CensorRule.Half)!;
        made.Kilograms!.Value.ShouldBe(300, 1e-9);
        (made.Equation, made.Gap).ShouldBe(("0.3 kg/h × 1000 h", "1 个结果没有风量，未计入"));
        EmissionFigures.Of(gas, [], CensorRule.Half)!.ShouldSatisfyAllConditions(one => one.Kilograms.ShouldBeNull(), one => one.Gap.ShouldBe("没有登记排放小时数"));

        // <4 counts 2: (2 + 30) / 2 = 16 mg/L × 5000 m³ = 80 kg.
        var water = Sample.Series(PointKinds.WasteWater, Sample.Cod, "mg/L", Sample.Value("2026-01-10 08:00", 4, isBelow: true), Sample.Value("2026-02-10 08:00", 30));
        EmissionFigures.Of(water, [Month(1, null, 3_000), Month(2, null, 2_000)], CensorRule.Half)!.Kilograms!.Value.ShouldBe(80, 1e-9);
        EmissionFigures.Of(water, [Month(1, null, 3_000), Month(2, 100, null)], CensorRule.Half)!.Gap.ShouldBe("2026-02 有监测而没有登记排放水量，未计入");
        EmissionFigures.Of(Sample.Series(PointKinds.FenceLine, Sample.Nmhc, "mg/m³", Sample.Value("2026-01-10 08:00", 1)), [], CensorRule.Half).ShouldBeNull();
    }

    [Fact]
    public void The_newest_day_raises_while_it_is_over()
    {
        var first = Sample.Value("2026-03-02 08:00", 90, limit: 60, verdict: "超标", isPending: true);
        var finding = ManualFindings.OfSeries(Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", first))!;
        finding.Text.ShouldContain("试验公司点位一 2026-03-02 手工监测非甲烷总烃 90 mg/m³，限值 ≤ 60（GB 1-2026），超标 0.5 倍。");
        (finding.Limit, finding.Provisional).ShouldBe((60, "监测报告尚未审核。"));
        ManualFindings.OfSeries(Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", first, Sample.Value("2026-04-02 08:00", 50, limit: 60))).ShouldBeNull();
    }

    [Fact]
    public void A_point_is_warned_of_once_for_what_the_last_period_missed()
    {
        var today = new DateOnly(2026, 6, 26);
        PlanRow Row(int id, string title, params string[] days) => new(Plan(id, title), "点位一", PointKinds.FlueGas, "试验公司", PlanFigures.Of(Plan(id, title), days.Select(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(), new HashSet<DateOnly>(), new(2026, 1, 1), new(2026, 12, 31), today));
        var found = ManualFindings.OfPlans([Row(1, "苯", "2026-06-02"), Row(2, "甲苯"), Row(3, "氨", "2026-05-03", "2026-06-03")], today).ToList();
        found.Select(one => (one.Kind.Name, one.Count, one.Text)).ShouldBe(
            [("ManualMissed", 2, "试验公司点位一上一周期缺测：苯、甲苯（2026-05-01 至 2026-05-31）。"), ("ManualSoon", 1, "试验公司点位一本周期还没有监测：甲苯（2026-06-01 至 2026-06-30）。")]);
    }

    [Fact]
    public void The_report_says_what_was_measured_missed_and_left_out()
    {
        var figures = new ManualFigures(new(2026, 1, 1), new(2026, 12, 31), [Sample.Series(PointKinds.FlueGas, Sample.Nmhc, "mg/m³", Sample.Value("2026-03-02 08:00", 90, limit: 60, verdict: "超标", isPending: true), Sample.Value("2026-04-02 08:00", 0.07, isBelow: true, limit: 60))], [("停产", 3)], [], 0);
        var report = ManualReports.Of(new ReportSubject("7", "试验公司") { EnterpriseId = 7 }, new ReportPeriod(ReportSpan.Year, new(2026, 1, 1), new(2026, 12, 31)), figures, []);
        var row = report.Tables[0].Rows[0];
        // 2 results, 1 below, 0.07 to 90, mean (90 + 0.035) / 2.
        row.Skip(4).Take(5).Select(cell => (double)cell.Number!.Value).ShouldBe([2, 1, 0.07, 90, 45.0175]);
        row[^1].Number.ShouldBe(50);
        report.Gaps.ShouldBe(["未监测（停产）3 次。", "1 个结果的监测报告尚未审核，已计入。", "1 项排放量因缺项没有算出。"]);
    }

    private static ManualPlan Plan(int id, string title) => new() { Id = id, EnterpriseId = 7, PointId = 1, Title = title, Per = "月", Times = 1, From = new(2026, 5, 1) };

    private static ManualOperation Month(int month, double? hours, double? volume) => new() { PointId = 1, Month = new(2026, month, 1), Hours = hours, Volume = volume };
}
