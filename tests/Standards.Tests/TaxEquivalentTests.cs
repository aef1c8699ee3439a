using EcoPark.Standards.Sources;

namespace EcoPark.Standards.Tests;

/// <summary>Table 2 and article 9 of the 环境保护税法; figures are worked out beside each.</summary>
public sealed class TaxEquivalentTests
{
    [Theory]
    [InlineData("w01018", 1), InlineData("w21003", 0.8), InlineData("w21011", 0.25), InlineData("w20111", 0.0005), InlineData("a21026", 0.95), InlineData("a21002", 0.95), InlineData("a21024", 10.75)]
    public void Equivalents_are_those_of_the_table(string factor, double kilograms) => TaxEquivalents.Find(factor, false)!.Kilograms.ShouldBe((decimal)kilograms);

    [Fact]
    public void Particles_of_burning_are_soot_and_others_dust()
    {
        var (soot, dust) = (TaxEquivalents.Find("a34013", true)!, TaxEquivalents.Find("a34013", false)!);
        (soot.Name, soot.Kilograms, soot.Confidence).ShouldBe(("烟尘", 2.18m, Confidence.Recalled));
        (dust.Name, dust.Kilograms, dust.Confidence).ShouldBe(("一般性粉尘", 4m, Confidence.Verified));
        TaxEquivalents.Find("a24088", false).ShouldBeNull("非甲烷总烃 is not in the table");
    }

    /// <summary>190 kg SO₂ are 200 equivalents, 285 kg NOx 300, 40 kg of dust 10, 1 075 kg HCl 100: the first three are taxed.</summary>
    [Fact]
    public void Three_of_the_air_of_an_outlet_are_taxed() =>
        Ranked(("a21026", 190), ("a21002", 285), ("a34013", 40), ("a21024", 1_075)).ShouldBe(["氮氧化物 300 1", "二氧化硫 200 2", "氯化氢 100 3", "一般性粉尘 10 —"]);

    /// <summary>COD 100 and BOD₅ 60 / 0.5 = 120: one of them is taxed, the larger. Six metals: five are.</summary>
    [Fact]
    public void Five_of_the_first_class_and_three_others_of_the_water_are_taxed_and_oxygen_demand_once()
    {
        Ranked(("w01018", 100), ("w01017", 60), ("w21003", 80), ("w01012", 40), ("w21011", 1)).ShouldBe(["生化需氧量 120 1", "化学需氧量 100 —", "氨氮 100 2", "悬浮物 10 3", "总磷 4 —"]);
        Ranked(("w20111", 0.0005m), ("w20115", 0.01m), ("w20116", 0.12m), ("w20117", 0.08m), ("w20119", 0.1m), ("w20120", 0.15m), ("w21003", 0.8m))
            .ShouldBe(["总铅 6 1", "总砷 5 2", "六价铬 4 3", "总铬 3 4", "总镉 2 5", "总汞 1 —", "氨氮 1 1"]);
    }

    [Fact]
    public void Isomers_are_one_item() => Ranked(("a25006", 0.27m), ("a25007", 0.54m), ("a25002", 0)).ShouldBe(["二甲苯 3 1", "苯 0 —"]);

    private static string[] Ranked(params (string Factor, decimal Kilograms)[] masses) =>
        [.. TaxEquivalents.Rank(masses.Select(mass => new TaxedMass(TaxEquivalents.Find(mass.Factor, false)!, mass.Kilograms))).Select(one => FormattableString.Invariant($"{one.Mass.Equivalent.Name} {one.Mass.Equivalents:0.####} {(one.Rank is { } rank ? (object)rank : "—")}"))];
}
