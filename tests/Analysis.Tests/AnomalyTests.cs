using CsCheck;
using EcoPark.Analysis.Anomalies;

namespace EcoPark.Analysis.Tests;

public sealed class AnomalyTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void The_same_value_again_and_again_is_found_and_a_gap_ends_it()
    {
        var found = RunDetectors.Constant([1, 3.5, 3.5, 3.5, 3.5, 2, 7, 7, Gap, 7, 7], 4).ShouldHaveSingleItem();
        (found.From, found.To, found.Statistic, found.Threshold).ShouldBe((1, 4, 4, 4));
        found.Evidence.ShouldBe("连续 4 个值恒为 3.5（达到 4 个即为异常）");
        RunDetectors.Constant([0, 0, 0, 0], 3).ShouldBeEmpty("zeros are a kind of their own");
        RunDetectors.Zero([1, 0, 0, 0, 2, 0], 3).ShouldHaveSingleItem().Steps.ShouldBe(3);
    }

    [Fact]
    public void Values_below_zero_and_outside_the_range_are_found()
    {
        var negative = RunDetectors.Negative([1, -0.5, -2, 3, -0.01], 0.1).ShouldHaveSingleItem();
        (negative.From, negative.To, negative.Statistic).ShouldBe((1, 2, -2));
        var range = RunDetectors.OutOfRange([1, 120, 130, 50, -5], 0, 100);
        range.Select(one => (one.From, one.To, one.Statistic, one.Threshold)).ShouldBe([(1, 2, 130, 100), (4, 4, -5, 0)]);
    }

    [Fact]
    public void A_spike_is_found_and_an_event_is_not()
    {
        double[] quiet = [.. Enumerable.Range(0, 60).Select(step => 10 + Math.Sin(step))];
        var spiky = quiet.ToArray();
        spiky[20] = 60;
        var spike = SpikeDetector.Find(spiky).ShouldHaveSingleItem();
        (spike.From, spike.To).ShouldBe((20, 20));
        spike.Statistic.ShouldBeGreaterThan(spike.Threshold);

        var plume = quiet.ToArray();
        for (var i = 20; i < 25; i++)
            plume[i] = 60;
        SpikeDetector.Find(plume).ShouldBeEmpty();
        SpikeDetector.Find([5, 5, 5, 5, 5, 5, 5.01, 5, 5, 5, 5, 5, 5, 5], leastJump: 0.5).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_is_found_where_it_is_and_noise_is_not()
    {
        var random = new Random(4);
        double[] noise = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble())];
        LevelChangeDetector.Find(noise, 100).ShouldBeEmpty();
        double[] step = [.. noise.Select((value, at) => at < 200 ? value : value + 1.5)];
        var change = LevelChangeDetector.Find(step, 100).ShouldHaveSingleItem();
        change.From.ShouldBeInRange(190, 205);
        change.To.ShouldBe(299);
        double[] drift = [.. noise.Select((value, at) => at < 150 ? value : value - (0.01 * (at - 150)))];
        LevelChangeDetector.Find(drift, 100).ShouldHaveSingleItem().From.ShouldBeInRange(140, 240);
        noise[150] = 1000;
        LevelChangeDetector.Find(noise, 100).ShouldBeEmpty("one spike is no drift");
    }

    [Fact]
    public void A_factor_that_leaves_its_companion_is_found()
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() * 10)];
        double[] y = [.. x.Select(value => 2 + (3 * value) + random.NextDouble())];
        RatioDetector.Find(x, y).ShouldBeEmpty();
        for (var i = 120; i < 126; i++)
            y[i] = 1;
        x[120] = x[121] = x[122] = x[123] = x[124] = x[125] = 8;
        var found = RatioDetector.Find(x, y).ShouldHaveSingleItem();
        (found.From, found.To).ShouldBe((120, 125));
        RatioDetector.Find(x, [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]).ShouldBeEmpty("what is not related cannot be broken");
    }

    [Fact]
    public void Findings_lie_within_the_series() =>
        Gen.OneOf(Gen.Double[-10, 100], Gen.Const(0.0), Gen.Const(double.NaN)).Array[0, 80].Sample(series =>
        {
            Anomaly[] all =
            [
                .. RunDetectors.Constant(series, 3), .. RunDetectors.Zero(series, 3), .. RunDetectors.Negative(series), .. RunDetectors.OutOfRange(series, 0, 50),
                .. SpikeDetector.Find(series), .. LevelChangeDetector.Find(series, 10), .. RatioDetector.Find(series, series),
            ];
            return all.All(one => one.From >= 0 && one.To < series.Length && one.From <= one.To && one.Evidence.Length > 0);
        }, iter: 300);

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        double[] gaps = [Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap];
        SpikeDetector.Find(gaps).ShouldBeEmpty();
        LevelChangeDetector.Find(gaps, 10).ShouldBeEmpty();
        RunDetectors.Constant(gaps, 1).ShouldBeEmpty();
    }
}
