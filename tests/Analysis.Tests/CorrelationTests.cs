using CsCheck;
using EcoPark.Analysis.Correlations;

namespace EcoPark.Analysis.Tests;

public sealed class CorrelationTests
{
    private static readonly string[] Factors = ["nox", "no2", "o3", "pm10", "so2", "co"];

    [Fact]
    public void Pearson_and_Spearman_agree_with_SciPy()
    {
        foreach (var pair in Fixture.Expected("pairs").EnumerateArray())
        {
            var (x, y) = (Fixture.Hourly[pair.GetProperty("a").GetString()!], Fixture.Hourly[pair.GetProperty("b").GetString()!]);
            var pearson = Correlation.Of(x, y);
            var spearman = Correlation.Of(x, y, CorrelationMethod.Spearman);
            pearson.N.ShouldBe((int)pair.Number("n"));
            pearson.Coefficient.ShouldBeClose(pair.Number("pearson"));
            spearman.Coefficient.ShouldBeClose(pair.Number("spearman"));
            // p-values of thousands of hours are below the smallest normal double or near it.
            pearson.P.ShouldBe(pair.Number("pearsonP"), 1e-12);
            spearman.P.ShouldBe(pair.Number("spearmanP"), 1e-12);
        }
    }

    [Fact]
    public void The_matrix_agrees_with_SciPy_and_statsmodels()
    {
        var matrix = CorrelationMatrix.Of([.. Factors.Select(factor => (factor, Fixture.Hourly[factor][..48]))]);
        var pairs = (from i in Enumerable.Range(0, 6) from j in Enumerable.Range(i + 1, 5 - i) select (i, j)).ToList();
        pairs.Select(pair => matrix.Cells[pair.i][pair.j].P).ToList().ShouldBeClose(Fixture.Expected("week").GetProperty("p").Numbers(), 1e-9);
        pairs.Select(pair => matrix.AdjustedP[pair.j][pair.i]).ToList().ShouldBeClose(Fixture.Expected("week").GetProperty("adjusted").Numbers(), 1e-9);
    }

    [Fact]
    public void Lags_agree_with_pandas()
    {
        var points = LaggedCorrelation.Of(Fixture.Hourly["nox"], Fixture.Hourly["o3"]);
        var expected = Fixture.Expected("lags").EnumerateArray().ToList();
        points.Select(point => point.Lag).ShouldBe(expected.Select(one => (int)one.Number("lag")));
        points.Select(point => point.Correlation.N).ShouldBe(expected.Select(one => (int)one.Number("n")));
        points.Select(point => point.Correlation.Coefficient).ToList().ShouldBeClose([.. expected.Select(one => one.Number("r"))]);
    }

    [Fact]
    public void A_delayed_series_is_found_at_its_delay()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 500).Select(step => step >= 5 ? x[step - 5] : double.NaN)];
        LaggedCorrelation.Strongest(LaggedCorrelation.Of(x, y))!.Lag.ShouldBe(5);
    }

    [Fact]
    public void Constant_or_too_short_series_have_no_correlation()
    {
        Correlation.Of([1, 1, 1, 1], [1, 2, 3, 4]).Coefficient.ShouldBe(double.NaN);
        Correlation.Of([1, 2, double.NaN], [1, 2, 3]).Confidence.ShouldBe(Confidence.Unknown);
        Should.Throw<ArgumentException>(() => Correlation.Of([1, 2], [1]));
    }

    [Fact]
    public void Spearman_does_not_care_for_the_scale() =>
        Gen.Double[0.1, 10].Array[5, 50].Sample(x =>
        {
            double[] y = [.. x.Select((value, at) => value + Math.Sin(at))];
            var plain = Correlation.Of(x, y, CorrelationMethod.Spearman).Coefficient;
            return Math.Abs(plain - Correlation.Of([.. x.Select(value => Math.Log(value))], y, CorrelationMethod.Spearman).Coefficient) < 1e-12;
        }, iter: 200);

    [Fact]
    public void Adjusted_values_are_never_smaller_and_keep_the_order() =>
        Gen.Double[0, 1].Array[1, 30].Sample(p =>
        {
            var adjusted = FalseDiscovery.Adjust(p);
            var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToList();
            return p.Zip(adjusted).All(pair => pair.Second >= pair.First * (1 - 1e-12) && pair.Second <= 1)
                && order.Zip(order.Skip(1)).All(pair => adjusted[pair.First] <= adjusted[pair.Second]);
        }, iter: 300);
}
