using CsCheck;
using EcoPark.Standards.Water;

namespace EcoPark.Standards.Tests;

/// <summary>Classes read off GB 3838-2002 table 1 and GB/T 14848-2017 table 1.</summary>
public sealed class WaterQualityTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly string[] Pollutants = ["w01018", "w21003", "w21011", "w01019", "w20144", "w21019"];

    [Theory]
    [InlineData("w21003", 0.15, WaterClass.I)]
    [InlineData("w21003", 0.16, WaterClass.II)]
    [InlineData("w21003", 1.0, WaterClass.III)]
    [InlineData("w21003", 2.01, WaterClass.InferiorV)]
    [InlineData("w01009", 7.5, WaterClass.I)]
    [InlineData("w01009", 6.0, WaterClass.II)]
    [InlineData("w01009", 2.5, WaterClass.V)]
    [InlineData("w01009", 1.9, WaterClass.InferiorV)]
    [InlineData("w01018", 15, WaterClass.I)]
    [InlineData("w01018", 16, WaterClass.III)]
    [InlineData("w01019", 6, WaterClass.III)]
    [InlineData("w20142", 0.00006, WaterClass.III)]
    public void One_factor(string factor, double value, WaterClass waterClass) =>
        WaterQuality.OfSurfaceWater(River((factor, value))).Class.ShouldBe(waterClass);

    [Fact]
    public void The_worst_factor_decides_and_says_how_far_it_is_beyond_the_target()
    {
        var judgement = WaterQuality.OfSurfaceWater(River(("w01001", 7.2), ("w01009", 6.5), ("w01019", 5.1), ("w21003", 1.6), ("w21011", 0.25)) with { Target = WaterClass.III });
        judgement.Class.ShouldBe(WaterClass.V);
        judgement.DecidedBy.ShouldHaveSingleItem().Factor.Name.ShouldBe("氨氮");
        judgement.MeetsTarget.ShouldBe(false);
        judgement.MainPollutants.Select(item => item.Factor.Key).ShouldBe(["w21003", "w21011"]);
        judgement.MainPollutants[0].ExceedanceMultiple!.Value.ShouldBe(0.6m);
        judgement.Reason.ShouldBe("水质Ⅴ类，定类项目：氨氮；劣于Ⅲ类目标，超标项目（倍数）：氨氮（0.6）、总磷（0.25）");
    }

    [Fact]
    public void Phosphorus_of_a_lake_is_judged_more_strictly()
    {
        WaterQuality.OfSurfaceWater(River(("总磷", 0.06))).Class.ShouldBe(WaterClass.II);
        WaterQuality.OfSurfaceWater(River(("总磷", 0.06)) with { Body = WaterBody.Lake }).Class.ShouldBe(WaterClass.IV);
    }

    /// <summary>环办〔2011〕22号: 21 of the 24 items take part.</summary>
    [Fact]
    public void Temperature_total_nitrogen_and_coliforms_take_no_part()
    {
        var lake = River(("w21001", 5), ("w02003", 100000), ("w01010", 35), ("w01018", 10)) with { Body = WaterBody.Lake, Results = [new("w21001", 5, Unit.MilligramsPerLitre), new("w02003", 100000, Unit.Of("个/L")), new("w01010", 35, Unit.DegreeCelsius), new("w01018", 10, Unit.MilligramsPerLitre)] };
        var judgement = WaterQuality.OfSurfaceWater(lake);
        judgement.Class.ShouldBe(WaterClass.I);
        judgement.Factors[0].Class.ShouldBe(WaterClass.InferiorV);
        judgement.Factors[0].Counts.ShouldBeFalse();
        judgement.Factors[1].Class.ShouldBe(WaterClass.InferiorV);
    }

    [Fact]
    public void Total_nitrogen_of_a_river_has_no_class() => WaterQuality.OfSurfaceWater(River(("w21001", 5), ("w01018", 10))).Factors[0].Class.ShouldBeNull();

    /// <summary>At 30 ℃ saturation is 468/61.6 = 7.60 mg/L, 90 % of it 6.84: class I, though below 7.5.</summary>
    [Fact]
    public void Oxygen_of_warm_water_reaches_class_one_by_saturation()
    {
        var warm = River(("w01009", 7.0)) with { Results = [new("w01009", 7.0m, Unit.MilligramsPerLitre), new("w01010", 30, Unit.DegreeCelsius)] };
        WaterQuality.OfSurfaceWater(warm).Class.ShouldBe(WaterClass.I);
        WaterQuality.OfSurfaceWater(River(("w01009", 7.0))).Class.ShouldBe(WaterClass.II);
    }

    [Fact]
    public void What_was_not_detected_has_the_class_the_detection_limit_proves()
    {
        var sample = new WaterSample { Day = Day, Results = [new("w20142", null, Unit.MicrogramsPerLitre, 0.04m)] };
        WaterQuality.OfSurfaceWater(sample).Class.ShouldBe(WaterClass.I);
    }

    /// <summary>An analyser's 总铅 is the 铅 of GB 3838: class III up to 0.05 mg/L. Total chromium is not hexavalent chromium.</summary>
    [Fact]
    public void Total_metals_are_judged_as_metals()
    {
        WaterQuality.OfSurfaceWater(River(("w20120", 0.04))).Class.ShouldBe(WaterClass.III);
        WaterQuality.OfSurfaceWater(River(("总铬", 0.04))).Class.ShouldBeNull();
        FactorTable.Find("w20120", Medium.WasteWater)!.Key.ShouldBe("w20120");
    }

    [Fact]
    public void Ph_outside_six_to_nine_is_worse_than_class_five() => WaterQuality.OfSurfaceWater(River(("w01001", 9.3))).Class.ShouldBe(WaterClass.InferiorV);

    [Fact]
    public void A_cyanide_that_exceeds_comes_first()
    {
        var judgement = WaterQuality.OfSurfaceWater(River(("w01018", 300), ("w21016", 0.21)) with { Target = WaterClass.III });
        judgement.MainPollutants[0].Factor.Name.ShouldBe("氰化物");
    }

    [Theory]
    [InlineData("w01001", 7.0, WaterClass.I)]
    [InlineData("w01001", 6.0, WaterClass.IV)]
    [InlineData("w01001", 8.8, WaterClass.IV)]
    [InlineData("w01001", 9.5, WaterClass.V)]
    [InlineData("氯化物", 50, WaterClass.I)]
    [InlineData("氯化物", 250, WaterClass.III)]
    [InlineData("氯化物", 351, WaterClass.V)]
    [InlineData("氨氮", 0.5, WaterClass.III)]
    public void Groundwater(string factor, double value, WaterClass waterClass) => WaterQuality.OfGroundwater(River((factor, value))).Class.ShouldBe(waterClass);

    [Fact]
    public void Groundwater_of_class_five_is_a_boundary_and_no_limit() => Judgement.Judge(new()
    {
        Factor = "氯化物",
        Value = 10,
        Unit = Unit.MilligramsPerLitre,
        Averaging = Averaging.Sample,
        Medium = Medium.Groundwater,
        Day = Day,
        Class = "Ⅴ",
    }).Outcome.ShouldBe(LimitOutcome.NoLimit);

    [Fact]
    public void More_of_a_pollutant_is_never_a_better_class() =>
        Gen.Int[0, Pollutants.Length - 1].Select(Gen.Int[0, 5000], Gen.Int[0, 5000]).Sample((which, thousandths, more) =>
        {
            var low = WaterQuality.OfSurfaceWater(River((Pollutants[which], thousandths / 1000.0))).Class!.Value;
            var high = WaterQuality.OfSurfaceWater(River((Pollutants[which], (thousandths + more) / 1000.0))).Class!.Value;
            ((int)high).ShouldBeGreaterThanOrEqualTo((int)low);
        });

    /// <summary>DOf at 20 ℃ = 468/51.6 = 9.07; pH 8 against 9: (8 − 7)/(9 − 7) = 0.5.</summary>
    [Fact]
    public void Standard_indices()
    {
        ((double)OxygenSaturation.At(20)).ShouldBe(9.07, 0.005);
        StandardIndex.OfPh(8).ShouldBe(0.5m);
        StandardIndex.OfPh(6.5m).ShouldBe(0.5m);
        StandardIndex.OfOxygen(4, 5, 20).ShouldBe(1.25m);
        StandardIndex.OfOxygen(10, 5, 20).ShouldBeLessThan(1);
    }

    private static WaterSample River(params (string Factor, double Value)[] results) => new()
    {
        Day = Day,
        Results = [.. results.Select(result => new FactorResult(result.Factor, (decimal)result.Value, result.Factor == "w01001" ? Unit.None : Unit.MilligramsPerLitre))],
    };
}
