namespace EcoPark.Standards.Tests;

/// <summary>One table of names: whatever a factor is called, it is the factor that the standard limits.</summary>
public sealed class FactorNameTests
{
    /// <summary>Names as GB 3838-2002, GB/T 14848-2017 and GB 36600-2018 print them, and as people write them, with the limit they have there.</summary>
    [Theory]
    [InlineData(Medium.SurfaceWater, "铬（六价）", "Ⅲ", 0.05)]
    [InlineData(Medium.SurfaceWater, "六价铬", "Ⅲ", 0.05)]
    [InlineData(Medium.SurfaceWater, "铬(六价)", "Ⅲ", 0.05)]
    [InlineData(Medium.SurfaceWater, "高锰酸盐指数", "Ⅲ", 6)]
    [InlineData(Medium.SurfaceWater, "化学需氧量（COD）", "Ⅲ", 20)]
    [InlineData(Medium.SurfaceWater, "五日生化需氧量(BOD5)", "Ⅲ", 4)]
    [InlineData(Medium.SurfaceWater, "ＮＨ３－Ｎ", "Ⅲ", 1.0)]
    [InlineData(Medium.SurfaceWater, "氟化物（以F-计）", "Ⅲ", 1.0)]
    [InlineData(Medium.SurfaceWater, "挥发性酚", "Ⅲ", 0.005)]
    [InlineData(Medium.SurfaceWater, "LAS", "Ⅲ", 0.2)]
    [InlineData(Medium.Groundwater, "耗氧量", "Ⅲ", 3.0)]
    [InlineData(Medium.Groundwater, "耗氧量（CODMn法，以O2计）", "Ⅲ", 3.0)]
    [InlineData(Medium.Groundwater, "硝酸盐（以N计）", "Ⅲ", 20)]
    [InlineData(Medium.Groundwater, "亚硝酸盐(以N计)", "Ⅲ", 1.00)]
    [InlineData(Medium.Groundwater, "挥发性酚类（以苯酚计）", "Ⅲ", 0.002)]
    [InlineData(Medium.Groundwater, "总硬度(以CaCO3计)", "Ⅲ", 450)]
    [InlineData(Medium.Groundwater, "铬（六价）", "Ⅲ", 0.05)]
    [InlineData(Medium.Groundwater, "浊度", "Ⅲ", 3)]
    [InlineData(Medium.Groundwater, "六六六（总量）", "Ⅲ", 5.00)]
    [InlineData(Medium.Groundwater, "γ-六六六（林丹）", "Ⅲ", 2.00)]
    [InlineData(Medium.Groundwater, "莠去津", "Ⅲ", 2.00)]
    [InlineData(Medium.Groundwater, "苯并[a]芘", "Ⅲ", 0.01)]
    [InlineData(Medium.Soil, "六价铬", "筛选值-第二类用地", 5.7)]
    [InlineData(Medium.Soil, "w20117", "筛选值-第二类用地", 5.7)]
    [InlineData(Medium.Soil, "w20141", "筛选值-第二类用地", 60)]
    [InlineData(Medium.Soil, "铬（六价）", "筛选值-第二类用地", 5.7)]
    [InlineData(Medium.Soil, "总砷", "筛选值-第二类用地", 60)]
    [InlineData(Medium.Soil, "石油烃（C10-C40）", "筛选值-第二类用地", 4500)]
    [InlineData(Medium.Soil, "石油烃（C10－C40）", "筛选值-第二类用地", 4500)]
    [InlineData(Medium.Soil, "苯并（a）芘", "筛选值-第二类用地", 1.5)]
    [InlineData(Medium.Soil, "间二甲苯＋对二甲苯", "筛选值-第二类用地", 570)]
    [InlineData(Medium.Soil, "邻二甲苯", "筛选值-第二类用地", 640)]
    [InlineData(Medium.Soil, "顺式-1，2-二氯乙烯", "筛选值-第二类用地", 596)]
    [InlineData(Medium.Soil, "屈", "筛选值-第二类用地", 1293)]
    [InlineData(Medium.Soil, "三氯甲烷", "筛选值-第二类用地", 0.9)]
    public void A_name_has_the_limit_of_its_factor(Medium medium, string name, string waterClass, double limit) =>
        LimitLibrary.Default.Find(new(name, medium, new(2026, 5, 1)) { Class = waterClass }).Select(row => (double)row.Upper!.Value).ShouldContain(limit);

    [Theory]
    [InlineData("PM₂.₅", FactorCodes.Pm25)]
    [InlineData("细颗粒物（PM2.5）", FactorCodes.Pm25)]
    [InlineData("SO₂", FactorCodes.SulphurDioxide)]
    [InlineData("ＣＯ", FactorCodes.CarbonMonoxide)]
    [InlineData("臭氧(O3)", FactorCodes.Ozone)]
    [InlineData("O3_8h", FactorCodes.OzoneEightHours)]
    [InlineData("O₃－8h", FactorCodes.OzoneEightHours)]
    [InlineData("可吸入颗粒物", FactorCodes.Pm10)]
    public void Names_of_air(string name, string code) => FactorTable.KeyOf(name, Medium.AmbientAir).ShouldBe(code);

    /// <summary>A spelling that two factors share would judge one of them by the other's limit.</summary>
    [Theory]
    [InlineData(Medium.AmbientAir)]
    [InlineData(Medium.SurfaceWater)]
    [InlineData(Medium.WasteWater)]
    [InlineData(Medium.Soil)]
    [InlineData(Medium.Noise)]
    public void No_spelling_stands_for_two_factors(Medium medium) =>
        FactorTable.Names(medium).GroupBy(name => FactorNames.Plain(name.Key)).Where(same => same.Select(one => one.Value.Key).Distinct().Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    /// <summary>Every row of the library is found by the name it prints.</summary>
    [Fact]
    public void Every_printed_name_finds_its_row()
    {
        var lost = LimitLibrary.Default.All.Where(limit => limit.FactorName.Length > 0 && !LimitLibrary.Default.Of(limit.FactorName, limit.Medium).Contains(limit)).Select(limit => (limit.StandardNumber, limit.FactorName)).Distinct();
        lost.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mg/m^3", "mg/m³")]
    [InlineData("mg/nm3", "mg/m³")]
    [InlineData("mg/Nm³", "mg/m³")]
    [InlineData("ug/m3", "μg/m³")]
    [InlineData("/", "无量纲")]
    [InlineData("pH单位", "无量纲")]
    [InlineData("MPN/L", "个/L")]
    [InlineData("CFU/100mL", "个/100mL")]
    public void Units_in_other_spellings(string written, string symbol) => Unit.Of(written).Symbol.ShouldBe(symbol);

    [Fact]
    public void Counts_of_organisms_convert() => UnitConversion.Convert(100, Unit.Of("MPN/100mL"), Unit.Of("个/L")).ShouldBe(1000);

    /// <summary>359.99999… of a mean written with one place must not read 360.0.</summary>
    [Fact]
    public void A_mean_direction_is_never_360()
    {
        Means.Direction([359.9999999999, 0.0000000001])!.Value.ShouldBeLessThan(360);
        Means.Direction([360, 360])!.Value.ShouldBe(0, 1e-6);
        Means.Direction([350, 10])!.Value.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void A_figure_has_no_digits_that_only_its_binary_form_has()
    {
        Rounding.Shortened(60.40000000000001).ShouldBe(60.4);
        Rounding.Text(78.5, 0).ShouldBe("78");
        Rounding.Text(0.285, 2).ShouldBe("0.28");
    }
}
