using EcoPark.Analysis.Trends;

namespace EcoPark.Analysis.Tests;

public sealed class SmoothingTests
{
    private static readonly double[] Nox = Fixture.Hourly["nox"];

    [Fact]
    public void Loess_agrees_with_statsmodels() =>
        Series.Present(Loess.Smooth(Nox.AsSpan(0, 200), 0.3, longestBridgedGap: 200)).ShouldBeClose(Fixture.Expected("lowess").Numbers(), 1e-7);

    [Fact]
    public void Gaussian_agrees_with_SciPy() =>
        Smoothing.Gaussian(Nox, 4, longestBridgedGap: Nox.Length)[..300].ShouldBeClose(Fixture.Expected("gaussian").Numbers(), 1e-9);

    [Fact]
    public void Gaps_stay_gaps_and_long_ones_part_the_line()
    {
        double[] series = [1, 1, 1, double.NaN, double.NaN, double.NaN, 9, 9, 9];
        var parted = Smoothing.Gaussian(series, 2, longestBridgedGap: 2);
        parted[..3].ShouldBeClose([1, 1, 1]);
        parted[3..6].ShouldAllBe(value => double.IsNaN(value));
        parted[6..].ShouldBeClose([9, 9, 9]);
        Smoothing.Gaussian(series, 2, longestBridgedGap: 3)[2].ShouldBeGreaterThan(1.1);
        Loess.Smooth(series, 1, longestBridgedGap: 2)[2].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Loess_keeps_a_straight_line()
    {
        double[] line = [.. Enumerable.Range(0, 50).Select(step => 3 + (0.5 * step))];
        Loess.Smooth(line, 0.4).ShouldBeClose(line, 1e-9);
    }
}
