using EcoPark.Modules.Ldar.Figures;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>What a survey's own figures say against it, and what they do not.</summary>
public sealed class AuditTests
{
    private static readonly DateTime Start = At("2026-03-02 09:00");

    [Fact]
    public void A_survey_as_people_measure_has_no_marks() => Names(Readings(200, at => 11 + (at * 7 % 90)), 0.005).ShouldBeEmpty();

    [Fact]
    public void Who_is_faster_than_anybody_can_be_is_told_by_the_fastest_hour()
    {
        // 130 in 43 minutes, the rest slowly.
        var fast = Readings(130, at => 11 + (at * 7 % 90), seconds: 20).Concat(Readings(30, at => 11 + (at * 7 % 90), from: 120)).ToList();
        SurveyAudit.Of(fast, null).ShouldHaveSingleItem().ShouldBe(new AuditMark("pace", "最快一小时检测 130 点，超过 120 点"));
        Names(Readings(120, at => 11 + (at * 7 % 90), seconds: 30), null).ShouldBeEmpty();
    }

    [Fact]
    public void Values_that_repeat_and_digits_that_are_not_spread_are_told()
    {
        SurveyAudit.Of(Readings(40, at => at % 5 < 2 ? 12 : 20 + at), null).ShouldHaveSingleItem().Text.ShouldBe("40 % 的读数都是 12 ppm");
        // All end with 0 or 5: 50 each of 100 where ten are expected: χ² = 2 × 40²/10 + 8 × 10 = 400.
        SurveyAudit.Of(Readings(100, at => 10 + (at * 5)), null).ShouldHaveSingleItem().Text.ShouldContain("χ² 400.0");
        Names(Readings(49, at => 10 + (at * 5)), null).ShouldBeEmpty("too few to say");
    }

    [Fact]
    public void Dwell_that_is_always_the_same_and_no_leak_where_others_find_some_are_told()
    {
        Names([.. Readings(60, at => 11 + (at * 7 % 90)).Select(one => one with { DwellSeconds = 10 })], null).ShouldBe(["dwell"]);
        // (1 − 2 %)^300 = 0.23 %; ^200 = 1.8 %.
        SurveyAudit.Of(Readings(300, at => 11 + (at * 7 % 90)), 0.02).ShouldHaveSingleItem().Text.ShouldContain("300 点无一泄漏；按其他检测的泄漏率 2.00 %，这样的机会为 0.23 %");
        Names(Readings(200, at => 11 + (at * 7 % 90)), 0.02).ShouldBeEmpty();
        Names([.. Readings(300, at => 11 + (at * 7 % 90)).Select((one, at) => one with { IsLeak = at == 5 })], 0.02).ShouldBeEmpty();
    }

    [Fact]
    public void A_handful_of_readings_says_nothing() => Names(Readings(19, _ => 12, seconds: 1), 0.9).ShouldBeEmpty();

    private static List<AuditedReading> Readings(int count, Func<int, double> value, int seconds = 60, int from = 0) => [.. Enumerable.Range(0, count).Select(at => new AuditedReading(Start.AddMinutes(from).AddSeconds(at * seconds), value(at), false, null))];

    private static string[] Names(IReadOnlyList<AuditedReading> readings, double? peers) => [.. SurveyAudit.Of(readings, peers).Select(mark => mark.Name)];
}
