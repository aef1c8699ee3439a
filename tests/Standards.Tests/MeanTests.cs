using EcoPark.Standards;

namespace EcoPark.Standards.Tests;

public sealed class MeanTests
{
    /// <summary>350° and 10° are 20° apart around north, not 180°.</summary>
    [Theory]
    [InlineData(new[] { 350.0, 10 }, 0)]
    [InlineData(new[] { 80.0, 100 }, 90)]
    [InlineData(new[] { 270.0, 180 }, 225)]
    [InlineData(new[] { 359.0, 359, 359 }, 359)]
    public void Directions_are_averaged_as_vectors(double[] degrees, double mean) =>
        Distance(Means.Direction(degrees)!.Value, mean).ShouldBeLessThan(1e-9);

    [Fact]
    public void Opposite_directions_have_no_mean() => Means.Direction([0, 180]).ShouldBeNull();

    /// <summary>Two equal sources are 3 dB louder than one; half the time at 60 and half at nothing is 57 (GB 3096-2008 3.2).</summary>
    [Fact]
    public void Sound_levels_are_averaged_by_energy()
    {
        Means.SoundEnergy([60, 60]).ShouldBe(60, 1e-9);
        Means.SoundEnergy([60, 0]).ShouldBe(56.99, 0.005);
        Means.SoundEnergy([70, 60]).ShouldBe(67.40, 0.005);
    }

    [Theory]
    [InlineData("w01018", Medium.WasteWater, MeanMethod.FlowWeighted)]
    [InlineData("w01001", Medium.WasteWater, MeanMethod.Arithmetic)]
    [InlineData("w00000", Medium.WasteWater, MeanMethod.Arithmetic)]
    [InlineData("w01018", Medium.SurfaceWater, MeanMethod.Arithmetic)]
    [InlineData("a01008", Medium.AmbientAir, MeanMethod.Direction)]
    [InlineData("Leq", Medium.Noise, MeanMethod.SoundEnergy)]
    public void Each_factor_has_its_way(string factor, Medium medium, MeanMethod method) => Means.MethodOf(factor, medium).ShouldBe(method);

    private static double Distance(double a, double b) => Math.Min(Math.Abs(a - b), 360 - Math.Abs(a - b));
}
