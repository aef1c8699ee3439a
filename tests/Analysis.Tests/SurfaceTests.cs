using EcoPark.Analysis.Surfaces;

namespace EcoPark.Analysis.Tests;

/// <summary>Inverse distance weighting on values that can be worked out by hand.</summary>
public sealed class SurfaceTests
{
    private static readonly PlacedValue[] Square = [new(0, 0, 10), new(100, 0, 20), new(0, 100, 30), new(100, 100, 40)];

    [Fact]
    public void In_the_middle_of_a_square_all_corners_count_alike() => InverseDistance.Of(Square)!.At(50, 50).ShouldBe(25, 1e-9);

    [Fact]
    public void At_a_place_stands_what_was_measured_there() => InverseDistance.Of(Square)!.At(100, 0).ShouldBe(20);

    /// <summary>Squares of the distances from (0, 50): 2500, 12500, 2500, 12500; weights 5 : 1 : 5 : 1; (5·10 + 20 + 5·30 + 40) / 12.</summary>
    [Fact]
    public void The_nearer_counts_by_the_square_of_its_distance() => InverseDistance.Of(Square)!.At(0, 50).ShouldBe(260.0 / 12, 1e-9);

    /// <summary>Weights by distance alone: √5 : 1.</summary>
    [Fact]
    public void Another_power_weighs_otherwise() => InverseDistance.Of(Square, power: 1)!.At(0, 50).ShouldBe(((Math.Sqrt(5) * 40) + 60) / ((2 * Math.Sqrt(5)) + 2), 1e-9);

    /// <summary>
    /// Each corner from the other three, weights 2 : 2 : 1 (sides 100, diagonal 141): at 10 (2·20 + 2·30 + 40) / 5 = 28, at 20 (20 + 80 + 30) / 5 = 26,
    /// at 30 (20 + 80 + 20) / 5 = 24, at 40 (40 + 60 + 10) / 5 = 22: errors 18, 6, −6, −18.
    /// </summary>
    [Fact]
    public void Each_place_is_foretold_from_the_others()
    {
        var validation = InverseDistance.Of(Square)!.Validate();
        validation.Count.ShouldBe(4);
        validation.Mean.ShouldBe(25);
        validation.Bias.ShouldBe(0, 1e-9);
        validation.RootMeanSquare.ShouldBe(Math.Sqrt(180), 1e-9);
    }

    [Fact]
    public void Where_all_are_alike_nothing_is_wrong() => InverseDistance.Of(Square.Select(place => place with { Value = 7 }))!.Validate().RootMeanSquare.ShouldBe(0, 1e-12);

    [Fact]
    public void Three_places_make_no_surface_nor_four_of_which_one_is_a_gap()
    {
        InverseDistance.Of(Square.Take(3)).ShouldBeNull();
        InverseDistance.Of(Square.Take(3).Append(new(5, 5, double.NaN))).ShouldBeNull();
    }
}
