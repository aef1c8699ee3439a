using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Fence.Causes;

namespace EcoPark.Manual.Tests;

/// <summary>Highest less lowest of a fence over periods, worked out by hand.</summary>
public sealed class DifferenceTests
{
    private static readonly Dictionary<int, string> Names = new() { [1] = "北", [2] = "南", [3] = "东" };

    [Fact]
    public void Periods_follow_one_another_and_a_point_counts_with_three_quarters_of_its_hours()
    {
        var first = RollingDifference.PeriodOf(new(2026, 3, 20));
        RollingDifference.PeriodOf(first).ShouldBe(first);
        RollingDifference.PeriodOf(first.AddDays(13)).ShouldBe(first);
        RollingDifference.PeriodOf(first.AddDays(14)).ShouldBe(first.AddDays(14));
        // 252 of 336 hours are enough, 251 are not: the eastern point would else be the highest.
        List<(int, DateOnly, double)> hours = [.. Hours(1, first, 336, 4), .. Hours(2, first, 252, 1), .. Hours(3, first, 251, 99), .. Hours(1, first.AddDays(14), 336, 4), .. Hours(2, first.AddDays(14), 200, 1), .. Hours(1, first.AddDays(28), 336, 9), .. Hours(2, first.AddDays(28), 336, 2)];
        var periods = RollingDifference.OfHours(hours, Names, first.AddDays(28));
        // In the second only one point has a mean; the third is not over.
        var only = periods.ShouldHaveSingleItem();
        (only.First, only.Last, only.Points, only.Difference, only.HighestAt, only.LowestAt).ShouldBe((first, first.AddDays(13), 2, 3, "北", "南"));
        RollingDifference.OfHours(hours, Names, first.AddDays(42)).Select(period => period.Difference).ShouldBe([3, 7]);
    }

    [Fact]
    public void The_year_is_held_against_the_parks_level_in_whatever_unit_and_only_when_it_is_one()
    {
        // 26 periods that differ by 8 and 12 µg/m³ in turn: 10 on average.
        DifferenceRow Row(int periods, double level, string unit) => new(7, "企业", "a25002", "苯", "mg/m³", DifferenceRow.Automatic,
            [.. Enumerable.Range(0, periods).Select(at => new DifferencePeriod(new DateOnly(2025, 1, 1).AddDays(14 * at), new DateOnly(2025, 1, 14).AddDays(14 * at), 2, at % 2 == 0 ? 0.012 : 0.016, "北", 0.004, "南"))], new FenceAction { Factor = "a25002", Level = level, Unit = unit, Basis = "园区规定" });
        Row(26, 9, "μg/m³").ShouldSatisfyAllConditions(row => row.Mean.ShouldBe(0.010, 1e-12), row => row.Level!.Value.ShouldBe(0.009, 1e-12), row => row.State.ShouldBe("超过行动值"), row => row.Reference!.Value.ShouldBe(0.009, 1e-12));
        Row(26, 0.011, "mg/m³").State.ShouldBe("未超过");
        Row(19, 9, "μg/m³").State.ShouldBe("不足一年，暂高于行动值");
        Row(19, 11, "μg/m³").State.ShouldBe("不足一年");
        // Six periods lost to a broken instrument are no way out.
        Row(20, 9, "μg/m³").State.ShouldBe("超过行动值");
        (Row(26, 9, "μg/m³") with { Action = null }).State.ShouldBe("未设行动值");
        (Row(26, 9, "μg/m³") with { Unit = "μmol/mol" }).State.ShouldBe("行动值单位不能换算", "a mass is not held against a share");

        CauseFindings.Of([Row(26, 0.011, "mg/m³"), Row(19, 9, "μg/m³"), Row(26, 9, "μg/m³") with { Source = DifferenceRow.Manual }]).ShouldBeEmpty();
        var found = CauseFindings.Of([Row(26, 9, "μg/m³")]).ShouldHaveSingleItem();
        (found.Kind, found.Subject.EnterpriseId, Math.Round(found.Limit!.Value, 9), found.ClosesItself).ShouldBe((CauseFindings.Over, 7, 0.009, false));
        found.Text.ShouldContain("26 期最高减最低的均值 0.01 mg/m³，超过园区行动值 0.009 mg/m³");
    }

