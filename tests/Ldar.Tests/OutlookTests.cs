using EcoPark.Analysis.Survival;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Outlook;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>What tests say of how long seals stay tight, and how likely a seal leaks by its next test.</summary>
public sealed class OutlookTests
{
    [Fact]
    public void Time_runs_from_the_first_clean_test_over_all_that_follow_to_the_test_that_finds_a_leak()
    {
        // Clean on 1 January and 1 July (181 days), a leak on 28 December (361); mended, re-tested on 30 December, clean on 28 June (180).
        var seal = SealHistory.Of([Clean("2024-01-01"), Clean("2024-06-30"), Leak("2024-12-27"), Clean("2024-12-30"), Clean("2025-06-28")]);
        seal.Lives.ShouldBe([new(181, 361), Lifetime.StillWhole(180)]);
        (seal.Since, seal.LastClean, seal.Leaks, seal.BeganLeaking).ShouldBe((At("2024-12-30 10:00"), At("2025-06-28 10:00"), false, false));
    }

    [Fact]
    public void What_is_not_known_is_not_counted()
    {
        // When a leak that the first test finds began nobody knows; found again, unrepaired, it is the same.
        var began = SealHistory.Of([Leak("2024-01-01"), Leak("2024-06-30"), Clean("2024-07-02")]);
        (began.Lives.Count, began.BeganLeaking, began.Since, began.Leaks).ShouldBe((0, true, At("2024-07-02 10:00"), false));
        var leaks = SealHistory.Of([Clean("2024-01-01"), Leak("2024-06-30"), Leak("2024-12-27")]);
        leaks.Lives.ShouldBe([new(0, 181)]);
        (leaks.Leaks, leaks.Since).ShouldBe((true, null));
        SealHistory.Of([Clean("2024-01-01")]).Lives.ShouldBeEmpty("one test says nothing of time");
        SealHistory.Of([new(At("2024-01-01 08:00"), false), new(At("2024-01-01 17:00"), true)]).Lives.ShouldBe([new(0, 1)]);
    }

    [Fact]
    public void No_probability_is_told_from_fewer_than_ten_leaks_and_the_words_say_so()
    {
        var few = LeakGroup.Of("阀门", "气体", Seals(first: 5, second: 4, clean: 30));
        (few.Points, few.Events, few.Censored, few.Fit).ShouldBe((39, 9, 30, null));
        few.Words.ShouldBe("检出泄漏 9 次，不足 10 次，不给概率");
        few.Curve.Count.ShouldBe(2, "what was seen is shown all the same");
        PointOutlook.Of(Point(), Seals(0, 0, 1)[0], few.Fit, new(2026, 4, 1)).ShouldBeNull();
    }

    [Fact]
    public void Two_intervals_of_tests_determine_the_law_in_closed_form()
    {
        var group = LeakGroup.Of("阀门", "气体", Seals(first: 6, second: 6, clean: 28));
        // S(180) = 34/40 and S(360) = 28/40: k = lb(ln(28/40)/ln(34/40)) = 1.1340, λ = 180/(−ln(34/40))^(1/k) = 893.56 d.
        group.Fit!.Shape.ShouldBe(1.1340021047, 1e-6);
        group.Fit.Scale.ShouldBe(893.558739698, 1e-3);
        group.Words.ShouldStartWith("威布尔：形状 1.13（95 % 区间 0.52～2.49，与风险不变没有显著差别），尺度 894 天");
        group.Curve.Select(step => step.Survival).ShouldBe([34 / 40.0, 28 / 40.0], 1e-12);
        // One interval alone does not: the risk is taken as constant, and said to be.
        LeakGroup.Of("阀门", "气体", Seals(first: 12, second: 0, clean: 0, once: 388)).Words.ShouldBe("指数：检测间隔太少，风险随时间的变化不能确定，按不变计，平均 5910 天");
    }

    [Fact]
    public void A_seal_is_asked_for_the_time_from_its_last_clean_test_to_its_next()
    {
        var fit = LeakGroup.Of("阀门", "气体", Seals(first: 6, second: 6, clean: 28)).Fit!;
        var seal = Seals(0, 0, 1)[0]; // Clean on 1 January 2025 and, 360 days on, on 27 December.
        var outlook = PointOutlook.Of(Point(), seal, fit, new(2026, 4, 1))!;
        // Six months on: 27 June 2026, 542.6 days after the first test, told by whole days.
        (outlook.By, outlook.Point.Due).ShouldBe((new DateOnly(2026, 6, 27), new DateOnly(2026, 6, 27)));
        outlook.Chance.Probability.ShouldBe(1 - Math.Exp(Math.Pow(360 / 893.558739698, 1.1340021047) - Math.Pow(543 / 893.558739698, 1.1340021047)), 1e-6);
        (outlook.Chance.Lower < outlook.Chance.Probability && outlook.Chance.Probability < outlook.Chance.Upper).ShouldBeTrue();
        // Overdue: what may have happened until today.
        PointOutlook.Of(Point(), seal, fit, new(2026, 8, 1))!.By.ShouldBe(new DateOnly(2026, 8, 1));
        PointOutlook.Of(Point(isExempt: true), seal, fit, new(2026, 4, 1)).ShouldBeNull();
        PointOutlook.Of(Point(), SealHistory.Of([Clean("2025-01-01"), Leak("2025-12-27")]), fit, new(2026, 4, 1)).ShouldBeNull("it leaks already");
    }

    private static PointPlan Point(bool isExempt = false) => PointPlan.Of(new(7, 4, 1, "V-7", "阀门", "气体", "一层", "E-1", isExempt, true, null, null, ""), new(2025, 12, 27), new(2026, 4, 1));

    /// <summary>Seals that leaked within the first 180 days, within the second, not at all over both, and not within the first.</summary>
    private static List<SealHistory> Seals(int first, int second, int clean, int once = 0) =>
    [
        .. Enumerable.Repeat(SealHistory.Of([Clean("2025-01-01"), Leak("2025-06-30")]), first), .. Enumerable.Repeat(SealHistory.Of([Clean("2025-01-01"), Clean("2025-06-30"), Leak("2025-12-27")]), second),
        .. Enumerable.Repeat(SealHistory.Of([Clean("2025-01-01"), Clean("2025-06-30"), Clean("2025-12-27")]), clean), .. Enumerable.Repeat(SealHistory.Of([Clean("2025-01-01"), Clean("2025-06-30")]), once),
    ];

    private static SealLook Clean(string day) => new(At(day + " 10:00"), false);

    private static SealLook Leak(string day) => new(At(day + " 10:00"), true);
}
