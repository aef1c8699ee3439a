using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>The life of a leak: stages, deadlines, delay, re-test, and what is wrong in a form.</summary>
public sealed class LeakTests
{
    [Fact]
    public void A_leak_is_tried_within_five_days_repaired_within_fifteen_and_closed_by_a_retest()
    {
        var repair = Repair();
        // Found on 2 March: the fifth day is the 7th, to its end.
        (repair.Stage, repair.State, repair.Due).ShouldBe((LeakState.AwaitsFirstRepair, "待首次维修", At("2026-03-08 00:00")));
        repair.Look.ShouldBe(At("2026-03-07 00:00"));
        var tried = Repair(one => one.FirstRepairAt = At("2026-03-03 09:00"));
        (tried.Stage, tried.Due).ShouldBe((LeakState.AwaitsRepair, At("2026-03-18 00:00")));
        var mended = Repair(one => Mend(one, "2026-03-05 09:00"));
        (mended.Stage, mended.Due).ShouldBe((LeakState.AwaitsRetest, At("2026-03-18 00:00")));
        var closed = Repair(one =>
        {
            Mend(one, "2026-03-05 09:00");
            Retest(one, "2026-03-05 10:00", 203);
        });
        (closed.Stage, closed.Due, closed.Look, closed.RetestNet).ShouldBe((LeakState.Closed, null, null, 200));
    }

    [Fact]
    public void A_retest_that_still_leaks_opens_it_again()
    {
        var repair = Repair(one =>
        {
            Mend(one, "2026-03-05 09:00");
            Retest(one, "2026-03-05 10:00", 6_003);
        });
        (repair.Stage, repair.RetestNet).ShouldBe((LeakState.AwaitsRepair, 6_000));
        // 5000 itself is no leak by GB 37822, and one by GB 31571.
        LeakState At5000(bool isInclusive) => Repair(one =>
        {
            Mend(one, "2026-03-05 09:00");
            Retest(one, "2026-03-05 10:00", 5_003);
            one.IsLimitInclusive = isInclusive;
        }).Stage;
        (At5000(false), At5000(true)).ShouldBe((LeakState.Closed, LeakState.AwaitsRepair));
    }

    [Fact]
    public void A_delay_waits_for_the_park_and_another_day_is_agreed_to_anew()
    {
        var repair = Repair(one => Delay(one, 2026, 6, 30));
        (repair.Stage, repair.DelayVerdict, repair.Due).ShouldBe((LeakState.DelayAsked, "待批准", At("2026-03-18 00:00")));
        Take(repair, LeakFlow.Agree, "");
        (repair.Stage, repair.DelayVerdict, repair.Due).ShouldBe((LeakState.Delayed, "已批准", At("2026-07-01 00:00")));
        LdarRepairType.Create().Work(repair);
        repair.Stage.ShouldBe(LeakState.Delayed, "saved again, it stands");
        repair.DelayUntil = new(2026, 9, 30);
        LdarRepairType.Create().Work(repair);
        (repair.Stage, repair.DelayVerdict).ShouldBe((LeakState.DelayAsked, "待批准"));
        Take(repair, LeakFlow.Refuse, "检修计划在六月");
        (repair.Stage, repair.DelayVerdict, repair.DelayRemark).ShouldBe((LeakState.AwaitsFirstRepair, "未批准", "检修计划在六月"));
        repair.IsDelayed = false;
        LdarRepairType.Create().Work(repair);
        repair.DelayVerdict.ShouldBe("");
    }

    [Theory]
    [InlineData(null, "2026-03-07 23:59", false)]
    [InlineData(null, "2026-03-08 00:00", true)]
    [InlineData("2026-03-07 20:00", "2026-06-01 00:00", false)]
    [InlineData("2026-03-08 01:00", "2026-06-01 00:00", true)]
    public void The_first_repair_is_late_after_the_fifth_day(string? tried, string now, bool isLate) =>
        LeakLife.IsFirstLate(Repair(one => one.FirstRepairAt = tried is null ? null : At(tried)), At(now)).ShouldBe(isLate);

