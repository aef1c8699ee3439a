namespace EcoPark.Standards.Tests;

/// <summary>Results as laboratories write them.</summary>
public sealed class SampleResultTests
{
    [Theory]
    [InlineData("12.3", 12.3, false)]
    [InlineData(" 0.05 ", 0.05, false)]
    [InlineData("0", 0, false)]
    [InlineData(".5", 0.5, false)]
    [InlineData("-3.2", -3.2, false)] // Temperatures.
    [InlineData("<0.05", 0.05, true)]
    [InlineData("＜ 0.05", 0.05, true)]
    [InlineData("0.05L", 0.05, true)]
    [InlineData("ND0.05", 0.05, true)]
    [InlineData("nd(0.05)", 0.05, true)]
    [InlineData("ND（<0.05）", 0.05, true)]
    [InlineData("未检出（0.05）", 0.05, true)]
    [InlineData("1.5E-3", 0.0015, false)]
    public void A_result_is_read(string text, double value, bool isBelow)
    {
        var result = SampleResult.Parse(text)!.Value;
        ((double)result.Written, result.IsBelow).ShouldBe((value, isBelow));
    }

    [Theory, InlineData("ND"), InlineData("未检出"), InlineData("约 5"), InlineData("<"), InlineData("<0"), InlineData("1,2"), InlineData("12.3mg/L"), InlineData(""), InlineData("<-1")]
    public void What_says_no_figure_is_not_taken(string text) => SampleResult.Parse(text).ShouldBeNull();
}
