using EcoPark.Analysis.Forecasts;

namespace EcoPark.Analysis.Tests;

public sealed class ForecastTests
{
    private const string Target = "pm25";

    private static readonly ForecastOptions Small = new()
    {
        ModelHorizons = [1, 6, 24],
        Days = 1,
        Trees = 30,
        Limit = 75,
        WarningHours = 12,
    };

    private static readonly HourlyTable Year = Made(24 * 240);
    private static readonly Lazy<TrainedForecast> Trained = new(() => ForecastModel.Train(Year, Target, Small));

    [Fact]
    public void What_comes_back_every_day_is_forecast()
    {
        var report = BackTest.Run(Year, Target, 24 * 200, Small);
        report.Horizons.Count.ShouldBe(24);
        report.Horizons[5].Skill.ShouldBeGreaterThan(0.4);
        report.Horizons[5].Rmse.ShouldBeLessThan(report.Horizons[5].ClimatologyRmse);
        report.Horizons.ShouldAllBe(score => score.Coverage > 0.8 && score.Coverage < 0.99);
        report.Days.ShouldHaveSingleItem().N.ShouldBeGreaterThan(700);
        report.Onsets!.Onsets.ShouldBeGreaterThan(20);
        report.Onsets.F1.ShouldBeGreaterThan(0.7);
        report.PersistenceOnsets!.Onsets.ShouldBe(report.Onsets.Onsets);
    }

    [Fact]
    public void Points_are_in_order_and_within_their_interval()
    {
        var points = Trained.Value.Predict(Year);
        points.Select(point => point.Horizon).ShouldBe(Enumerable.Range(1, 24));
        points.ShouldAllBe(point => point.Lower <= point.Value && point.Value <= point.Upper && point.Lower >= 0);
        points.ShouldAllBe(point => point.ProbabilityOver >= 0 && point.ProbabilityOver <= 1);
        Trained.Value.Methods.Keys.Order().ShouldBe([1, 6, 24]);
        Trained.Value.PredictDays(Year).ShouldHaveSingleItem().Day.ShouldBe(1);
        Trained.Value.Warn(Year)!.Probability.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_forecast() =>
        ForecastModel.Train(Year, Target, Small).Predict(Year).ShouldBe(Trained.Value.Predict(Year));

    [Fact]
    public void A_saved_forecast_says_the_same()
    {
        using var stream = new MemoryStream();
        Trained.Value.Save(stream);
        stream.Position = 0;
        var loaded = TrainedForecast.Load(stream);
        loaded.Predict(Year).ShouldBe(Trained.Value.Predict(Year));
        loaded.PredictDays(Year).ShouldBe(Trained.Value.PredictDays(Year));
        loaded.Warn(Year).ShouldBe(Trained.Value.Warn(Year));
        loaded.Methods.ShouldBe(Trained.Value.Methods);
    }

    /// <summary>The forecast from an hour must not know what came after it.</summary>
    [Fact]
    public void The_future_of_an_origin_does_not_change_its_forecast()
    {
        var features = new FeatureTable(Year, Target, Small);
        var past = new FeatureTable(Year.Rows(0, 3001), Target, Small);
        features.Row(3000).ShouldBe(past.Row(3000));
    }

    [Fact]
    public void The_last_eight_days_are_enough_to_forecast_from()
    {
        var recent = Year.Rows(Year.Length - 193, Year.Length);
        Trained.Value.Predict(recent).ShouldBe(Trained.Value.Predict(Year));
    }

    [Fact]
    public void Gaps_are_no_outcomes()
    {
        double[] series = [1, double.NaN, 3, 4];
        new ForecastTarget(1, false).At(series, 0).ShouldBe(double.NaN);
        new ForecastTarget(2, false).At(series, 0).ShouldBe(3);
        new ForecastTarget(1, false).At(series, 3).ShouldBe(double.NaN);
        double[] day = [.. Enumerable.Repeat(2.0, 25)];
        new ForecastTarget(1, true).At(day, 0).ShouldBe(2);
        day[3] = day[4] = day[5] = day[6] = double.NaN;
        new ForecastTarget(1, true).At(day, 0).ShouldBe(2);
        day[7] = double.NaN;
        new ForecastTarget(1, true).At(day, 0).ShouldBe(double.NaN, "nineteen hours are no day");
    }

    [Fact]
    public void A_missing_last_value_still_gives_a_forecast()
    {
        var columns = Year.Names.ToDictionary(name => name, name => Year[name].ToArray());
        columns[Target].AsSpan(^30..).Fill(double.NaN);
        Trained.Value.Predict(new HourlyTable(Year.FirstHour, columns)).ShouldAllBe(point => double.IsFinite(point.Value));
    }

    [Fact]
    public void Cancelled_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => ForecastModel.Train(Year, Target, Small, source.Token));
    }

    [Fact]
    public void Too_little_history_and_other_columns_are_refused()
    {
        Should.Throw<ArgumentException>(() => ForecastModel.Train(Year.Rows(0, 300), Target, Small)).Message.ShouldContain("Too little history");
        Should.Throw<ArgumentException>(() => ForecastModel.Train(Year, "so2", Small));
        Should.Throw<ArgumentException>(() => Trained.Value.Predict(new HourlyTable(Year.FirstHour, [KeyValuePair.Create(Target, new double[300])])));
        Should.Throw<ArgumentException>(() => new HourlyTable(Year.FirstHour, [KeyValuePair.Create("a", new double[3]), KeyValuePair.Create("b", new double[2])]));
    }

    /// <summary>A daily wave whose height follows the wind, with noise and gaps.</summary>
    private static HourlyTable Made(int hours)
    {
        var random = new Random(9);
        var (level, speed) = (0.0, 3.0);
        var (pm, wind, from) = (new double[hours], new double[hours], new double[hours]);
        for (var hour = 0; hour < hours; hour++)
        {
            level = (0.97 * level) + (random.NextDouble() - 0.5);
            speed = Math.Clamp(speed + (0.3 * (random.NextDouble() - 0.5)), 0.5, 8);
            wind[hour] = speed;
            from[hour] = random.NextDouble() * 360;
            var wave = 1 + Math.Sin(hour * Math.Tau / 24);
            pm[hour] = random.NextDouble() < 0.03 ? double.NaN : Math.Max(0, 20 + (40 * wave) - (4 * speed) + (8 * level) + (5 * random.NextDouble()));
        }

        return new HourlyTable(new DateTime(2025, 1, 1),
            [KeyValuePair.Create(Target, pm), KeyValuePair.Create(HourlyTable.WindSpeed, wind), KeyValuePair.Create(HourlyTable.WindDirection, from)]);
    }
}
