using System.Globalization;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Reporting;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Reports;
using EcoPark.Standards.Ldar;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>Emissions, repair figures and the assessment report against examples worked out by hand.</summary>
public sealed class FigureTests
{
    private static readonly DateTime Now = At("2026-04-01 00:00");

    [Fact]
    public void A_seal_emits_what_its_tests_say_until_it_is_repaired_and_what_its_retest_says_from_there_on()
    {
        // Found on 2 March 10:00 with 60000 (pegged), repaired on 5 March 10:00, measured again an hour later with 100.
        var repairs = new[] { new EmissionReader.Mended(7, At("2026-03-02 10:00"), At("2026-03-05 10:00"), At("2026-03-05 11:00"), 100) };
        var tests = EmissionReader.Tests([new SealTest(At("2026-03-02 10:00"), 60_000)], repairs);
        tests.Select(test => (test.Net, test.EndsAt)).ShouldBe([(60_000, At("2026-03-05 10:00")), (100, null)]);
        var point = EmissionReader.Of(Unit, Use, tests, 1, At("2026-03-01 10:00"), At("2026-03-15 10:00"));
        // 4 d × 24 h × 0.11 = 10.56 kg; 10 d × 24 h × 1.87E-6 × 100^0.873 (1.0419E-4) = 0.02501 kg.
        point.KilogramsBy(RateMethod.Pegged).ShouldBe(10.56, 1e-9);
        point.KilogramsBy(RateMethod.Correlation).ShouldBe(0.02501, 1e-4);
        point.Equation.ShouldContain("96 h：e = 0.11 kg/h（净检值≥50000）");
    }

    [Fact]
    public void Hours_are_those_that_the_seal_is_in_use_and_the_unit_runs_and_VOC_is_its_share()
    {
        var use = Use with { VocShare = 0.5, InService = new(2026, 3, 11), OutOfService = new(2026, 3, 21) };
        var point = EmissionReader.Of(Unit, use, [], 4_380 / 8_760.0, At("2026-03-01 00:00"), At("2026-04-01 00:00"));
        // Nobody tested: ten days of 0.00597 kg/h, half of the time, half of it VOC: 0.3582 kg.
        point.Kilograms.ShouldBe(10 * 24 * 0.00597 / 4, 1e-9);
        point.Spans.ShouldHaveSingleItem().Rate.Method.ShouldBe(RateMethod.Average);
        point.Equation.ShouldContain("乘 0.25");
    }

    [Fact]
    public void A_unit_is_the_sum_of_its_seals_and_says_what_is_missing_or_still_to_be_checked()
    {
        PointEmission Of(string kind, params SealTest[] tests) => EmissionReader.Of(Unit, Use with { Kind = kind }, tests, 1, At("2026-03-01 00:00"), At("2026-03-11 00:00"));
        var sum = UnitEmission.Of(Unit, "甲", [Of("阀门", new SealTest(At("2026-03-02 00:00"), 60_000)), Of("阀门", new SealTest(At("2026-03-02 00:00"), 0)), Of("法兰及其他连接件"), Of("搅拌器（机）")]);
        (sum.Points, sum.Untested, sum.WithoutFactor, sum.IsRecalled).ShouldBe((4, 1, 1, true));
        (sum.Pegged, sum.Zero, sum.Average).ShouldBe((240 * 0.11, 240 * 6.6e-7, 240 * 0.00183));
        sum.Kilograms.ShouldBe(sum.Pegged + sum.Zero + sum.Average, 1e-12);
        // The average factor of flanges was seen.
        UnitEmission.Of(Unit, "甲", [Of("法兰及其他连接件")]).IsRecalled.ShouldBeFalse();
    }

    [Fact]
    public void Repair_efficiency_counts_what_was_owed()
    {
        List<LeakRow> rows =
        [
            Row(repair => { Mend(repair, "2026-03-04 10:00"); Retest(repair, "2026-03-04 11:00", 803); }), // In time: 8000 → 800, two days.
            Row(repair => { repair.FirstRepairAt = At("2026-03-03 10:00"); Mend(repair, "2026-03-22 10:00"); Retest(repair, "2026-03-22 11:00", 3); }), // Tried in time, late: 20 days.
            Row(_ => { }), // Nobody has tried: late.
            Row(_ => { }, "2026-03-31 10:00"), // Young: not owed yet.
        ];
        var figures = RepairEfficiency.Of(rows);
        (figures.Found, figures.Closed, figures.TriedInTime, figures.Tryable, figures.ClosedInTime, figures.Owed).ShouldBe((4, 2, 2, 3, 1, 3));
        figures.MeanDays!.Value.ShouldBe(11, 1e-9);
        // 16000 became 800.
        figures.Reduction!.Value.ShouldBe(0.95, 1e-9);
        (rows[0].IsLate, rows[1].IsLate, rows[1].IsFirstLate, rows[2].IsFirstLate, rows[3].IsFirstLate).ShouldBe((false, true, false, true, false));
        RepairEfficiency.Of([]).InTimeShare.ShouldBeNull();
    }

    [Fact]
    public void Delays_age_from_the_detection()
    {
        DelayAge.Of([Row(repair => Delay(repair, 2026, 6, 30)), Row(repair => Delay(repair, 2026, 6, 30), "2025-12-01 10:00"), Row(_ => { })]).Select(age => age.Count).ShouldBe([1, 0, 1, 0, 0]);
    }

