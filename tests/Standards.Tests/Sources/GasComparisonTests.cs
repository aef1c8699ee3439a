using EcoPark.Standards.Sources;

namespace EcoPark.Standards.Tests.Sources;

/// <summary>Bands of HJ 75-2017 (recalled): at each edge, right at the tolerance and just beyond.</summary>
public sealed class GasComparisonTests
{
    [Theory]
    [InlineData("a34013", 10, 15, true), InlineData("a34013", 10, 15.1, false)]
    [InlineData("a34013", 20, 26, true), InlineData("a34013", 20, 26.1, false)]
    [InlineData("a34013", 50, 65, true), InlineData("a34013", 50, 65.1, false)]
    [InlineData("a34013", 100, 125, true), InlineData("a34013", 100, 74, false)]
    [InlineData("a34013", 200, 160, true), InlineData("a34013", 200, 159, false)]
    [InlineData("a34013", 201, 231, true), InlineData("a34013", 201, 232, false)]
    [InlineData("a21026", 56, 73, true), InlineData("a21026", 56, 73.1, false)]
    [InlineData("a21026", 57, 74.1, true), InlineData("a21026", 57, 74.2, false)]
    [InlineData("a21026", 143, 200, true), InlineData("a21026", 143, 200.1, false)]
    [InlineData("a21026", 715, 607.75, true), InlineData("a21026", 715, 607, false)]
    [InlineData("a21002", 40, 52, true), InlineData("a21002", 40, 52.1, false)]
    [InlineData("a21002", 41, 53.3, true), InlineData("a21002", 103, 144, true), InlineData("a21002", 103, 144.1, false)]
    [InlineData("a21002", 513, 589.95, true), InlineData("a21002", 513, 590, false)]
    [InlineData("a19001", 5, 6, true), InlineData("a19001", 5, 6.1, false), InlineData("a19001", 10, 11.5, true), InlineData("a19001", 10, 11.6, false)]
    public void A_monitor_is_held_to_the_band_of_the_reference(string factor, double reference, double reading, bool passes)
    {
        var verdict = GasComparison.Of(factor, (decimal)reading, (decimal)reference)!;
        verdict.Passes.ShouldBe(passes);
        verdict.Basis.Shown.ShouldEndWith("（待核对）");
    }

    [Fact]
    public void What_has_no_band_is_not_judged() => GasComparison.Of("a24088", 1, 2).ShouldBeNull();
}
