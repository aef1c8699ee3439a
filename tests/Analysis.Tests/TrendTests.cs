using CsCheck;
using EcoPark.Analysis.Trends;

namespace EcoPark.Analysis.Tests;

public sealed class TrendTests
{
    [Theory, InlineData("nox"), InlineData("no2"), InlineData("o3"), InlineData("so2")]
    public void Kendall_and_Sen_agree_with_SciPy(string factor)
    {
        var expected = Fixture.Expected("kendall").GetProperty(factor);
        var trend = MannKendall.Test(Fixture.Monthly[factor]);
        trend.N.ShouldBe((int)expected.Number("n"));
        trend.S.ShouldBe((long)expected.Number("s"));
        trend.Variance.ShouldBeClose(expected.Number("variance"));
        trend.Z.ShouldBeClose(expected.Number("z"));
        trend.P.ShouldBeClose(expected.Number("p"), 1e-6);
        trend.Slope.ShouldBeClose(expected.Number("slope"));
        trend.SlopeLower.ShouldBeClose(expected.Number("lower"));
        trend.SlopeUpper.ShouldBeClose(expected.Number("upper"));
        trend.Intercept.ShouldBeClose(expected.Number("intercept"));
    }

    [Theory, InlineData("nox"), InlineData("no2"), InlineData("o3"), InlineData("so2")]
    public void Seasons_agree_with_SciPy(string factor)
    {
        var expected = Fixture.Expected("seasonal").GetProperty(factor);
        var seasonal = SeasonalMannKendall.Test(Fixture.Monthly[factor]);
        seasonal.Trend.N.ShouldBe((int)expected.Number("n"));
        seasonal.Trend.S.ShouldBe((long)expected.Number("s"));
        seasonal.Trend.Variance.ShouldBeClose(expected.Number("variance"));
        seasonal.Trend.P.ShouldBeClose(expected.Number("p"), 1e-6);
        seasonal.Trend.Slope.ShouldBeClose(expected.Number("slope"));
        seasonal.HeterogeneityP.ShouldBeClose(expected.Number("heterogeneity"), 1e-6);
    }

    [Fact]
    public void Known_trends_of_London_are_found()
    {
        // Carslaw and Ropkins (2012): NOx and SO2 fell at Marylebone Road after 1998.
        SeasonalMannKendall.Test(Fixture.Monthly["so2"]).Trend.Direction.ShouldBe(-1);
        SeasonalMannKendall.Test(Fixture.Monthly["so2"]).Trend.Confidence.ShouldBe(Confidence.VeryHigh);
    }

    [Fact]
    public void Too_few_values_and_constant_values_have_no_trend()
    {
        MannKendall.Test([1, 2, double.NaN, 3]).Confidence.ShouldBe(Confidence.Unknown);
        var constant = MannKendall.Test([5, 5, 5, 5, 5]);
        (constant.Z, constant.P, constant.Confidence).ShouldBe((0, 1, Confidence.None)); // pyMannKendall and SciPy: no trend, p = 1
        constant.Slope.ShouldBe(0);
    }

    [Fact]
    public void A_gap_keeps_its_place() => MannKendall.Test([0, 2, double.NaN, double.NaN, 8, 10]).Slope.ShouldBe(2);

    [Fact]
    public void A_line_is_found_whatever_the_outliers() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Int[0, 39], Gen.Double[1e3, 1e6]).Sample((slope, at, outlier) =>
        {
            double[] series = [.. Enumerable.Range(0, 40).Select(step => slope * step)];
            series[at] += outlier;
            return Math.Abs(MannKendall.Test(series).Slope - slope) < 1e-9;
        }, iter: 200);

    [Fact]
    public void Turned_upside_down_the_trend_turns() =>
        Gen.Double[-10, 10].Array[5, 40].Sample(series =>
        {
            var up = MannKendall.Test(series);
            var down = MannKendall.Test([.. series.Select(value => -value)]);
            return up.S == -down.S && Math.Abs(up.SlopeLower + down.SlopeUpper) < 1e-9 && up.P == down.P;
        }, iter: 300);

    [Fact]
    public void Slopes_by_counting_are_the_slopes_by_listing() =>
        Gen.Select(Gen.Int[-20, 20].Array[4, 60], Gen.Double[0, 1]).Sample((values, share) =>
        {
            double[] series = [.. values.Select(value => value / 4.0)];
            var points = TrendPoints.Of(series);
            double[] slopes = [.. from i in Enumerable.Range(0, series.Length) from j in Enumerable.Range(i + 1, series.Length - i - 1) select (series[j] - series[i]) / (j - i)];
            Array.Sort(slopes);
            var rank = (int)(share * (slopes.Length - 1));
            return Math.Abs(SlopeSelection.At([points], rank) - slopes[rank]) < 1e-9;
        }, iter: 500);

    [Fact]
    public void Three_years_of_hours_are_no_burden()
    {
        var random = new Random(1);
        double[] series = [.. Enumerable.Range(0, 26_304).Select(hour => (0.001 * hour) + random.NextDouble())];
        var before = GC.GetAllocatedBytesForCurrentThread();
        MannKendall.Test(series).Slope.ShouldBe(0.001, 1e-5);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000_000);
    }
}
