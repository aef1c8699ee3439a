using EcoPark.Analysis.Forecasts;

namespace EcoPark.Forecasting.Tests;

public sealed class ForecastSkillTests
{
    private static readonly DateTime Start = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Issues_are_held_against_what_came_and_against_the_value_before()
    {
        // Two issues an hour apart, each says 12 ± 1 for the next hour; 10, 12 and 15 came.
        (DateTime, IssuedForecast)[] issues = [(Start, Issue(12)), (Start.AddHours(1), Issue(12))];
        var measured = new Dictionary<DateTime, double> { [Start] = 10, [Start.AddHours(1)] = 12, [Start.AddHours(2)] = 15 };
        var skill = ForecastSkill.Of(1, issues, measured);
        skill.N.ShouldBe(2);
        skill.Rmse!.Value.ShouldBe(Math.Sqrt((0 + 9) / 2.0), 1e-12); // 12 against 12, 12 against 15
        skill.PersistenceRmse!.Value.ShouldBe(Math.Sqrt((4 + 9) / 2.0), 1e-12); // 10 against 12, 12 against 15
        skill.Inside.ShouldBe(0.5);
    }

    [Fact]
    public void An_hour_that_did_not_count_is_left_out()
    {
        (DateTime, IssuedForecast)[] issues = [(Start, Issue(12))];
        ForecastSkill.Of(1, issues, new Dictionary<DateTime, double> { [Start] = 10 }).ShouldBe(new PastSkill(1, 0, null, null, null));
    }

    private static IssuedForecast Issue(double value) => new([new ForecastPoint(1, value, value - 1, value + 1, null)], [], null, null);
}
