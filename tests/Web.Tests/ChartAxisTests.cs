using EcoPark.Web.Components;

namespace EcoPark.Web.Tests;

/// <summary>What a chart's axis shows.</summary>
public sealed class ChartAxisTests
{
    private const string Unit = "mg/m³";

    [Fact]
    public void A_limit_that_no_value_comes_near_is_within_the_axis()
    {
        var axis = ChartAxis.Of(Unit, [Line(10, 25, 40)], [Limit(60)])!;
        axis.Max.ShouldBeInRange(60, 70);
        (axis.Min <= 10, axis.Beyond).ShouldBe((true, 0));
        var lowest = ChartAxis.Of(Unit, [Line(7.1, 7.4)], [Limit(6), Limit(9)])!; // pH
        (lowest.Min <= 6, lowest.Max >= 9).ShouldBe((true, true));
    }

    [Fact]
    public void A_limit_without_any_value_stands_above_zero()
    {
        var axis = ChartAxis.Of(Unit, [Line()], [Limit(20)])!;
        (axis.Min, axis.Max > 20).ShouldBe((0, true));
    }

    [Fact]
    public void Negative_values_are_within_it_and_codes_of_missing_values_are_not()
    {
        var axis = ChartAxis.Of(Unit, [Line(-3, 5, 20)], [Limit(50)])!;
        axis.Min.ShouldBeInRange(-10, -3);
        var invalid = new ChartLine("x", Unit, false, [new ChartPoint(0, null, true, -12, "D"), new ChartPoint(1, null, true, -9999, "D"), new ChartPoint(2, 20, false, null, "N")]);
        ChartAxis.Of(Unit, [invalid], [Limit(50)])!.Min.ShouldBeInRange(-20, -12);
    }

    /// <summary>An hour of oxygen near 21 % among a week of 15 mg/m³ under a limit of 20: the limit stays in the picture.</summary>
    [Fact]
    public void A_spike_does_not_lay_the_limit_on_the_floor_and_is_told()
    {
        var axis = ChartAxis.Of(Unit, [Line([.. Enumerable.Repeat(15.0, 167), 11_039])], [Limit(20)])!;
        axis.Max.ShouldBeInRange(20, 70);
        (axis.Beyond, axis.Highest).ShouldBe((1, 11_039));
    }

    [Fact]
    public void Values_that_stay_high_are_shown_and_two_units_have_axes_of_their_own()
    {
        var axis = ChartAxis.Of(Unit, [Line([.. Enumerable.Repeat(500.0, 50), .. Enumerable.Repeat(15.0, 50)]), new ChartLine("氧", "%", false, [new ChartPoint(0, 21, false, null, "N")])], [Limit(20)])!;
        (axis.Max >= 500, axis.Beyond).ShouldBe((true, 0));
        var model = new ChartModel(0, 1, [Line(1), new ChartLine("氧", "%", false, [])]) { Limits = [Limit(20)] };
        model.Axes.ShouldHaveSingleItem().Unit.ShouldBe(Unit); // Oxygen has no limit and fits itself.
    }

    private static ChartLine Line(params double[] values) => new("二氧化硫", Unit, false, [.. values.Select((value, at) => new ChartPoint(at, value, false, null, "N"))]);

    private static ChartLimit Limit(double value) => new(value, Unit, "", 0, 1);
}
