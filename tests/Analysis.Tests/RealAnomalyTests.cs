using EcoPark.Analysis.Anomalies;

namespace EcoPark.Analysis.Tests;

/// <summary>Technical anomalies that experts marked in a real river (Sandy Creek, see Data/README.md): rows of type A (spike) and F (negative).</summary>
public sealed class RealAnomalyTests
{
    private static readonly IReadOnlyDictionary<string, double[]> River = Fixture.River;

    [Theory]
    [InlineData("Level", 2157)]
    [InlineData("Cond", 165)]
    [InlineData("Tur", 385)]
    [InlineData("Tur", 1486)]
    [InlineData("Tur", 3332)]
    public void Spikes_that_experts_marked_are_found(string factor, int row) => Spikes(factor).ShouldContain(one => one.From <= row && row <= one.To);

    [Fact]
    public void A_negative_level_is_found() =>
        RunDetectors.Negative(River["Level"]).Select(one => (one.From, one.To, one.Statistic)).ShouldBe([(2157, 2157, -0.109)]);

    [Theory]
    [InlineData("Level", 3)]
    [InlineData("Cond", 3)]
    [InlineData("Tur", 15)]
    public void Of_3600_values_few_are_called_spikes(string factor, int most)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{factor}: {Spikes(factor).Count} spikes");
        Spikes(factor).Count.ShouldBeLessThan(most);
    }

    /// <summary>Least jumps as a hydrologist would set them: 10 cm, 20 µS/cm, 10 NTU between readings.</summary>
    private static IReadOnlyList<Anomaly> Spikes(string factor) =>
        SpikeDetector.Find(River[factor], leastJump: factor switch { "Level" => 0.1, "Cond" => 20, _ => 10 });
}
