using EcoPark.Standards.Soil;
using EcoPark.Standards.Water;

namespace EcoPark.Standards.Tests;

/// <summary>GB 36600-2018 table 1: arsenic 20/60 screening, 120/140 intervention; lead 400/800, 800/2500; benzene 1/4, 10/40 mg/kg.</summary>
public sealed class SoilQualityTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Theory]
    [InlineData("砷", 20, LandClass.First, SoilRisk.Negligible)]
    [InlineData("砷", 59, LandClass.First, SoilRisk.ToInvestigate)]
    [InlineData("砷", 59, LandClass.Second, SoilRisk.Negligible)]
    [InlineData("砷", 121, LandClass.First, SoilRisk.Unacceptable)]
    [InlineData("铅", 801, LandClass.Second, SoilRisk.ToInvestigate)]
    [InlineData("铅", 2501, LandClass.Second, SoilRisk.Unacceptable)]
    [InlineData("苯", 4, LandClass.Second, SoilRisk.Negligible)]
    public void One_factor(string factor, int value, LandClass land, SoilRisk risk) =>
        SoilQuality.Judge([new(factor, value, Unit.MilligramsPerKilogram)], land, Day).Risk.ShouldBe(risk);

    [Fact]
    public void The_worst_factor_is_named()
    {
        FactorResult[] results = [new("砷", 10, Unit.MilligramsPerKilogram), new("铅", 900_000, Unit.Of("μg/kg")), new("土壤有机质", 5, Unit.MilligramsPerKilogram)];
        var judgement = SoilQuality.Judge(results, LandClass.Second, Day);
        judgement.DecidedBy.ShouldHaveSingleItem().Factor.Name.ShouldBe("铅");
        judgement.DecidedBy[0].ExceedanceMultiple!.Value.ShouldBe(0.125m);
        judgement.Factors[2].Note!.ShouldContain("无此项");
        judgement.Reason.ShouldContain("详细调查");
    }

    [Fact]
    public void Arsenic_within_the_background_is_not_pollution() =>
        SoilQuality.Judge([new("砷", 25, Unit.MilligramsPerKilogram)], LandClass.First, Day, new Dictionary<string, decimal> { ["砷"] = 30 }).Risk.ShouldBe(SoilRisk.Negligible);

    [Fact]
    public void Before_the_standard_nothing_is_judged() =>
        SoilQuality.Judge([new("砷", 500, Unit.MilligramsPerKilogram)], LandClass.First, new(2018, 7, 31)).Risk.ShouldBeNull();
}
