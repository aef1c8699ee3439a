using CsCheck;

namespace EcoPark.Standards.Tests;

/// <summary>GB/T 8170-2008, whose own examples of clause 3.2 these are, and its clause 3.2.5 on negative figures.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData("12.1498", 1, "12.1")]
    [InlineData("12.1498", 0, "12")]
    [InlineData("10.5002", 0, "11")]
    [InlineData("1.050", 1, "1.0")]
    [InlineData("0.35", 1, "0.4")]
    [InlineData("-0.0365", 3, "-0.036")]
    [InlineData("-15.4546", 0, "-15")]
    [InlineData("1268", -2, "1300")]
    [InlineData("2500", -3, "2000")]
    [InlineData("3500", -3, "4000")]
    public void Examples_of_the_standard(string value, int decimals, string rounded) =>
        Rounding.ToDecimals(Number(value), decimals).ShouldBe(Number(rounded));

    [Theory]
    [InlineData("0.0325", 2, "0.032")]
    [InlineData("32500", 2, "32000")]
    [InlineData("-355", 2, "-360")]
    [InlineData("-325", 2, "-320")]
    [InlineData("999.5", 3, "1000")]
    [InlineData("0", 3, "0")]
    public void Significant_digits(string value, int digits, string rounded) => Rounding.ToSignificant(Number(value), digits).ShouldBe(Number(rounded));

    /// <summary>As binary doubles these are a little more or less than halfway.</summary>
    [Theory]
    [InlineData(0.285, 2, "0.28")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(0.145, 2, "0.14")]
    public void A_double_is_rounded_as_the_figure_a_person_reads(double value, int decimals, string rounded) =>
        Rounding.ToDecimals(Rounding.FromDouble(value), decimals).ShouldBe(Number(rounded));

    [Fact]
    public void Rounding_never_moves_by_more_than_half_a_place() =>
        Gen.Decimal[-100000m, 100000m].Select(Gen.Int[0, 6]).Sample((value, places) =>
        {
            var unit = 1m;
            for (var i = 0; i < places; i++)
                unit /= 10;
            Math.Abs(Rounding.ToDecimals(value, places) - value).ShouldBeLessThanOrEqualTo(unit / 2);
        });

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
