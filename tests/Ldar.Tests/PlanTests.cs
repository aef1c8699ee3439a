using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Surveys;

namespace EcoPark.Ldar.Tests;

/// <summary>When seals are due, and how a round covers what is due.</summary>
public sealed class PlanTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData("阀门", "", "2025-12-31", "2026-06-30", PlanState.Soon)]
    [InlineData("阀门", "", "2026-01-02", "2026-07-02", PlanState.InTime)]
    [InlineData("阀门", "", "2025-11-30", "2026-05-30", PlanState.Overdue)]
    [InlineData("阀门", "", "2025-12-01", "2026-06-01", PlanState.Soon)] // The day itself is in time.
    [InlineData("法兰及其他连接件", "", "2025-11-30", "2026-11-30", PlanState.InTime)]
    [InlineData("法兰及其他连接件", "GB 31571-2015", "2025-11-30", "2026-05-30", PlanState.Overdue)]
    [InlineData("阀门", "GB 31571-2015", "2026-03-15", "2026-06-15", PlanState.Soon)]
    public void The_next_test_follows_from_the_last_and_the_strictest_frequency(string kind, string industry, string last, string due, PlanState state)
    {
        var plan = PointPlan.Of(Seal(1) with { Kind = kind, Industry = industry }, Day(last), Today);
        (plan.Due, plan.Plan).ShouldBe((Day(due), state));
        plan.Basis.ShouldContain("个月检测一次");
    }

    [Fact]
    public void What_was_never_tested_is_due_90_days_after_it_was_put_into_service()
    {
        PointPlan.Of(Seal(1), null, Today).Plan.ShouldBe(PlanState.Never);
        var young = PointPlan.Of(Seal(1) with { InService = new(2026, 5, 1) }, null, Today);
        (young.Due, young.Plan).ShouldBe((new DateOnly(2026, 7, 30), PlanState.InTime));
        PointPlan.Of(Seal(1) with { InService = new(2026, 1, 1) }, null, Today).Plan.ShouldBe(PlanState.Overdue);
    }

    [Fact]
    public void Exempt_inaccessible_and_retired_seals_are_not_owed()
    {
        PlanState Of(PlannedSeal seal)
        {
            var plan = PointPlan.Of(seal, null, Today);
            (plan.IsOwed, plan.Due).ShouldBe((false, null));
            return plan.Plan;
        }

        Of(Seal(1) with { IsExempt = true }).ShouldBe(PlanState.Exempt);
        Of(Seal(1) with { IsAccessible = false }).ShouldBe(PlanState.Inaccessible);
        Of(Seal(1) with { OutOfService = new(2026, 5, 31) }).ShouldBe(PlanState.OutOfService);
    }

    [Fact]
    public void A_round_covers_what_was_due_by_its_end()
    {
        var round = new LdarRound { Name = "第 2 轮", First = new(2026, 6, 1), Last = new(2026, 6, 30) };
        PointPlan[] plan =
        [
            PointPlan.Of(Seal(1), Day("2025-12-20"), Today), PointPlan.Of(Seal(2), Day("2025-10-01"), Today), PointPlan.Of(Seal(3), null, Today), // Due.
            PointPlan.Of(Seal(4), Day("2026-05-01"), Today), PointPlan.Of(Seal(5) with { IsAccessible = false }, null, Today), // Not due.
        ];
        var figures = RoundFigures.Of(round, "甲", plan, new Dictionary<int, bool> { [1] = true, [3] = false, [4] = false });
        (figures.Planned, figures.Covered, figures.Tested, figures.Leaking).ShouldBe((3, 2, 3, 1));
        figures.Coverage!.Value.ShouldBe(2.0 / 3, 1e-9);
        RoundFigures.Of(round, "甲", [], new Dictionary<int, bool>()).Coverage.ShouldBeNull();
    }

    internal static PlannedSeal Seal(int id) => new(id, 4, 1, $"V-{id}", "阀门", "气体", "一层", "E-1", false, true, null, null, "");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
