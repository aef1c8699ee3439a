using CsCheck;
using EcoPark.Standards.Sources;

namespace EcoPark.Standards.Tests.Sources;

/// <summary>Expected figures: the formulas of GB 13271-2014 and HJ 75-2017 worked out by hand.</summary>
public sealed class OxygenCorrectionTests
{
    /// <summary>100 · (21 − 9) / (21 − 12) = 133.3; at 6 % reference and 13.5 % measured 100 · 15 / 7.5 = 200.</summary>
    [Theory]
    [InlineData(100, 12, 9, 133.333)]
    [InlineData(100, 13.5, 6, 200)]
    [InlineData(100, 3, 3, 100)]
    [InlineData(50, 0, 3.5, 41.667)]
    public void Worked_examples(double measured, double oxygen, double reference, double expected) =>
        ((double)OxygenCorrection.Correct((decimal)measured, (decimal)oxygen, (decimal)reference).Value!.Value).ShouldBe(expected, 0.001);

    [Theory]
    [InlineData(21.0)]
    [InlineData(21.3)]
    [InlineData(-0.5)]
    [InlineData(null)]
    public void Without_usable_oxygen_there_is_no_corrected_value(double? oxygen)
    {
        var corrected = OxygenCorrection.Correct(100, (decimal?)oxygen, 9);
        corrected.Value.ShouldBeNull();
        corrected.WhyNot!.ShouldContain("不能折算");
    }

    /// <summary>21/17.5 = 1.2 and 21/12 = 1.75.</summary>
    [Fact]
    public void The_excess_air_coefficient_tells_the_same()
    {
        OxygenCorrection.ExcessAir(3.5m).ShouldBe(1.2m);
        OxygenCorrection.ExcessAir(9).ShouldBe(1.75m);
        OxygenCorrection.ExcessAir(21).ShouldBeNull();
        Gen.Decimal[0m, 20m].Select(Gen.Decimal[1m, 500m]).Sample((oxygen, measured) =>
        {
            var byOxygen = OxygenCorrection.Correct(measured, oxygen, 9).Value!.Value;
            var byAir = OxygenCorrection.CorrectByExcessAir(measured, OxygenCorrection.ExcessAir(oxygen)!.Value, 1.75m);
            Math.Abs(byOxygen - byAir).ShouldBeLessThan(1e-15m * byOxygen);
        });
    }

    /// <summary>Rows of the limits state the reference oxygen of their plant.</summary>
    [Theory]
    [InlineData("GB 13271-2014", "新建 燃煤锅炉", 9)]
    [InlineData("GB 13271-2014", "新建 燃气锅炉", 3.5)]
    [InlineData("GB 13223-2011", "燃煤锅炉 新建", 6)]
    [InlineData("GB 18484-2020", "危险废物焚烧设施", 11)]
    public void The_limit_states_its_reference_oxygen(string standard, string plant, double percent)
    {
        var limit = LimitLibrary.Default.All.First(row => row.StandardNumber == standard && row.Class == plant);
        ReferenceOxygen.Of(limit).ShouldBe((decimal)percent);
    }

    [Fact]
    public void An_oxidizer_without_extra_air_is_judged_as_measured()
    {
        OxygenCorrection.IsMeasuredEnough(false, 19, 18.5m).ShouldBeTrue();
        OxygenCorrection.IsMeasuredEnough(false, 18, 18.5m).ShouldBeFalse();
        OxygenCorrection.IsMeasuredEnough(true, 19, 18.5m).ShouldBeFalse();
    }
}
