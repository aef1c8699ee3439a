using EcoPark.Analysis.Forecasts;

namespace EcoPark.Forecasting.Tests;

/// <summary>What goes to the training process and comes back is what training in place would have given.</summary>
public sealed class TrainingWorkTests
{
    private static readonly ForecastOptions Options = new() { ModelHorizons = [1, 6], Days = 1, Trees = 20, Threads = 1, Limit = 70, Bearings = new Dictionary<string, double> { ["north"] = 12.5 } };

    [Fact]
    public async Task What_is_read_again_trains_the_same_forecast()
    {
        var table = Made(2_400);
        using var sent = new MemoryStream();
        await TrainingWork.Of(table, "a34004", 1_900, Options).Write(sent, TestContext.Current.CancellationToken);
        sent.Position = 0;
        var received = TrainingWork.Read(sent);
        (received.FirstHour, received.Factor, received.TestFrom).ShouldBe((table.FirstHour, "a34004", 1_900));
        received.Options.Bearings.ShouldBe(Options.Bearings);
        received.Columns["a34004"].ShouldBe(table["a34004"].ToArray());
        double.IsNaN(received.Columns["a34004"][100]).ShouldBeTrue();

        var result = received.Do(TestContext.Current.CancellationToken);

        result.Refusal.ShouldBeNull();
        using var content = new MemoryStream(result.Content);
        var here = ForecastModel.Train(table, "a34004", Options, TestContext.Current.CancellationToken);
        TrainedForecast.Load(content).Predict(table).Select(point => point.Value).ShouldBe(here.Predict(table).Select(point => point.Value));
        result.BackTest.ShouldBe(BackTestSummary.Of(BackTest.Run(table, "a34004", 1_900, Options, TestContext.Current.CancellationToken)).Write());
    }

    [Fact]
    public void A_history_whose_hours_lie_badly_is_refused_with_words()
    {
        var alone = Enumerable.Repeat(double.NaN, 2_400).ToArray();
        alone[0] = alone[2_399] = 1;

        var result = new TrainingWork(new DateTime(2025, 1, 1), new Dictionary<string, double[]> { ["a34004"] = alone }, "a34004", 1_900, Options with { Bearings = new Dictionary<string, double>() })
            .Do(TestContext.Current.CancellationToken);

        result.Refusal.ShouldNotBeNull().ShouldContain("不足以训练");
        result.Content.ShouldBeEmpty();
    }

    /// <summary>A daily cycle with noise; every hundredth hour is missing.</summary>
    private static HourlyTable Made(int hours)
    {
        var random = new Random(7);
        return new HourlyTable(new DateTime(2025, 1, 1),
        [
            KeyValuePair.Create("a34004", (double[])[.. Enumerable.Range(0, hours).Select(hour => hour % 100 == 0 ? double.NaN : 40 + (30 * Math.Sin(hour * Math.Tau / 24)) + (10 * random.NextDouble()))]),
        ]);
    }
}
