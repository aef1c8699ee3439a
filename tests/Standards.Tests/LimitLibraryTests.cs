namespace EcoPark.Standards.Tests;

public sealed class LimitLibraryTests
{
    private static readonly LimitLibrary Library = LimitLibrary.Default;

    [Fact]
    public void Every_row_has_a_standard_a_factor_and_a_source()
    {
        Library.All.Count.ShouldBe(2349);
        Library.All.ShouldAllBe(limit => limit.StandardNumber.Length > 0 && limit.StandardName.Length > 0 && limit.Factor.Length > 0 && limit.Source.Length > 0);
        Library.All.ShouldAllBe(limit => limit.Lower == null || limit.Upper == null || limit.Lower <= limit.Upper);
        Library.All.ShouldAllBe(limit => limit.EffectiveFrom == null || limit.EffectiveTo == null || limit.EffectiveFrom <= limit.EffectiveTo);
    }

    [Fact]
    public void No_row_says_the_same_twice() =>
        Library.All.GroupBy(limit => (limit.StandardNumber, limit.Medium, limit.Class, limit.Factor, limit.FactorName, limit.Averaging, limit.Kind, limit.Condition, limit.EffectiveFrom))
            .ShouldAllBe(group => group.Count() == 1);

    [Fact]
    public void What_is_only_recalled_is_switched_off_and_the_rest_is_on()
    {
        Library.All.ShouldAllBe(limit => limit.IsEnabled == (limit.Confidence == Confidence.Verified));
        Library.All.Count(limit => !limit.IsEnabled).ShouldBe(90);
    }

    [Fact]
    public void A_recalled_row_is_found_only_after_somebody_switched_it_on()
    {
        var query = new LimitQuery("非甲烷总烃", Medium.FlueGas, new(2026, 5, 1)) { StandardNumber = "DB32/4041-2021", Kind = LimitKind.Concentration };
        Library.Find(query).ShouldBeEmpty();
        Library.Enable(limit => limit.StandardNumber == "DB32/4041-2021").Find(query).ShouldNotBeEmpty();
        Library.Find(query).ShouldBeEmpty();
    }

    /// <summary>GB 14554-93 table 1 as two public pages print it: hydrogen sulphide 0.03, 0.06, 0.10, 0.32, 0.60 mg/m³.</summary>
    [Fact]
    public void Odours_at_the_fence_line() =>
        Library.Find(new("硫化氢", Medium.FenceLineAir, new(2026, 5, 1)) { StandardNumber = "GB 14554-93" }).Select(limit => limit.Upper).ShouldBe([0.03m, 0.06m, 0.10m, 0.32m, 0.60m]);

    /// <summary>GB 3095-2012 until 2026-02-28, transition of GB 3095-2026 until 2030-12-31, final from 2031-01-01; class II, daily and annual.</summary>
    [Theory]
    [InlineData("2026-02-28", "GB 3095-2012", 75, 35)]
    [InlineData("2026-03-01", "GB 3095-2026", 60, 30)]
    [InlineData("2030-12-31", "GB 3095-2026", 60, 30)]
    [InlineData("2031-01-01", "GB 3095-2026", 50, 25)]
    public void The_day_chooses_the_version(string day, string standard, int daily, int annual)
    {
        Find("PM2.5", day, Averaging.Day).ShouldBe((standard, (decimal)daily));
        Find("a34004", day, Averaging.Year).ShouldBe((standard, (decimal)annual));
    }

    [Theory]
    [InlineData("a21026", Averaging.Hour, 150)]
    [InlineData("a21004", Averaging.Year, 30)]
    [InlineData("a34002", Averaging.Day, 100)]
    public void Final_limits_of_2031(string factor, Averaging averaging, int upper) => Find(factor, "2031-06-01", averaging).Upper.ShouldBe(upper);

    [Fact]
    public void A_factor_is_found_by_code_name_and_symbol()
    {
        FactorTable.Find("COD", Medium.WasteWater)!.Key.ShouldBe("w01018");
        FactorTable.Find("化学需氧量", Medium.SurfaceWater)!.Key.ShouldBe("w01018");
        FactorTable.Find("w01018", Medium.WasteWater)!.Name.ShouldBe("化学需氧量");
        FactorTable.Find("Ld", Medium.Noise)!.Key.ShouldBe("Leq");
        FactorTable.Find("砷", Medium.Soil)!.HasCode.ShouldBeFalse();
        FactorTable.Find("无此因子", Medium.WasteWater).ShouldBeNull();
    }

    [Fact]
    public void Every_factor_of_a_limit_is_known() =>
        Library.All.ShouldAllBe(limit => FactorTable.Find(limit.Factor, limit.Medium) != null);

    private static (string Standard, decimal Upper) Find(string factor, string day, Averaging averaging)
    {
        var limit = Library.Find(new(factor, Medium.AmbientAir, Day(day)) { Class = "二级", Averaging = averaging }).ShouldHaveSingleItem();
        return (limit.StandardNumber, limit.Upper!.Value);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
