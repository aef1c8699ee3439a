using EcoPark.Alarms;
using EcoPark.Analysis.Forecasts;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Forecasting.Tests;

public sealed class ForecastWarningTests
{
    private static readonly DateTime LastHour = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly ForecastLimit Limit = new(50, "排污许可限值 GB 13271-2014", "≤ 50 mg/m³");

    [Fact]
    public async Task A_forecast_over_the_limit_is_told_with_its_peak_and_the_basis_of_the_limit()
    {
        var finding = (await Told(new TestSubject(7) { Limit = Limit }, new ExceedanceWarning(0.8, 0.6, IsOverNow: false))).ShouldHaveSingleItem().ShouldBeOfType<Finding>();
        (finding.Kind, finding.Interval, finding.Level, finding.Cause.Key).ShouldBe((WatchAlarms.ForecastOverLimit, Interval.Hour, AlarmLevel.Yellow, "ForecastOverLimit/Hour/c7/forecast/"));
        (finding.WorstAt, finding.WorstValue, finding.Limit, finding.Basis).ShouldBe((LastHour.AddHours(2), 55, 50, "排污许可限值 GB 13271-2014 ≤ 50 mg/m³"));
        finding.Text.ShouldBe("预报：排口二氧化硫未来 24 小时内可能超过 50 mg/m³，概率 80 %，最高约 55.00（2 小时后）。");
    }

    [Theory]
    [InlineData(0.5, 0.6, false)] // not probable enough
    [InlineData(0.9, 0.6, true)] // over already: the alarm on exceedances tells that
    public async Task What_is_no_warning_ends_the_one_before(double probability, double threshold, bool isOverNow) =>
        (await Told(new TestSubject(7) { Limit = Limit }, new ExceedanceWarning(probability, threshold, isOverNow))).ShouldHaveSingleItem().ShouldBeOfType<Ended>().Cause.Key.ShouldBe("ForecastOverLimit/Hour/c7/forecast/");

    [Fact]
    public async Task Without_a_learned_warning_the_most_probable_hour_decides() =>
        (await Told(new TestSubject(7) { Limit = Limit }, null)).ShouldHaveSingleItem().ShouldBeOfType<Finding>().Text.ShouldContain("概率 70 %");

    [Fact]
    public async Task A_filed_plan_keeps_the_warning_back() =>
        (await Told(new TestSubject(7) { Limit = Limit, HasPlan = true }, new ExceedanceWarning(0.8, 0.6, IsOverNow: false))).ShouldBeEmpty();

    private static async Task<IReadOnlyList<AlarmEvent>> Told(TestSubject subject, ExceedanceWarning? warning)
    {
        var told = new ToldAlarms();
        var issued = new IssuedForecast([new ForecastPoint(1, 40, 35, 45, 0.1), new ForecastPoint(2, 55, 48, 60, 0.7), new ForecastPoint(3, 45, 40, 50, 0.2)], [], warning, 50);
        await new ForecastWarnings(told).Tell(subject, LastHour, issued, subject.Limit, CancellationToken.None);
        return told.Events;
    }

    private sealed class ToldAlarms : IAlarms
    {
        public List<AlarmEvent> Events { get; } = [];

        public Task Write(IReadOnlyList<AlarmEvent> events)
        {
            Events.AddRange(events);
            return Task.CompletedTask;
        }
    }
}