    [Fact]
    public void The_report_tells_totals_lists_gaps_and_what_is_to_be_checked()
    {
        var leaks = new[] { Row(repair => { Mend(repair, "2026-03-04 10:00"); Retest(repair, "2026-03-04 11:00", 803); }), Row(repair => Delay(repair, 2026, 6, 30)) };
        var year = LdarYear.None with
        {
            First = new(2026, 1, 1),
            Last = new(2026, 12, 31),
            Units = [new(1, 4, "甲", "U-100", "乙烯装置", 100, 5, 3, 92, 7, 60, 61, 2, 1)],
            Leaks = leaks,
            Efficiency = RepairEfficiency.Of(leaks),
        };
        var emissions = new EmissionSet(year.First, year.Last, [new(1, "乙烯装置", 4, "甲", 100, 40, 2, 0.1, 1.5, 2, 0.4, true)], [], [new(3, "第 1 轮", 4, "甲", new(2026, 3, 1), new(2026, 3, 9), 60, 0.1, 1.5, 2, 0), new(null, RoundEmission.Untested, 4, "甲", null, null, 40, 0, 0, 0, 0.4)]);
        var savings = SavingSet.None with { Repairs = [RepairSaving.Of(SavingTests.Valve, At("2026-03-01 00:00"), At("2026-04-01 00:00"))!] };
        var report = LdarTables.Of("LDAR 检测修复评估报告", new ReportSubject("4", "甲") { EnterpriseId = 4 }, ReportPeriod.Of(ReportSpan.Year, new(2026, 5, 1)), year, emissions, savings);
        report.EnterpriseId.ShouldBe(4);
        report.Facts.Single(fact => fact.Label.StartsWith("报告期 VOCs", StringComparison.Ordinal)).Value.ShouldBe("4（系数待核对）");
        report.Facts.Single(fact => fact.Label == "检出泄漏、泄漏率").Value.ShouldBe("2、3.3 %");
        report.Gaps.ShouldBe(["5 个密封点不可达，没有检测，按平均系数核算。", "7 个密封点检测逾期。", "2 个密封点没有检测，也没有平均系数，排放量未计入。", $"{SavingSet.WithoutPrice}。"]);
        report.Basis.ShouldContain(line => line.EndsWith("（待核对）", StringComparison.Ordinal));
        report.Tables.Select(table => table.Rows.Count).ShouldBe([1, 0, 2, 1, 1, 2, 1]);
        report.Facts.Single(fact => fact.Label.StartsWith("报告期修复减排", StringComparison.Ordinal)).Value.ShouldBe("26.375（估算）、—");
        report.Tables.ShouldAllBe(table => table.Rows.All(row => row.Count == table.Columns.Count) && table.Foot.All(foot => foot.Cells.Count == table.Columns.Count - 1));
    }

    [Fact]
    public void Rounds_have_what_their_tests_stand_for_and_add_up_to_the_unit()
    {
        LdarRound Of(int id, string first, string last, int? unit = null) => new() { Id = id, EnterpriseId = 4, Name = $"第 {id} 轮", First = DateOnly.Parse(first, CultureInfo.InvariantCulture), Last = DateOnly.Parse(last, CultureInfo.InvariantCulture), UnitId = unit };
        var book = new RoundBook([Of(1, "2026-03-01", "2026-03-05"), Of(2, "2026-03-11", "2026-03-13"), Of(3, "2026-03-11", "2026-03-12", unit: 99)]);
        // Tested in both rounds, pegged; repaired on the 14th and measured again after the second round; then tested outside of any.
        var repairs = new[] { new EmissionReader.Mended(7, At("2026-03-12 00:00"), At("2026-03-14 00:00"), At("2026-03-14 12:00"), 0) };
        var tests = EmissionReader.Tests([new SealTest(At("2026-03-02 00:00"), 60_000), new SealTest(At("2026-03-12 00:00"), 60_000), new SealTest(At("2026-03-24 12:00"), 60_000)], repairs);
        var (from, to) = (At("2026-03-01 00:00"), At("2026-03-31 00:00"));
        PointEmission[] points = [EmissionReader.Of(Unit, Use, tests, 1, from, to), EmissionReader.Of(Unit, Use with { Id = 8 }, [], 1, from, to)];
        book.Add(Unit, "甲", points);
        // 6 d to the middle of 2 and 12 March; 7 d until the repair, then 5.5 d of zero to the middle of 14.5 and 24.5; 11.5 d from there on.
        book.Sums.Select(one => (one.Name, one.Points, Math.Round(one.Pegged, 9), Math.Round(one.Zero, 9), Math.Round(one.Average, 9))).ShouldBe(
        [
            ("第 2 轮", 1, 7 * 24 * 0.11, Math.Round(5.5 * 24 * 6.6e-7, 9), 0), ("第 1 轮", 1, 6 * 24 * 0.11, 0, 0), ("未检测（平均系数）", 1, 0, 0, 30 * 24 * 0.00597), ("轮次以外的检测", 1, 11.5 * 24 * 0.11, 0, 0),
        ]);
        book.Sums.Sum(one => one.Kilograms).ShouldBe(UnitEmission.Of(Unit, "甲", points).Kilograms, 1e-9);
    }

    private static EmissionReader.SealUse Use { get; } = new(7, "V-7", "阀门", "气体", null, null, null);

    private static LeakRow Row(Action<LdarRepair> more, string detected = "2026-03-02 10:00") => LeakRow.Of(
        Repair(repair =>
        {
            repair.DetectedAt = At(detected);
            more(repair);
        }), "甲", 1, "乙烯装置", "E-1", "阀门", Now);
}