    [Fact]
    public void The_repair_is_late_after_the_fifteenth_day_or_the_day_that_was_agreed_to()
    {
        var repair = Repair();
        (LeakLife.IsLate(repair, At("2026-03-17 23:59")), LeakLife.IsLate(repair, At("2026-03-18 00:00"))).ShouldBe((false, true));
        Delay(repair, 2026, 6, 30);
        LdarRepairType.Create().Work(repair);
        LeakLife.IsLate(repair, At("2026-03-18 00:00")).ShouldBeTrue("nobody has agreed yet");
        Take(repair, LeakFlow.Agree, "");
        (LeakLife.IsLate(repair, At("2026-06-30 23:59")), LeakLife.IsLate(repair, At("2026-07-01 00:00")), LeakLife.IsFirstLate(repair, At("2026-05-01 00:00"))).ShouldBe((false, true, false));
    }

    [Theory]
    [InlineData("future", "firstRepairAt", "首次维修时间 2026-03-20 08:00 还没有到")]
    [InlineData("early", "repairedAt", "修复时间 2026-03-01 08:00 早于泄漏检出时间")]
    [InlineData("method", "method", "请填写修复方法")]
    [InlineData("partial", "retester", "复测的各项要一起填写，还缺复测人员")]
    [InlineData("unrepaired", "repairedAt", "请先填写修复时间")]
    [InlineData("retest-early", "retestAt", "复测时间不能早于修复时间")]
    [InlineData("delay-reason", "delayReason", "延迟修复请选择理由")]
    [InlineData("delay-plan", "delayPlan", "请填写方案")]
    [InlineData("no-delay", "isDelayed", "请把“是否延迟修复”填为是")]
    public void What_is_wrong_in_a_repair_is_told_at_its_field(string what, string field, string words)
    {
        var repair = Repair(one =>
        {
            if (what == "future")
                one.FirstRepairAt = At("2026-03-20 08:00");
            else if (what is "early" or "retest-early")
                Mend(one, what == "early" ? "2026-03-01 08:00" : "2026-03-06 08:00");
            else if (what is "method")
                one.RepairedAt = At("2026-03-03 08:00");
            else if (what.StartsWith("delay", StringComparison.Ordinal))
                Delay(one, 2026, 6, 30);
            if (what is "partial" or "unrepaired" or "retest-early")
                Retest(one, "2026-03-05 08:00", 10);
            if (what == "partial")
                one.Retester = "";
            if (what is "delay-reason" or "no-delay")
                (one.DelayReason, one.DelayUntil) = ("", one.DelayUntil ?? new DateOnly(2026, 6, 30));
            if (what == "delay-plan")
                one.DelayPlan = "";
        });
        var problem = RepairForm.Check(repair, At("2026-03-10 08:00"))!;
        problem.Field.ShouldBe(field);
        problem.Message.ShouldContain(words);
    }

    [Fact]
    public void It_waits_for_the_enterprise_and_a_delay_for_the_park()
    {
        var (park, enterprise) = (Of(null, "ldar.delays"), Of(4, "records.ldar-repairs.edit"));
        string[] For(Actor actor) => [.. LeakFlow.Life.Waits.Where(wait => wait.For(null!, actor) is not null).Select(wait => wait.Title)];
        For(park).ShouldBe(["审批延迟修复"]);
        For(enterprise).ShouldBe(["首次维修", "修复泄漏", "登记复测", "按期完成延迟修复"]);
        For(Of(null)).ShouldBeEmpty();
        // Every stage but the last has a deadline.
        LeakFlow.Life.Deadlines.Select(deadline => deadline.State).ShouldBe(Enum.GetValues<LeakState>().Where(state => state != LeakState.Closed), ignoreOrder: true);
    }

    private static Actor Of(int? enterprise, params string[] permissions) => new(1, "某人", enterprise, "", permissions.ToHashSet());

    private static void Take(LdarRepair repair, FlowStep<LdarRepair, LeakState> step, string remark) => step.Write(repair, new FlowTurn(Of(null, "ldar.delays"), At("2026-03-04 08:00"), new Dictionary<string, string> { ["remark"] = remark }));
}
