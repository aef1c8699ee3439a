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
        (finding.Kind, finding.Interval, finding.Level, finding.Cause.Key).ShouldBe((WatchAlarms.ForecastOverLimit, Interval.Hour, AlarmLevel.Blue, "ForecastOverLimit/Hour/c7/forecast/"));
        (finding.WorstAt, finding.WorstValue, finding.Limit, finding.Basis).ShouldBe((LastHour.AddHours(2), 55, 50, "排污许可限值 GB 13271-2014 ≤ 50 mg/m³"));
        finding.Text.ShouldBe("预报：排口二氧化硫未来 24 小时内可能超过 50 mg/m³，概率 80 %，最高约 55.00（2 小时后）。");
    }

    [Theory]
    [InlineData(0.5, 0.6, false)] // under the threshold that was learned
    [InlineData(0.39, 0.12, false)] // over a low threshold, yet less probable than not
    [InlineData(0.9, 0.6, true)] // over already: the alarm on exceedances tells that
    public async Task What_is_no_warning_ends_the_one_before(double probability, double threshold, bool isOverNow) =>
        (await Told(new TestSubject(7) { Limit = Limit }, new ExceedanceWarning(probability, threshold, isOverNow))).ShouldHaveSingleItem().ShouldBeOfType<Ended>().Cause.Key.ShouldBe("ForecastOverLimit/Hour/c7/forecast/");

    /// <summary>Figures of held-out history: precision and recall of the model, and of a simple trigger.</summary>
    [Theory]
    [InlineData(40, 0.90, 0.88, 0.85, 0.89, true)] // PM2.5 of the review: F1 0.89 against 0.87
    [InlineData(40, 0.90, 0.88, 0.95, 0.95, false)] // the simple trigger is better
    [InlineData(40, 0.40, 0.80, 0.30, 0.30, false)] // most warnings were false (F1 0.53)
    [InlineData(4, 1.00, 1.00, 0.50, 0.50, false)] // four exceedances show nothing
    public async Task Only_a_model_that_has_shown_skill_warns(int onsets, double precision, double recall, double simplePrecision, double simpleRecall, bool warns) =>
        ((await Told(new TestSubject(7) { Limit = Limit }, Sure, new BackTestSummary([], [], Line(onsets, precision, recall), Line(onsets, simplePrecision, simpleRecall)))).Single() is Finding).ShouldBe(warns);

    /// <summary>The second hour is over with a probability of 0.9; its error against that of “as now”.</summary>
    [Theory]
    [InlineData(0.9, 2, 10, 500, true)]
    [InlineData(0.7, 2, 10, 500, false)] // not certain enough
    [InlineData(0.9, 9, 10, 500, false)] // hardly better than “as now”: skill 0.19
    [InlineData(0.9, 2, 10, 29, false)] // 29 hours show nothing
    public async Task Without_a_learned_warning_a_nearly_certain_hour_of_a_skilled_forecast_warns(double probability, double rmse, double asNow, int hours, bool warns) =>
        ((await Told(new TestSubject(7) { Limit = Limit }, null, new BackTestSummary([new ScoreLine(2, hours, rmse, asNow, 12, 0.9, ForecastMethod.Blend)], [], null, null), probability)).Single() is Finding).ShouldBe(warns);

    [Fact]
    public async Task Without_a_learned_warning_or_a_back_test_nobody_is_warned()
    {
        (await Told(new TestSubject(7) { Limit = Limit }, null)).ShouldHaveSingleItem().ShouldBeOfType<Ended>();
        (await Told(new TestSubject(7) { Limit = Limit }, Sure, new BackTestSummary([], [], null, null))).ShouldHaveSingleItem().ShouldBeOfType<Ended>();
    }

    /// <summary>A limit of 60 for the day's mean is asked of the day's mean: hours of 55 with a mean of 40 are no warning, whatever is said of them.</summary>
    [Theory]
    [InlineData(0.1, false), InlineData(0.9, true)]
    public async Task A_limit_of_the_day_is_asked_of_the_days_mean_and_never_of_hours(double probability, bool warns)
    {
        var skilled = new BackTestSummary([], [new ScoreLine(1, 400, 2, 10, 12, 0.9, ForecastMethod.Blend)], Line(40, 0.9, 0.88), Line(40, 0.85, 0.8));
        var told = await Told(new TestSubject(7) { Limit = Limit with { IsOfDay = true } }, Sure, skilled, 0.99, [new DayForecastPoint(1, 52, 45, 60, probability)]);
        (told.Single() is Finding).ShouldBe(warns);
        if (told.Single() is Finding finding)
            (finding.WorstValue, finding.Text).ShouldBe((52, "预报：排口二氧化硫未来 24 小时的均值可能超过日均限值 50 mg/m³，概率 90 %，均值约 52.00。"));
    }

    [Fact]
    public async Task A_filed_plan_keeps_the_warning_back() =>
        (await Told(new TestSubject(7) { Limit = Limit, HasPlan = true }, new ExceedanceWarning(0.8, 0.6, IsOverNow: false))).ShouldBeEmpty();

    private static ExceedanceWarning Sure => new(0.8, 0.6, IsOverNow: false);

    private static OnsetLine Line(int onsets, double precision, double recall) => new(onsets, onsets, (int)Math.Round(onsets * recall), precision, recall, 6);

    private static async Task<IReadOnlyList<AlarmEvent>> Told(TestSubject subject, ExceedanceWarning? warning, BackTestSummary? backTest = null, double probability = 0.7, IReadOnlyList<DayForecastPoint>? days = null)
    {
        var told = new ToldAlarms();
        var issued = new IssuedForecast([new ForecastPoint(1, 40, 35, 45, 0.1), new ForecastPoint(2, 55, 48, 60, probability), new ForecastPoint(3, 45, 40, 50, 0.2)], days ?? [], warning, 50);
        await new ForecastWarnings(told).Tell(subject, LastHour, issued, subject.Limit, backTest ?? new BackTestSummary([], [], Line(40, 0.9, 0.88), Line(40, 0.85, 0.89)), CancellationToken.None);
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
