using EcoPark.Analysis.Censoring;

namespace EcoPark.Analysis.Tests;

/// <summary>Means with results below detection, worked by hand.</summary>
public sealed class CensoredMeanTests
{
    /// <summary>10, 8, &lt;5, 4, &lt;3, 2.</summary>
    private static readonly CensoredValue[] Mixed = [new(10, false), new(8, false), new(5, true), new(4, false), new(3, true), new(2, false)];

    [Theory]
    [InlineData(CensorRule.Half, (10 + 8 + 2.5 + 4 + 1.5 + 2) / 6)]
    [InlineData(CensorRule.Zero, (10 + 8 + 4 + 2) / 6.0)]
    [InlineData(CensorRule.Limit, (10 + 8 + 5 + 4 + 3 + 2) / 6.0)]
    // 10 of 6 at or below it: 1/6; 8 of 5: 1/6; 4 of 3 (4, <3, 2): 2/9; 2 of 1: 4/9.
    [InlineData(CensorRule.KaplanMeier, ((10 + 8) / 6.0) + (4 * 2 / 9.0) + (2 * 4 / 9.0))]
    public void What_is_below_detection_counts_as_the_rule_says(CensorRule rule, double mean) => CensoredMean.Of(Mixed, rule)!.Value.ShouldBe(mean, 1e-12);

    [Fact]
    public void What_remains_below_the_lowest_detected_value_stands_at_the_lowest_limit()
    {
        // 6 of 3: 1/3; 4 of 2 (4, <1): 1/3; the last third lies below 1.
        CensoredMean.Of([new(6, false), new(4, false), new(1, true)], CensorRule.KaplanMeier)!.Value.ShouldBe((6 + 4 + 1) / 3.0, 1e-12);
        // A limit equal to a value lies below it: 5 of 2, the other half at 5.
        CensoredMean.Of([new(5, false), new(5, true)], CensorRule.KaplanMeier)!.Value.ShouldBe(5, 1e-12);
    }

    [Fact]
    public void Without_censored_values_all_rules_agree()
    {
        CensoredValue[] all = [new(1, false), new(2, false), new(2, false), new(7, false)];
        foreach (var rule in Enum.GetValues<CensorRule>())
            CensoredMean.Of(all, rule)!.Value.ShouldBe(3, 1e-12);
    }

    [Fact]
    public void Nothing_detected_has_no_Kaplan_Meier_mean_and_nothing_measured_none_at_all()
    {
        CensoredMean.Of([new(1, true), new(2, true)], CensorRule.KaplanMeier).ShouldBeNull();
        CensoredMean.Of([new(1, true), new(2, true)], CensorRule.Half).ShouldBe(0.75);
        CensoredMean.Of([], CensorRule.Half).ShouldBeNull();
    }
}