    [Fact]
    public void A_sheet_wants_its_cause_then_its_measures_and_is_late_after_each_day()
    {
        var cause = new FenceCause { Id = 3, EnterpriseId = 7, Kind = FenceCauseType.OfPeak, Title = "厂界北 苯", State = FenceCauseType.Open, FoundOn = new(2026, 3, 2), CauseDueOn = new(2026, 3, 7), ActionDueOn = new(2026, 4, 16) };
        (AlarmType, string) Of(DateOnly today) => CauseFindings.Of([(cause, "企业")], today).Select(one => (one.Kind, one.Text)).ShouldHaveSingleItem();
        Of(new(2026, 3, 7)).ShouldBe((CauseFindings.Wanted, "企业：厂界北 苯的溯源单（厂界峰值）应在 2026-03-07 前查明原因。"));
        Of(new(2026, 3, 8)).ShouldBe((CauseFindings.Late, "企业：厂界北 苯的溯源单（厂界峰值）应在 2026-03-07 前查明原因，已逾期。"));
        (cause.State, cause.CausedOn) = (FenceCauseType.Caused, new(2026, 3, 6));
        Of(new(2026, 4, 16)).Item1.ShouldBe(CauseFindings.Wanted);
        Of(new(2026, 4, 17)).Item2.ShouldContain("应在 2026-04-16 前完成整改，已逾期");
    }

    [Theory]
    [InlineData("2026-03-01", "", "2026-03-02", null, "causedOn")] // Before it was sent.
    [InlineData("2026-03-05", "", null, null, "cause")]
    [InlineData("2026-03-05", "阀门内漏", "2026-03-04", "换阀", "actedOn")]
    [InlineData("2026-03-05", "阀门内漏", "2026-03-06", "", "action")]
    [InlineData(null, "", "2026-03-06", "换阀", "causedOn")]
    [InlineData("2026-03-11", "阀门内漏", null, null, "causedOn")] // Tomorrow.
    [InlineData("2026-03-05", "阀门内漏", "2026-03-06", "换阀", null)]
    public void Days_and_words_of_an_answer_fit(string? caused, string cause, string? acted, string? action, string? field)
    {
        var sheet = new FenceCause { From = new(2026, 3, 1), To = new(2026, 3, 2), FoundOn = new(2026, 3, 2), CauseDueOn = new(2026, 3, 7), ActionDueOn = new(2026, 4, 16), CausedOn = Day(caused), Cause = cause, ActedOn = Day(acted), Action = action ?? "" };
        FenceCauseType.Check(sheet, new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc))?.Field.ShouldBe(field);
        (FenceCauseType.Check(sheet, new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc)) is null).ShouldBe(field is null);

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void An_hour_comes_from_where_its_wind_does()
    {
        var south = new EvidenceHour(new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), 1, 2, 180);
        PeakEvidence.IsFrom(south, 180).ShouldBeTrue();
        PeakEvidence.IsFrom(south, 225).ShouldBeTrue();
        PeakEvidence.IsFrom(south, 226).ShouldBeFalse();
        PeakEvidence.IsFrom(south with { From = 350 }, 10).ShouldBeTrue("over north");
        PeakEvidence.IsFrom(south with { Speed = 0.4 }, 180).ShouldBeFalse("calm");
        PeakEvidence.IsFrom(south with { From = null }, 180).ShouldBeFalse();
    }

    private static IEnumerable<(int, DateOnly, double)> Hours(int point, DateOnly first, int count, double value) => Enumerable.Range(0, count).Select(hour => (point, first.AddDays(hour / 24), value));
}
