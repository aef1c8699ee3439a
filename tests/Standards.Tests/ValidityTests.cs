using EcoPark.Standards;

namespace EcoPark.Standards.Tests;

/// <summary>GB 3095 4.4, HJ 76-2017 appendix B, HJ 356-2019.</summary>
public sealed class ValidityTests
{
    [Theory]
    [InlineData(Medium.AmbientAir, Interval.Hour, "2026-03-01", 45, 60)]
    [InlineData(Medium.AmbientAir, Interval.Day, "2026-03-01", 20, 24)]
    [InlineData(Medium.AmbientAir, Interval.Month, "2026-03-01", 27, 31)]
    [InlineData(Medium.AmbientAir, Interval.Month, "2026-04-01", 27, 30)]
    [InlineData(Medium.AmbientAir, Interval.Month, "2026-02-01", 25, 28)]
    [InlineData(Medium.AmbientAir, Interval.Month, "2028-02-01", 25, 29)]
    [InlineData(Medium.FlueGas, Interval.Month, "2026-02-01", 23, 28)]
    [InlineData(Medium.FlueGas, Interval.Month, "2026-01-01", 25, 31)]
    [InlineData(Medium.WasteWater, Interval.Day, "2026-01-01", 75, 100)]
    public void Just_enough_is_valid_and_one_less_is_not(Medium medium, Interval period, string day, int needed, int due)
    {
        var rule = ValidityRule.For(medium, period, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        ((double)needed / due).ShouldBeGreaterThanOrEqualTo(rule.Share);
        ((double)(needed - 1) / due).ShouldBeLessThan(rule.Share);
    }

    [Fact]
    public void Where_no_standard_says_how_much_the_rule_says_that_it_is_our_own() =>
        ValidityRule.For(Medium.Other, Interval.Hour, new DateOnly(2026, 1, 1)).Basis.ShouldStartWith("平台默认");
}
