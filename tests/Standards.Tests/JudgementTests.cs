using CsCheck;

namespace EcoPark.Standards.Tests;

public sealed class JudgementTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static readonly JudgementRequest Cod = new()
    {
        Factor = "w01018",
        Value = 65,
        Unit = Unit.MilligramsPerLitre,
        Averaging = Averaging.Day,
        Medium = Medium.WasteWater,
        Day = Day,
        StandardNumber = "GB 31571-2015",
        Class = "直接排放",
    };

    /// <summary>GB 31571-2015 table 1: COD 60 mg/L; (65 − 60) / 60 = 0.083.</summary>
    [Fact]
    public void A_value_above_the_limit_fails_and_says_by_how_much()
    {
        var verdict = Judgement.Judge(Cod);
        verdict.Outcome.ShouldBe(LimitOutcome.Fail);
        verdict.ExceedanceMultiple!.Value.ShouldBe(5m / 60);
        verdict.LimitText.ShouldBe("≤ 60 mg/L");
        verdict.StandardNumber.ShouldBe("GB 31571-2015");
        verdict.Reason.ShouldBe("化学需氧量 65 mg/L，限值 ≤ 60 mg/L（GB 31571-2015 直接排放），超标 0.08 倍");
    }

    [Fact]
    public void The_limit_itself_passes() => Judgement.Judge(Cod with { Value = 60 }).Outcome.ShouldBe(LimitOutcome.Pass);

    [Fact]
    public void Micrograms_are_converted_and_the_verdict_says_so()
    {
        var verdict = Judgement.Judge(Cod with { Value = 65000, Unit = Unit.MicrogramsPerLitre });
        verdict.ComparedValue.ShouldBe(65);
        verdict.Conversion.ShouldBe("μg/L 换算为 mg/L");
    }

    [Fact]
    public void Full_value_fails_where_the_rounded_value_passes()
    {
        var value = Cod with { Value = 60.4m };
        Judgement.Judge(value).Outcome.ShouldBe(LimitOutcome.Fail);
        Judgement.Judge(value with { Comparison = ComparisonRule.RoundedValue }).Outcome.ShouldBe(LimitOutcome.Pass);
        Judgement.Judge(value with { Value = 60.6m, Comparison = ComparisonRule.RoundedValue }).Outcome.ShouldBe(LimitOutcome.Fail);
    }

    [Fact]
    public void What_was_not_detected_passes_only_where_the_detection_limit_is_no_higher()
    {
        Judgement.Judge(Cod with { Value = null, DetectionLimit = 4 }).Outcome.ShouldBe(LimitOutcome.Pass);
        Judgement.Judge(Cod with { Value = null, DetectionLimit = 100 }).Outcome.ShouldBe(LimitOutcome.CannotJudge);
        Judgement.Judge(Cod with { Value = null }).Outcome.ShouldBe(LimitOutcome.CannotJudge);
    }

    [Fact]
    public void An_hour_is_not_judged_by_a_daily_limit_unless_as_an_indication()
    {
        var hour = Cod with { Averaging = Averaging.Hour };
        var verdict = Judgement.Judge(hour);
        verdict.Outcome.ShouldBe(LimitOutcome.NoLimit);
        verdict.Reason.ShouldContain("日平均");
        var indication = Judgement.Judge(hour with { AcceptsOtherAveraging = true });
        indication.Outcome.ShouldBe(LimitOutcome.Fail);
        indication.IsIndicative.ShouldBeTrue();
    }

    [Fact]
    public void A_rate_is_never_set_against_a_concentration() =>
        Judgement.Judge(Cod with { Unit = Unit.KilogramsPerHour }).Outcome.ShouldBe(LimitOutcome.NoLimit);

    [Fact]
    public void A_unit_that_does_not_convert_is_not_judged() =>
        Judgement.Judge(Cod with { Unit = Unit.Percent }).Outcome.ShouldBe(LimitOutcome.CannotJudge);

    /// <summary>SO₂ 0.05 ppm at 25 ℃ is 131 μg/m³, below the hourly 500 of class II and above no limit; class I has 150.</summary>
    [Fact]
    public void A_share_of_gas_is_judged_as_a_mass()
    {
        var verdict = Judgement.Judge(new() { Factor = "SO2", Value = 0.06m, Unit = Unit.Of("ppm"), Averaging = Averaging.Hour, Medium = Medium.AmbientAir, Day = Day, Class = "一级" });
        verdict.Outcome.ShouldBe(LimitOutcome.Fail);
        ((double)verdict.ComparedValue!.Value).ShouldBe(157);
        verdict.Conversion!.ShouldContain("298.15 K");
    }

    [Fact]
    public void Without_a_class_the_judgement_stands_only_where_all_classes_agree()
    {
        var air = new JudgementRequest { Factor = "a34004", Value = 20, Unit = Unit.MicrogramsPerCubicMetre, Averaging = Averaging.Day, Medium = Medium.AmbientAir, Day = Day };
        Judgement.Judge(air).Outcome.ShouldBe(LimitOutcome.Pass);
        Judgement.Judge(air with { Value = 50 }).Outcome.ShouldBe(LimitOutcome.CannotJudge);
        Judgement.Judge(air with { Value = 90 }).Outcome.ShouldBe(LimitOutcome.Fail);
    }

    [Fact]
    public void Limits_of_a_permit_must_all_hold_and_the_worst_decides()
    {
        Limit[] limits = [Own(50), Own(40), Own(80)];
        var verdict = Judgement.Judge(Cod with { Value = 45, Limits = limits });
        verdict.Outcome.ShouldBe(LimitOutcome.Fail);
        verdict.Limit!.Upper.ShouldBe(40);
        Judgement.Judge(Cod with { Value = 39, Limits = limits }).Limit!.Upper.ShouldBe(40);
    }

    [Fact]
    public void A_permit_that_has_run_out_is_no_limit()
    {
        var verdict = Judgement.Judge(Cod with { Limits = [Own(50) with { EffectiveTo = new(2026, 4, 30) }] });
        verdict.Outcome.ShouldBe(LimitOutcome.NoLimit);
        verdict.Reason.ShouldContain("未施行");
    }

    [Fact]
    public void Recalled_limits_are_named_as_such_and_not_used()
    {
        var verdict = Judgement.Judge(Cod with { Factor = "非甲烷总烃", Medium = Medium.FlueGas, Averaging = Averaging.Hour, Unit = Unit.MilligramsPerCubicMetre, StandardNumber = "DB32/4041-2021", Class = "表1" });
        verdict.Outcome.ShouldBe(LimitOutcome.NoLimit);
        verdict.Reason.ShouldContain("待核对");
    }

    /// <summary>GB 3838-2002, class III: pH 6–9, dissolved oxygen ≥ 5; 环办〔2011〕22号: neither has a multiple.</summary>
    [Fact]
    public void Ph_and_oxygen_fail_without_a_multiple()
    {
        var ph = Cod with { Factor = "w01001", Value = 9.2m, Unit = Unit.None, Medium = Medium.SurfaceWater, Averaging = Averaging.Sample, StandardNumber = null, Class = "Ⅲ" };
        var verdict = Judgement.Judge(ph);
        verdict.Outcome.ShouldBe(LimitOutcome.Fail);
        verdict.ExceedanceMultiple.ShouldBeNull();
        verdict.ExceededBy.ShouldBe(0.2m);
        Judgement.Judge(ph with { Value = 5.9m }).Outcome.ShouldBe(LimitOutcome.Fail);

        var oxygen = Judgement.Judge(ph with { Factor = "w01009", Value = 4.2m, Unit = Unit.MilligramsPerLitre });
        oxygen.Outcome.ShouldBe(LimitOutcome.Fail);
        oxygen.ExceededBy.ShouldBe(0.8m);
        oxygen.ExceedanceMultiple.ShouldBeNull();
        oxygen.LimitText.ShouldBe("≥ 5 mg/L");
    }

    [Fact]
    public void Lake_and_river_have_their_own_phosphorus()
    {
        var phosphorus = Cod with { Factor = "w21011", Value = 0.1m, Medium = Medium.SurfaceWater, Averaging = Averaging.Month, StandardNumber = null, Class = "Ⅲ" };
        Judgement.Judge(phosphorus with { WaterBody = WaterBody.Lake }).Outcome.ShouldBe(LimitOutcome.Fail);
        Judgement.Judge(phosphorus with { WaterBody = WaterBody.River }).Outcome.ShouldBe(LimitOutcome.Pass);
        Judgement.Judge(phosphorus).Outcome.ShouldBe(LimitOutcome.CannotJudge);
    }

    /// <summary>GB 18918-2002 table 1, class 一级A: 5 mg/L above 12 ℃, 8 at or below.</summary>
    [Theory]
    [InlineData(20, LimitOutcome.Fail)]
    [InlineData(12, LimitOutcome.Pass)]
    public void Ammonia_of_a_sewage_works_depends_on_the_temperature(int degrees, LimitOutcome outcome) =>
        Judgement.Judge(Cod with { Factor = "氨氮", Value = 6, StandardNumber = "GB 18918-2002", Class = "一级A", WaterTemperature = degrees }).Outcome.ShouldBe(outcome);

    [Fact]
    public void What_must_not_be_detected_fails_when_it_is()
    {
        var mercury = Cod with { Factor = "烷基汞", Value = 0.00001m, StandardNumber = "GB 8978-1996", Class = "第一类污染物" };
        Judgement.Judge(mercury).Outcome.ShouldBe(LimitOutcome.Fail);
        Judgement.Judge(mercury with { Value = null, DetectionLimit = 0.00001m }).Outcome.ShouldBe(LimitOutcome.Pass);
    }

    [Fact]
    public void A_higher_value_never_turns_a_failure_into_a_pass() =>
        Gen.Decimal[0m, 200m].Select(Gen.Decimal[0m, 200m]).Sample((value, more) =>
        {
            if (Judgement.Judge(Cod with { Value = value }).Outcome == LimitOutcome.Fail)
                Judgement.Judge(Cod with { Value = value + more }).Outcome.ShouldBe(LimitOutcome.Fail);
        });

    private static Limit Own(decimal upper) => new()
    {
        StandardNumber = "91320000XXXX001P",
        StandardName = "排污许可证",
        Medium = Medium.WasteWater,
        Factor = "化学需氧量",
        Averaging = Averaging.Day,
        Upper = upper,
        Unit = Unit.MilligramsPerLitre,
    };
}
