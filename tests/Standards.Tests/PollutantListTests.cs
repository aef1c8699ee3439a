using EcoPark.Standards.Pollutants;
using EcoPark.Standards.Waste;

namespace EcoPark.Standards.Tests;

/// <summary>National lists of pollutants, and the one code of a substance.</summary>
public sealed class PollutantListTests
{
    /// <summary>Entries as the lists themselves count them: 11, 10, 22, 18 and 14.</summary>
    [Theory]
    [InlineData("toxic-air-2018", 11)]
    [InlineData("toxic-water-1", 10)]
    [InlineData("priority-1", 22)]
    [InlineData("priority-2", 18)]
    [InlineData("new-2023", 14)]
    public void Every_list_is_whole(string list, int entries) => PollutantLists.Entries.Count(entry => entry.List.Key == list).ShouldBe(entries);

    [Theory]
    [InlineData("a31001", PollutantMedium.Air, "toxic-air-2018|priority-1")]
    [InlineData("甲醛", PollutantMedium.Water, "toxic-water-1|priority-1")]
    [InlineData("氯仿", PollutantMedium.Ground, "priority-1|new-2023")]
    [InlineData("w20115", PollutantMedium.Water, "toxic-water-1|priority-1")]
    [InlineData("苯并(a)芘", PollutantMedium.Ground, "priority-2")]
    [InlineData("w01018", PollutantMedium.Water, "")]
    [InlineData("a34013", PollutantMedium.Air, "")]
    public void A_substance_is_found_in_its_lists(string codeOrName, PollutantMedium medium, string lists) => string.Join('|', PollutantLists.Of(codeOrName, medium).Select(entry => entry.List.Key)).ShouldBe(lists);

    [Theory]
    [InlineData("甲苯", PollutantMedium.Air, "a25003")]
    [InlineData("a25003", PollutantMedium.Water, "甲苯")]
    [InlineData("苯乙烯", PollutantMedium.Air, "a25038")]
    [InlineData("苯乙烯", PollutantMedium.Water, "苯乙烯")]
    [InlineData("六价铬", PollutantMedium.Water, "w20117")]
    [InlineData("短链氯化石蜡", PollutantMedium.Water, "短链氯化石蜡")]
    [InlineData("没有这种", PollutantMedium.Water, null)]
    public void A_substance_has_one_code_in_a_medium(string codeOrName, PollutantMedium medium, string? code) => PollutantCodes.Of(codeOrName, medium).ShouldBe(code);

    [Fact]
    public void Codes_are_unique_and_leave_out_what_every_outlet_is_measured_by()
    {
        PollutantCodes.All.Select(one => one.Code).ShouldBeUnique();
        PollutantCodes.All.ShouldNotContain(one => one.Name == "化学需氧量" || one.Name == "pH值" || one.Name == "二氧化硫" || one.Code == "a01001");
        foreach (var name in new[] { "二噁英类", "多氯联苯", "甲硫醇", "全氟辛基磺酸" })
            PollutantCodes.All.ShouldContain(one => one.Name == name, name);
    }

    /// <summary>By hand: 0.00041 × 34.08 / 24.465.</summary>
    [Fact]
    public void An_odour_threshold_becomes_a_mass() => Substances.Find("a21028")!.OdourMass!.Value.ShouldBe(0.00057113, 1e-8);

    [Fact]
    public void A_waste_whose_name_tells_its_pollutant_proposes_it()
    {
        WastePollutants.Of("HW29").ShouldBe(["汞"]);
        WastePollutants.Of("HW49").ShouldBeEmpty();
        foreach (var name in HazardousWastes.All.Select(waste => waste.Category).Distinct().SelectMany(WastePollutants.Of))
            PollutantCodes.Of(name, PollutantMedium.Ground).ShouldNotBeNull(name);
    }
}
