using System.Globalization;
using CsCheck;
using EcoPark.Analysis.Descriptions;

namespace EcoPark.Analysis.Tests;

public sealed class DescriptionTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Percentiles_agree_with_NumPy()
    {
        foreach (var quantile in Fixture.Expected("quantiles").EnumerateObject())
            Percentiles.Of(Fixture.Hourly["pm10"], double.Parse(quantile.Name, CultureInfo.InvariantCulture)).ShouldBeClose(quantile.Value.GetDouble());
        Percentiles.RobustDeviation(Fixture.Hourly["pm10"]).ShouldBeClose(Fixture.Expected("mad").GetDouble());
        Percentiles.Median([]).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_box_agrees_with_NumPy()
    {
        var (expected, box) = (Fixture.Expected("box"), BoxPlot.Of(Fixture.Hourly["pm10"])!);
        box.N.ShouldBe((int)expected.Number("n"));
        box.LowerWhisker.ShouldBe(expected.Number("lower"));
        box.UpperWhisker.ShouldBe(expected.Number("upper"));
        box.Outliers.Count.ShouldBe((int)expected.Number("outliers"));
        BoxPlot.Of([double.NaN]).ShouldBeNull();
    }

    [Fact]
    public void A_box_is_in_order_and_loses_nothing() =>
        Gen.Double[-100, 100].Array[1, 60].Sample(values =>
        {
            var box = BoxPlot.Of(values)!;
            return box.LowerWhisker <= box.Median && box.Lower <= box.Median && box.Median <= box.Upper && box.Median <= box.UpperWhisker
                && box.Outliers.All(value => value < box.LowerWhisker || value > box.UpperWhisker) && box.N == values.Length;
        }, iter: 300);

    [Fact]
    public void Hours_and_weekdays_agree_with_pandas()
    {
        var hours = TimeVariation.Of(Fixture.FirstHour, Hour, Fixture.Hourly["nox"], Cycle.HourOfDay);
        hours.Select(part => part.Mean).ToList().ShouldBeClose(Fixture.Expected("hour").Numbers());
        TimeVariation.Of(Fixture.FirstHour, Hour, Fixture.Hourly["nox"], Cycle.Weekday).Select(part => part.Mean).ToList()
            .ShouldBeClose(Fixture.Expected("weekday").Numbers());
        TimeVariation.Of(Fixture.FirstHour, Hour, Fixture.Hourly["nox"], Cycle.Month).Count(part => part.N > 0).ShouldBe(3);
        TimeVariation.Of(Fixture.FirstHour, Hour, Fixture.Hourly["nox"], Cycle.HourOfWeek).Count.ShouldBe(168);
    }

    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_normal_law()
    {
        var random = new Random(5);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble()))];
        var (lower, upper) = Bootstrap.MeanInterval(values, 0.05, 4000);
        // 1.96 / √400 = 0.098 on each side.
        (upper - lower).ShouldBe(0.196, 0.03);
        Bootstrap.MeanInterval(values).ShouldBe(Bootstrap.MeanInterval(values));
    }

    [Fact]
    public void Days_agree_with_pandas()
    {
        var days = DayCalendar.Of(Fixture.FirstHour, Hour, Fixture.Hourly["nox"]);
        days.Select(day => day.Mean).ToList().ShouldBeClose(Fixture.Expected("days").Numbers());
        days[0].Day.ShouldBe(new DateOnly(2000, 1, 1));
        days[^1].Day.ShouldBe(new DateOnly(2000, 3, 31));
        DayCalendar.Of(Fixture.FirstHour, Hour, [1, 2, double.NaN], fewest: 3)[0].Mean.ShouldBe(double.NaN);
    }
}
