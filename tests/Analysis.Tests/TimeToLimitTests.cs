using EcoPark.Analysis.Outlets;

namespace EcoPark.Analysis.Tests;

public sealed class TimeToLimitTests
{
    [Fact]
    public void A_straight_rise_meets_its_limit_in_time()
    {
        // 0.2 a minute, 38 now: 60 is 110 minutes away.
        double[] rise = [.. Enumerable.Range(0, 30).Select(step => 9 + step)];
        var outlook = TimeToLimit.Of(rise, 5, 60)!;
        outlook.SlopePerMinute.ShouldBe(0.2, 1e-12);
        outlook.Level.ShouldBe(38, 1e-9);
        outlook.MinutesToLimit!.Value.ShouldBe(110, 1e-9);
        outlook.Ahead.ShouldAllBe(one => one.ProbabilityOver < 0.01);
        TimeToLimit.Of(rise, 5, 43, [30, 15])!.Ahead.Select(one => one.ProbabilityOver > 0.5).ShouldBe([true, false]);
    }

    [Fact]
    public void A_spike_is_no_rise()
    {
        double[] flat = [.. Enumerable.Range(0, 24).Select(step => 20 + Math.Sin(step * 2.3))];
        flat[10] = 500;
        var outlook = TimeToLimit.Of(flat, 1, 50)!;
        Math.Abs(outlook.SlopePerMinute).ShouldBeLessThan(0.1);
        outlook.Probability.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Over_the_limit_is_no_time_away_and_falling_never_gets_there()
    {
        TimeToLimit.Of([.. Enumerable.Range(0, 10).Select(step => 100.0 + step)], 1, 50)!.MinutesToLimit.ShouldBe(0);
        TimeToLimit.Of([.. Enumerable.Range(0, 10).Select(step => 40.0 - step)], 1, 50)!.MinutesToLimit.ShouldBeNull();
    }

    [Fact]
    public void Too_little_or_old_values_say_nothing()
    {
        TimeToLimit.Of([1, 2, 3], 1, 50).ShouldBeNull();
        TimeToLimit.Of([1, 2, 3, 4, 5, 6, 7, double.NaN], 1, 50).ShouldBeNull();
    }

    /// <summary>Half of the walks that start under a limit on a rising line with noise are over it when the line meets it.</summary>
    [Fact]
    public void Probabilities_are_what_they_say()
    {
        var random = new Random(11);
        var (said, came, cases) = (0.0, 0, 600);
        for (var i = 0; i < cases; i++)
        {
            var noise = 0.0;
            double[] series = [.. Enumerable.Range(0, 75).Select(step => (0.3 * step) + (noise = (0.7 * noise) + Normal(random)))];
            var minutes = 5 + random.Next(10);
            var limit = (0.3 * (59 + minutes)) + (4 * (random.NextDouble() - 0.5));
            said += TimeToLimit.Of(series.AsSpan(0, 60), 1, limit, [minutes])!.Probability;
            came += series[59 + minutes] > limit ? 1 : 0;
        }

        (said / cases).ShouldBe((double)came / cases, 0.06);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
