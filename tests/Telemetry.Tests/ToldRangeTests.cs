using EcoPark.Telemetry.Instruments;

namespace EcoPark.Telemetry.Tests;

/// <summary>i13001 as analysers write it.</summary>
public class ToldRangeTests
{
    [Theory]
    [InlineData("0-500", 0, 500)]
    [InlineData("500", 0, 500)]
    [InlineData(" 4 ~ 20.5 ", 4, 20.5)]
    [InlineData("10～100", 10, 100)]
    public void A_range_is_read(string text, double low, double high) => ToldRange.Read(text).ShouldBe(((decimal)low, (decimal)high));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("abc"), InlineData("0-"), InlineData("-5"), InlineData("500-0"), InlineData("5-5"), InlineData("0-50-500"), InlineData("0")]
    public void What_is_no_range_is_none(string? text) => ToldRange.Read(text).ShouldBeNull();
}
