using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Manual;
using EcoPark.Standards;

namespace EcoPark.Quality.Tests;

/// <summary>GB 3096-2008 table 1, zone 3: day 65, night 55 dB(A); sudden noise at night 15 above (5.4). Whole decibels are compared (HJ 706-2014, recalled).</summary>
public sealed class NoiseJudgementTests
{
    [Theory]
    [InlineData("Ld", 65.4, LimitOutcome.Pass)]
    [InlineData("Ld", 65.6, LimitOutcome.Fail)]
    [InlineData("Ln", 55.4, LimitOutcome.Pass)]
    [InlineData("Ln", 56.0, LimitOutcome.Fail)]
    public void Levels_of_a_day_are_judged_as_whole_decibels(string factor, double level, LimitOutcome outcome)
    {
        var grid = TestStation.Row(TestStation.Of(QualityMedium.Noise, "3类"), Interval.Day, "2026-06-01", (factor, "dB(A)", level));
        var row = TestStation.Assessor.Assess(grid, 0);
        row.Cells[0]!.Outcome.ShouldBe(outcome);
        (row.Text, row.Noise!.Outcome).ShouldBe((outcome == LimitOutcome.Pass ? "达标" : "超标", outcome));
    }

    [Fact]
    public void The_worst_level_of_a_day_decides_and_is_named()
    {
        var grid = TestStation.Row(TestStation.Of(QualityMedium.Noise, "3类"), Interval.Day, "2026-06-01", ("Ld", "dB(A)", 60.0), ("Ln", "dB(A)", 58.0));
        TestStation.Assessor.Assess(grid, 0).Reason.ShouldBe("夜间等效声级：等效声级 58 dB(A)，限值 ≤ 55 dB(A)（GB 3096-2008 3类），超标（高出 3 dB(A)）");
    }

    [Theory]
    [InlineData("2026-06-01 23:10", 71, "超标")]
    [InlineData("2026-06-01 23:10", 70, "达标")]
    [InlineData("2026-06-01 10:00", 71, "")]
    public void Sudden_noise_at_night_is_judged_on_the_stations_page(string at, double level, string text)
    {
        foreach (var name in new[] { "Lmax", "夜间突发噪声最大声级Lmax" })
        {
            var grid = TestStation.Row(TestStation.Of(QualityMedium.Noise, "3类"), null, at, (name, "dB(A)", level));
            TestStation.Assessor.Assess(grid, 0).Text.ShouldBe(text);
        }
    }

    [Fact]
    public void A_manual_record_says_what_the_page_says()
    {
        Verdict Judge(string factor, string result, TimeOnly at) => new ManualJudge(TestStation.Judge).Judge(
            TestStation.Of(QualityMedium.Noise, "3类"), new ManualResult { Factor = factor, Result = result, Unit = "dB(A)", SampledOn = new(2026, 6, 1), SampledAt = at });
        Judge("Leq", "65.4", new(10, 0)).Outcome.ShouldBe(LimitOutcome.Pass);
        Judge("Leq", "56", new(23, 0)).ExceededBy.ShouldBe(1);
        Judge("Lmax", "71", new(23, 0)).Outcome.ShouldBe(LimitOutcome.Fail);
    }
}
