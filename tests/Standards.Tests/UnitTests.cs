using CsCheck;

namespace EcoPark.Standards.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData("ug/m3", "μg/m³")]
    [InlineData("µg/m³", "μg/m³")]
    [InlineData("mg/Nm3", "mg/m³")]
    [InlineData("毫克/升", "mg/L")]
    [InlineData("mg/l", "mg/L")]
    [InlineData("ppm", "μmol/mol")]
    [InlineData("PPB", "nmol/mol")]
    [InlineData("dB", "dB(A)")]
    [InlineData("", "无量纲")]
    public void Spellings_of_a_unit_are_one_unit(string spelling, string symbol) => Unit.Of(spelling).Symbol.ShouldBe(symbol);

    [Fact]
    public void An_unknown_symbol_stands_for_itself() => Unit.Of("kgce").Symbol.ShouldBe("kgce");

    [Theory]
    [InlineData("1", "mg/m³", "μg/m³", "1000")]
    [InlineData("0.05", "μg/L", "mg/L", "0.00005")]
    [InlineData("2", "ng/L", "μg/L", "0.002")]
    [InlineData("3.6", "kg/h", "g/s", "1")]
    [InlineData("10", "L/s", "m³/h", "36")]
    [InlineData("1.5", "t", "kg", "1500")]
    public void Units_of_a_dimension_convert_exactly(string value, string from, string to, string expected) =>
        UnitConversion.Convert(Number(value), Unit.Of(from), Unit.Of(to)).ShouldBe(Number(expected));

    /// <summary>The usual factors of gases: SO₂ 1 ppm = 2.86 mg/m³ at 0 ℃ (64.06/22.4), NO₂ 2.05, CO 1.25; SO₂ 1 ppb = 2.62 μg/m³, O₃ 1.96 at 25 ℃.</summary>
    [Theory]
    [InlineData("a21026", false, 2.86)]
    [InlineData("a21004", false, 2.05)]
    [InlineData("a21005", false, 1.25)]
    [InlineData("a21026", true, 2.62)]
    [InlineData("a05024", true, 1.96)]
    [InlineData("a21004", true, 1.88)]
    public void A_share_of_gas_becomes_a_mass_at_the_stated_temperature(string factor, bool isAt25, double expected)
    {
        var mass = FactorTable.Find(factor, Medium.AmbientAir)!.MolarMass;
        var state = isAt25 ? GasState.Reference : GasState.Standard;
        var value = UnitConversion.Convert(1, Unit.PartsPerMillion, Unit.MilligramsPerCubicMetre, mass, state)!.Value;
        ((double)value).ShouldBe(expected, 0.006);
    }

    [Fact]
    public void The_molar_volume_of_the_standard_state_is_22_414() => ((double)GasState.Standard.MolarVolume).ShouldBe(22.414, 0.001);

    [Fact]
    public void Mass_in_water_never_becomes_mass_in_air() =>
        UnitConversion.Convert(1, Unit.MilligramsPerLitre, Unit.MilligramsPerCubicMetre).ShouldBeNull();

    [Fact]
    public void A_share_without_a_molar_mass_does_not_convert() =>
        UnitConversion.Convert(1, Unit.PartsPerMillion, Unit.MilligramsPerCubicMetre).ShouldBeNull();

    [Fact]
    public void There_and_back_is_where_it_began() =>
        Gen.Decimal[0.001m, 10000m].Select(Gen.Decimal[2m, 300m]).Sample((value, mass) =>
        {
            var there = UnitConversion.Convert(value, Unit.PartsPerBillion, Unit.MicrogramsPerCubicMetre, mass, GasState.Reference)!.Value;
            var back = UnitConversion.Convert(there, Unit.MicrogramsPerCubicMetre, Unit.PartsPerBillion, mass, GasState.Reference)!.Value;
            Math.Abs(back - value).ShouldBeLessThan(value * 1e-20m + 1e-20m);
        });

    /// <summary>298.15/273.15 = 1.0915: what is 100 at 25 ℃ is 109.15 at 0 ℃.</summary>
    [Fact]
    public void Colder_gas_is_denser() =>
        ((double)UnitConversion.AtState(100, GasState.Reference, GasState.Standard)).ShouldBe(109.153, 0.001);

    [Theory]
    [InlineData("<0.05", null, 0.05)]
    [InlineData("＜ 0.05", null, 0.05)]
    [InlineData("0.004L", null, 0.004)]
    [InlineData("7.2", 7.2, null)]
    [InlineData("ND", null, null)]
    [InlineData("未检出", null, null)]
    public void Results_as_laboratories_write_them(string text, double? value, double? detectionLimit)
    {
        ReportedValue.TryParse(text, out var result).ShouldBeTrue();
        ((double?)result.Value).ShouldBe(value);
        ((double?)result.DetectionLimit).ShouldBe(detectionLimit);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("约 5")]
    public void Other_words_are_no_result(string? text) => ReportedValue.TryParse(text, out _).ShouldBeFalse();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
