using EcoPark.Modules.Manual.Sources;
using EcoPark.Modules.Manual.Watch;

namespace EcoPark.Manual.Tests;

/// <summary>When a fugitive source is due, what is late, and what an inspection must say.</summary>
public sealed class SourceTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly DateTime Now = new(2026, 11, 30, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-08-31", 3, "2026-11-30", "将到期")] // The last day is in time.
    [InlineData("2026-08-30", 3, "2026-11-30", "将到期")]
    [InlineData("2026-08-29", 3, "2026-11-29", "逾期未检")]
    [InlineData("2026-09-15", 3, "2026-12-15", "将到期")]
    [InlineData("2026-09-16", 3, "2026-12-16", "按期")]
    [InlineData(null, 6, "2026-07-01", "逾期未检")] // In use since 1 January, never looked at.
    [InlineData(null, 12, "2027-01-01", "按期")]
    public void The_next_inspection_is_due_a_cycle_after_the_last(string? last, int months, string due, string standing)
    {
        var row = new SourceRow(Source(months), "甲公司", last is null ? null : new FugitiveInspection { Day = Day(last), Verdict = "符合" }, [], Today);
        (row.DueOn, row.Standing).ShouldBe((Day(due), standing));
        FugitiveFindings.Of([row]).Count().ShouldBe(standing == SourceRow.Late ? 1 : 0);
    }

    [Fact]
    public void What_is_found_and_not_put_right_by_its_day_is_told()
    {
        FugitiveInspection[] open = [Wrong("2026-11-01", "2026-11-10", "盖板破损"), Wrong("2026-11-20", "2026-12-10", "密封条老化")];
        var finding = FugitiveFindings.Of([new(Source(3), "甲公司", open[1], open, Today)]).ShouldHaveSingleItem();
        finding.Text.ShouldBe("甲公司原料罐 2026-11-01 检查发现“盖板破损”，应在 2026-11-10 前整改。");
        finding.FirstAt.ShouldBe(new DateTime(2026, 11, 10, 16, 0, 0, DateTimeKind.Utc));
        // What has been taken out of use owes nothing.
        var stopped = Source(1);
        stopped.Until = new(2026, 11, 29);
        FugitiveFindings.Of([new(stopped, "甲公司", null, [], Today)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-12-01", "符合", "", null, null, null, null, "检查日期 2026-12-01 还没有到")]
    [InlineData("2026-11-01", "不符合", "", "2026-11-05", null, null, null, "请写明问题")]
    [InlineData("2026-11-01", "不符合", "破损", null, null, null, null, "请填写整改期限")]
    [InlineData("2026-11-01", "不符合", "破损", "2026-10-01", null, null, null, "整改期限不能早于检查日期")]
    [InlineData("2026-11-01", "不符合", "破损", "2026-11-05", "2026-10-31", null, null, "整改完成日期不能早于检查日期")]
    [InlineData("2026-11-01", "不符合", "破损", "2026-11-05", "2026-12-05", null, null, "还没有到")]
    [InlineData("2026-11-01", "符合", "破损", null, null, null, null, "请把结论改为不符合")]
    [InlineData("2026-11-01", "符合", "", null, null, 8.0, null, "请一起填写")]
    [InlineData("2026-11-01", "符合", "", null, null, 8.0, 9.0, null)]
    [InlineData("2026-11-01", "不符合", "破损", "2026-11-05", "2026-11-04", null, null, null)]
    public void An_inspection_says_what_was_wrong_and_until_when(string day, string verdict, string fault, string? due, string? done, double? into, double? outOf, string? words)
    {
        var inspection = new FugitiveInspection { Day = Day(day), Verdict = verdict, Fault = fault, DueOn = due is null ? null : Day(due), DoneOn = done is null ? null : Day(done), TocIn = into, TocOut = outOf };
        var problem = FugitiveInspectionType.Check(inspection, Now);
        if (words is null)
            problem.ShouldBeNull();
        else
            problem!.Message.ShouldContain(words);
    }

    [Fact]
    public void Carbon_that_the_cooling_water_gains_is_worked_out()
    {
        var inspection = new FugitiveInspection { TocIn = 8, TocOut = 9 };
        FugitiveInspectionType.Create().Work(inspection);
        inspection.TocRise.ShouldBe(12.5);
    }

    private static FugitiveSource Source(int months) => new() { Id = 3, EnterpriseId = 4, Name = "原料罐", Kind = "储罐", CycleMonths = months, Since = new(2026, 1, 1) };

    private static FugitiveInspection Wrong(string day, string due, string fault) => new() { Day = Day(day), DueOn = Day(due), Fault = fault, Verdict = FugitiveInspectionType.Wrong };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
