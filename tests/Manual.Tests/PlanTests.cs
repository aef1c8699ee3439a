using System.Globalization;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;

namespace EcoPark.Manual.Tests;

/// <summary>What a plan asks for, and how far it was kept.</summary>
public sealed class PlanTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Theory]
    [InlineData("日", "2026-03-02", "2026-03-02", "2026-03-02")]
    [InlineData("周", "2026-03-01", "2026-02-23", "2026-03-01")] // A Sunday ends its week.
    [InlineData("周", "2026-03-02", "2026-03-02", "2026-03-08")]
    [InlineData("月", "2024-02-29", "2024-02-01", "2024-02-29")]
    [InlineData("季", "2026-05-31", "2026-04-01", "2026-06-30")]
    [InlineData("半年", "2026-07-01", "2026-07-01", "2026-12-31")]
    [InlineData("年", "2026-12-31", "2026-01-01", "2026-12-31")]
    public void Periods_are_those_of_the_calendar(string per, string day, string first, string last) => PlanPeriods.Of(per, D(day)).ShouldBe(new PlanPeriod(D(first), D(last)));

    [Fact]
    public void Months_are_counted_as_done_excused_and_missed()
    {
        // January done, February measured once of twice, March once and once excused, April nothing, May done; June is running.
        var plan = Plan("月", 2, "2025-12-15");
        var figures = Of(plan, ["2026-01-05", "2026-01-20", "2026-02-10", "2026-03-10", "2026-05-01", "2026-05-31"], ["2026-03-20"]);
        (figures.Owed, figures.Done, figures.Excused, figures.MissedCount).ShouldBe((5, 2, 1, 2));
        figures.Missed.Select(period => period.First).ShouldBe([D("2026-02-01"), D("2026-04-01")]);
        figures.Share!.Value.ShouldBe(0.5, 1e-12);
        (figures.Now, figures.DoneNow, figures.Standing).ShouldBe((new PlanPeriod(D("2026-06-01"), D("2026-06-30")), 0, PlanStanding.Open));
    }

    [Fact]
    public void A_period_that_had_begun_before_the_plan_is_not_owed_nor_one_that_ends_after_it()
    {
        Of(Plan("季", 1, "2026-01-02"), [], []).Owed.ShouldBe(0);
        Of(Plan("季", 1, "2026-01-01"), [], []).Owed.ShouldBe(1);
        var ended = Of(Plan("月", 1, "2026-01-01", "2026-03-15"), [], []);
        (ended.Owed, ended.Standing, ended.Now).ShouldBe((2, PlanStanding.None, null));
    }

    [Fact]
    public void A_week_belongs_to_the_year_that_it_ends_in()
    {
        // 2025-12-29 to 2026-01-04, measured in December.
        PlanFigures Year(int year) => PlanFigures.Of(Plan("周", 1, "2025-12-01"), new HashSet<DateOnly> { D("2025-12-30") }, new HashSet<DateOnly>(), new(year, 1, 1), new(year, 12, 31), D("2026-01-12"));
        (Year(2025).Owed, Year(2025).Done).ShouldBe((4, 0));
        (Year(2026).Owed, Year(2026).Done).ShouldBe((2, 1));
    }

    [Fact]
    public void A_present_period_that_had_begun_before_the_plan_is_not_owed() => Of(Plan("月", 1, "2026-06-02"), [], []).ShouldSatisfyAllConditions(figures => figures.Now.ShouldBeNull(), figures => figures.Standing.ShouldBe(PlanStanding.None));

    [Theory]
    [InlineData("月", "2026-06-23", PlanStanding.Open)]
    [InlineData("月", "2026-06-24", PlanStanding.Soon)]
    [InlineData("月", "2026-06-30", PlanStanding.Soon)]
    [InlineData("月", "2026-02-22", PlanStanding.Soon)]
    [InlineData("季", "2026-06-15", PlanStanding.Open)]
    [InlineData("季", "2026-06-16", PlanStanding.Soon)]
    [InlineData("年", "2026-12-17", PlanStanding.Soon)]
    [InlineData("周", "2026-06-27", PlanStanding.Open)]
    [InlineData("周", "2026-06-28", PlanStanding.Soon)]
    [InlineData("日", "2026-06-28", PlanStanding.Open)]
    public void The_longer_a_period_the_sooner_its_end_is_told(string per, string today, PlanStanding standing) =>
        PlanFigures.Of(Plan(per, 1, "2026-01-01"), new HashSet<DateOnly>(), new HashSet<DateOnly>(), D("2026-01-01"), D("2026-12-31"), D(today)).Standing.ShouldBe(standing);

    [Fact]
    public void What_was_measured_now_is_done_and_what_could_not_be_is_excused()
    {
        Of(Plan("月", 1, "2026-01-01"), ["2026-06-02"], []).Standing.ShouldBe(PlanStanding.Done);
        Of(Plan("月", 1, "2026-01-01"), [], ["2026-06-02"]).Standing.ShouldBe(PlanStanding.Excused);
    }

    [Fact]
    public void A_month_shows_when_periods_end_how_they_stand_and_when_samples_were_taken()
    {
        PlanRow Row(string per, int times, string[] measured, string[] excused, string? to = null) => new(Plan(per, times, "2026-01-01", to), "排口", "废水", "企业", Of(Plan(per, times, "2026-01-01", to), measured, excused)) { Measured = measured.Select(D).ToHashSet(), Excused = excused.Select(D).ToHashSet() };
        (DateOnly, DayEvent, int)[] Entries(PlanRow row, string month, string today) => [.. PlanCalendar.Of([row], D(month), D(today)).SelectMany(of => of).Select(entry => (entry.Day, entry.Event, entry.Lacking))];
        // Twice a month: once in May so far, and that is not enough by its end.
        Entries(Row("月", 2, ["2026-05-12", "2026-04-30"], []), "2026-05-09", "2026-05-20").ShouldBe([(D("2026-05-12"), DayEvent.Sampled, 0), (D("2026-05-31"), DayEvent.Due, 1)]);
        Entries(Row("月", 2, ["2026-05-12"], []), "2026-05-09", "2026-06-01").ShouldBe([(D("2026-05-12"), DayEvent.Sampled, 0), (D("2026-05-31"), DayEvent.Missed, 1)]);
        Entries(Row("月", 2, ["2026-05-12"], ["2026-05-20"]), "2026-05-09", "2026-06-01")[1].ShouldBe((D("2026-05-31"), DayEvent.Excused, 0));
        // A quarter ends in June, and was kept in April; in May nothing of it ends.
        Entries(Row("季", 1, ["2026-04-02"], []), "2026-06-01", "2026-06-10").ShouldBe([(D("2026-06-30"), DayEvent.Kept, 0)]);
        Entries(Row("季", 1, ["2026-04-02"], []), "2026-05-01", "2026-06-10").ShouldBeEmpty();
        // Weeks that end in the month; the plan ends before the last of them does.
        Entries(Row("周", 1, [], [], "2026-06-27"), "2026-06-01", "2026-06-10").Select(entry => (entry.Item1, entry.Item2)).ShouldBe([(D("2026-06-07"), DayEvent.Missed), (D("2026-06-14"), DayEvent.Due), (D("2026-06-21"), DayEvent.Due)]);
    }

    private static PlanFigures Of(ManualPlan plan, string[] measured, string[] excused) =>
        PlanFigures.Of(plan, measured.Select(D).ToHashSet(), excused.Select(D).ToHashSet(), D("2026-01-01"), D("2026-12-31"), Today);

    private static ManualPlan Plan(string per, int times, string from, string? to = null) => new() { Per = per, Times = times, From = D(from), To = to is null ? null : D(to) };

    private static DateOnly D(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
