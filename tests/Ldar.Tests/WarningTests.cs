using EcoPark.Modules.Ldar;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Watch;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>What is warned of, when and in which words.</summary>
public sealed class WarningTests
{
    [Theory]
    [InlineData("2026-03-07 23:00", "")]
    [InlineData("2026-03-08 01:00", "LdarFirstRepairLate")]
    [InlineData("2026-03-18 01:00", "LdarFirstRepairLate LdarRepairLate")]
    public void An_untouched_leak_is_told_after_five_and_after_fifteen_days(string now, string kinds)
    {
        var found = LdarFindings.OfLeak(Repair(), "甲公司", At(now)).ToList();
        string.Join(' ', found.Select(one => one.Kind.Name)).ShouldBe(kinds);
        foreach (var one in found)
        {
            one.Text.ShouldStartWith("甲公司密封点 V-7 于 2026-03-02 10:00 检出泄漏（净检值 8000 ppm，限值 5000 ppm）");
            (one.ClosesItself, one.Subject.RecordType, one.Subject.RecordId, one.Subject.EnterpriseId).ShouldBe((true, "ldar-repairs", 11, 4));
        }
    }

    [Fact]
    public void A_first_try_ends_the_first_warning_and_a_closed_leak_all()
    {
        var tried = Repair(repair => repair.FirstRepairAt = At("2026-03-09 10:00"));
        LdarFindings.OfLeak(tried, "甲公司", At("2026-03-10 00:00")).ShouldBeEmpty();
        var only = LdarFindings.OfLeak(tried, "甲公司", At("2026-03-20 00:00")).ShouldHaveSingleItem();
        (only.Kind, only.FirstAt).ShouldBe((LdarAlarms.RepairLate, At("2026-03-18 00:00")));
        only.Text.ShouldContain("15 日内没有完成修复，现在待修复");
        LdarFindings.OfLeak(Repair(repair => { Mend(repair, "2026-03-22 10:00"); Retest(repair, "2026-03-22 11:00", 3); }), "甲公司", At("2026-03-25 00:00")).ShouldBeEmpty();
    }

    [Fact]
    public void A_delay_that_was_agreed_to_is_told_once_its_day_is_over()
    {
        var repair = Repair(one => Delay(one, 2026, 6, 30));
        (repair.DelayVerdict, repair.DelayDecided) = (LeakLife.Agreed, repair.DelayUntil);
        LeakLife.Settle(repair);
        LdarFindings.OfLeak(repair, "甲公司", At("2026-06-30 23:00")).ShouldBeEmpty();
        LdarFindings.OfLeak(repair, "甲公司", At("2026-07-01 01:00")).ShouldHaveSingleItem().Text.ShouldContain("批准延迟到 2026-06-30，到期没有修复");
    }

    [Fact]
    public void Overdue_tests_are_one_warning_a_unit()
    {
        var today = new DateOnly(2026, 6, 1);
        PointPlan Plan(int id, int unit, DateOnly? last) => PointPlan.Of(PlanTests.Seal(id) with { UnitId = unit }, last, today);
        var found = LdarFindings.OfTests([Plan(1, 1, new(2025, 10, 1)), Plan(2, 1, new(2025, 11, 1)), Plan(3, 1, null), Plan(4, 1, new(2026, 5, 1)), Plan(5, 2, new(2026, 5, 1))], new Dictionary<int, string> { [1] = "乙烯装置" }, _ => "甲公司", At("2026-06-01 08:00")).ShouldHaveSingleItem();
        (found.Count, found.Subject.RecordId, found.FirstAt).ShouldBe((3, 1, At("2026-04-02 00:00")));
        found.Text.ShouldBe("甲公司乙烯装置有 3 个密封点检测逾期，最早的应在 2026-04-01 前检测，其中 1 个没有检测记录。");
    }

    [Fact]
    public void An_instrument_that_drifts_is_told_with_its_deviation()
    {
        var calibration = new LdarCalibration { Id = 2, EnterpriseId = 4, Kind = "漂移核查", At = At("2026-03-02 17:00"), Nominal = 500, Reading = 440 };
        (calibration.Deviation, calibration.Verdict) = (LdarCalibrationType.DeviationOf(calibration), LdarCalibrationType.VerdictOf(calibration));
        LdarFindings.OfCalibration(calibration, "FID-01", "甲公司")!.Text.ShouldContain("标气 500 ppm，读数 440 ppm，偏差 -12.0 %；当日读数存疑");
        calibration.Verdict = "合格";
        LdarFindings.OfCalibration(calibration, "FID-01", "甲公司").ShouldBeNull();
    }
}
