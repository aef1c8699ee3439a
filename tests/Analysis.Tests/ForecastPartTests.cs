using EcoPark.Analysis.Forecasts;

namespace EcoPark.Analysis.Tests;

public sealed class ForecastPartTests
{
    [Fact]
    public void Blend_weights_agree_with_SciPy()
    {
        var expected = Fixture.Expected("blend");
        double[][] forecasts = [.. expected.GetProperty("forecasts").EnumerateArray().Select(row => row.Numbers())];
        BlendWeights.Fit(forecasts, expected.GetProperty("outcomes").Numbers(), expected.GetProperty("prior").Numbers())
            .ShouldBeClose(expected.GetProperty("weights").Numbers(), 2e-3);
    }

    [Fact]
    public void Ridge_agrees_with_NumPy()
    {
        var expected = Fixture.Expected("ridge");
        double[][] x = [.. expected.GetProperty("x").EnumerateArray().Select(row => row.Numbers())];
        TreeRow[] rows = [.. x.Zip(expected.GetProperty("y").Numbers(), (features, y) => new TreeRow { Label = (float)y, Features = [.. features.Select(one => (float)one)] })];
        var line = RidgeLine.Train(rows, 0.1);
        // Labels and features are single precision.
        rows.Select(row => line.Predict(row.Features)).ToList().ShouldBeClose(expected.GetProperty("fitted").Numbers(), 1e-5);
    }

    [Fact]
    public void A_missing_feature_counts_as_its_mean()
    {
        TreeRow[] rows = [.. Enumerable.Range(0, 50).Select(i => new TreeRow { Label = 2 * i, Features = [i] })];
        RidgeLine.Train(rows, 1e-6).Predict([float.NaN]).ShouldBe(49, 1e-3);
    }

    [Fact]
    public void Intervals_follow_the_errors_at_the_level_of_the_forecast()
    {
        var random = new Random(8);
        double[] forecasts = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble() * 100)];
        double[] outcomes = [.. forecasts.Select(forecast => forecast * (0.5 + random.NextDouble()))];
        var residuals = new Residuals(forecasts, outcomes, 0.9);
        var (lower, upper) = residuals.Interval(80, 0);
        // Uniform between 40 and 120: the middle 90 % are 44 … 116.
        lower.ShouldBe(44, 3);
        upper.ShouldBe(116, 3);
        residuals.Interval(10, 0).Upper.ShouldBeLessThan(20);
        residuals.ProbabilityOver(80, 100).ShouldBe(0.25, 0.06);
    }

    [Fact]
    public void A_forecast_below_the_floor_is_not_given() =>
        new Residuals([1, 2, 3, 4], [-5, -5, -5, -5], 0.9).Interval(2, 0).ShouldBe((0, 0));

    [Fact]
    public void The_usual_value_is_that_of_the_hour_and_season()
    {
        var table = new HourlyTable(new DateTime(2024, 1, 1), [KeyValuePair.Create("x", (double[])[.. Enumerable.Range(0, 24 * 366).Select(hour => hour % 24 + (hour / 24 < 183 ? 0.0 : 100))])]);
        var climatology = new Climatology(table, table["x"]);
        climatology.Of(new ForecastTarget(3, false), new DateTime(2026, 4, 1, 2, 0, 0)).ShouldBe(5, 1e-9);
        climatology.Of(new ForecastTarget(3, false), new DateTime(2026, 10, 1, 2, 0, 0)).ShouldBe(105, 1e-9);
        climatology.Of(new ForecastTarget(1, true), new DateTime(2026, 4, 1)).ShouldBe(11.5, 1e-9);
    }

    [Fact]
    public void The_wind_weighs_the_neighbours_it_comes_from()
    {
        var table = new HourlyTable(new DateTime(2026, 1, 1),
        [
            KeyValuePair.Create("x", (double[])[1]), KeyValuePair.Create("x@north", (double[])[10]), KeyValuePair.Create("x@south", (double[])[50]),
            KeyValuePair.Create(HourlyTable.WindDirection, (double[])[0]), KeyValuePair.Create(HourlyTable.WindSpeed, (double[])[2]),
        ]);
        var features = new List<float>();
        NeighbourFeatures.Of(table, "x", new Dictionary<string, double> { ["north"] = 0, ["south"] = 180 })!.Add(features, 0);
        features[..6].ShouldBe([10, 50, 30, -29, 50, 10]);
        features[8].ShouldBe(10, "wind from the north brings the north");
    }
}
