using EcoPark.Standards.Waste;

namespace EcoPark.Standards.Tests;

/// <summary>Catalogue, codes and classes of solid waste.</summary>
public sealed class WasteTests
{
    [Fact]
    public void The_catalogue_of_2021_has_467_codes_in_46_categories()
    {
        // 国家危险废物名录（2021 年版）: "列入本名录的危险废物共 46 大类 467 种".
        HazardousWastes.All.Count.ShouldBe(467);
        HazardousWastes.Categories.Count.ShouldBe(46);
        HazardousWastes.Categories.Select(one => one.Code).ShouldNotContain("HW41");
        // The last two digits of a code are its category's.
        HazardousWastes.All.ShouldAllBe(waste => waste.Category == "HW" + waste.Code.Substring(8, 2) && waste.Code.Length == 10);
        HazardousWastes.Find("900-039-49")!.Name.ShouldContain("废活性炭");
        HazardousWastes.Find("900-249-08")!.Hazards.ShouldBe("T,I");
        HazardousWastes.Find("900-249-8").ShouldBeNull();
    }

    [Theory]
    [InlineData("HW08", "900-249-08", true)]
    [InlineData("900-249-08", "900-249-08", true)]
    [InlineData("900-214-08", "900-249-08", false)]
    [InlineData("HW49", "900-249-08", false)]
    public void A_licence_for_a_category_covers_its_codes_and_one_for_a_code_that_alone(string licensed, string code, bool covers) => HazardousWastes.Covers(licensed, code).ShouldBe(covers);

    [Theory]
    [InlineData("900-001-S17", null)]
    [InlineData("261-001-S59", null)]
    [InlineData("900-001-S08", "S08")]
    [InlineData("900-001-S60", "S60")]
    [InlineData("900-249-08", "不是一般工业固体废物代码")]
    [InlineData("900-001-S17 ", "不是一般工业固体废物代码")]
    public void The_form_of_a_general_code_is_checked(string code, string? wrong)
    {
        if (wrong is null)
            GeneralWastes.Check(code).ShouldBeNull();
        else
            GeneralWastes.Check(code)!.ShouldContain(wrong);
    }

    [Fact]
    public void Recalled_names_say_so() => GeneralWastes.KindOf("900-001-S17").ShouldEndWith("（待核对）");

    [Theory]
    [InlineData("20263206000123", null)]
    [InlineData("2026320600012", "14 位")]
    [InlineData("2026320600012a", "14 位")]
    [InlineData("18993206000123", "年份")]
    [InlineData("20269906000123", "省级行政区代码")]
    public void The_number_of_a_manifest_is_year_province_city_and_serial(string number, string? wrong)
    {
        if (wrong is null)
            WasteRules.CheckManifestNumber(number).ShouldBeNull();
        else
            WasteRules.CheckManifestNumber(number)!.ShouldContain(wrong);
    }

    /// <summary>HJ 1259-2022 4.1: 100 t and more key, 10 t and more simplified, by the largest of the last three years.</summary>
    [Theory]
    [InlineData(100, WasteUnitLevel.Key)]
    [InlineData(99.999, WasteUnitLevel.Simplified)]
    [InlineData(10, WasteUnitLevel.Simplified)]
    [InlineData(9.999, WasteUnitLevel.Registered)]
    public void The_class_goes_by_the_largest_of_three_years(double tonnes, WasteUnitLevel level)
    {
        var found = WasteUnitClass.Of([(2024, tonnes), (2025, tonnes / 2), (2022, 500), (2026, 900)], 2026, permitted: 500, treatsItself: false, isLicensed: false);
        found.Level.ShouldBe(level);
        found.Tonnes.ShouldBe(tonnes);
        found.Basis.ShouldContain("2024");
    }

    [Fact]
    public void Without_a_year_what_is_permitted_decides_and_own_treatment_or_a_licence_make_it_key()
    {
        WasteUnitClass.Of([(2026, 300)], 2026, permitted: 12, treatsItself: false, isLicensed: false).Level.ShouldBe(WasteUnitLevel.Simplified);
        WasteUnitClass.Of([], 2026, permitted: null, treatsItself: false, isLicensed: false).Level.ShouldBe(WasteUnitLevel.Registered);
        WasteUnitClass.Of([(2025, 1)], 2026, permitted: 1, treatsItself: true, isLicensed: false).Level.ShouldBe(WasteUnitLevel.Key);
        WasteUnitClass.Of([(2025, 1)], 2026, permitted: 1, treatsItself: false, isLicensed: true).Level.ShouldBe(WasteUnitLevel.Key);
    }
}
