namespace EcoPark.Forecasting.Tests;

/// <summary>Nobody's training waits for ever.</summary>
public sealed class ForecastAgendaTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public void Modules_take_turns_and_what_two_of_them_want_is_forecast_once()
    {
        TestSubject[] stations = [new(1, module: "quality"), new(2, module: "quality")];
        TestSubject[] outlets = [new(11, module: "sources"), new(2, module: "sources"), new(12, module: "sources")];
        ForecastAgenda.InTurn([stations, outlets]).Select(subject => (((TestSubject)subject).Module, subject.Key.PointId))
            .ShouldBe([("quality", 1), ("sources", 11), ("quality", 2), ("sources", 12)]);
    }

    [Fact]
    public void Everybody_is_trained_once_before_anybody_is_trained_again()
    {
        List<TestSubject> subjects = [.. Enumerable.Range(1, 50).Select(point => new TestSubject(point))];
        var states = new Dictionary<ForecastKey, ForecastState>();
        var order = new List<int>();
        // A training takes four hours, so 50 take longer than the week after which the first are due again.
        for (var now = Now; order.Count < 120; now = now.AddHours(4))
        {
            if (Next(subjects, states, now) is not { } next)
                continue;
            order.Add(next.Key.PointId);
            states[next.Key] = new ForecastState(next.Key, now, ForecastTrainer.FewestHours, false, null);
        }

        order.Take(50).ShouldBe(Enumerable.Range(1, 50));
        order.Skip(50).Take(50).ShouldBe(Enumerable.Range(1, 50));
    }

    [Fact]
    public void One_that_fails_does_not_keep_the_others_waiting()
    {
        TestSubject[] subjects = [new(1), new(2)];
        Next(subjects, [], Now)!.Key.PointId.ShouldBe(1);
        Next(subjects, [], Now, failed: [subjects[0].Key])!.Key.PointId.ShouldBe(2);
        Next(subjects, [], Now, failed: [subjects[0].Key, subjects[1].Key]).ShouldBeNull();
    }

    [Theory]
    [InlineData(6 * 24, false, 8_000, false)]
    [InlineData((7 * 24) + 1, false, 8_000, true)]
    [InlineData(2, true, 240, true)] // too little history: counted again after an hour
    [InlineData(23, true, 8_000, false)] // could not be learned: tried again after a day
    [InlineData(25, true, 8_000, true)]
    public void A_forecast_is_trained_when_its_time_has_come(int ageHours, bool isRefused, int hours, bool isDue)
    {
        var subject = new TestSubject(1);
        var states = new Dictionary<ForecastKey, ForecastState> { [subject.Key] = new(subject.Key, Now.AddHours(-ageHours), hours, isRefused, null) };
        (Next([subject], states, Now) is not null).ShouldBe(isDue);
    }

    [Fact]
    public void A_changed_limit_does_not_wait_for_the_week_to_pass()
    {
        var subject = new TestSubject(1);
        var states = new Dictionary<ForecastKey, ForecastState> { [subject.Key] = new(subject.Key, Now.AddHours(-1), 8_000, false, null) };
        Next([subject], states, Now, outdated: [subject.Key]).ShouldBe(subject);
    }

    private static IForecastSubject? Next(IReadOnlyList<IForecastSubject> subjects, Dictionary<ForecastKey, ForecastState> states, DateTime now, HashSet<ForecastKey>? outdated = null, HashSet<ForecastKey>? failed = null) =>
        ForecastAgenda.NextToTrain(subjects, states, now, Week, outdated ?? [], failed ?? []);
}
