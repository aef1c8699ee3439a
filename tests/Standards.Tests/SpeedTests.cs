using System.Diagnostics;

namespace EcoPark.Standards.Tests;

public sealed class SpeedTests
{
    /// <summary>Ten times slower than meant, so that a busy machine does not fail it; a look-up gone linear would.</summary>
    [Fact]
    public void A_hundred_thousand_values_are_judged_in_a_second()
    {
        var request = new JudgementRequest { Factor = "a34004", Value = 61.2m, Unit = Unit.MicrogramsPerCubicMetre, Averaging = Averaging.Day, Medium = Medium.AmbientAir, Day = new(2026, 5, 1), Class = "二级" };
        for (var i = 0; i < 60_000; i++)
            Judgement.Judge(request);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100_000; i++)
            Judgement.Judge(request with { Value = i % 200 });
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        TestContext.Current.TestOutputHelper?.WriteLine($"{100_000 / watch.Elapsed.TotalSeconds:N0} judgements/s");
    }
}
