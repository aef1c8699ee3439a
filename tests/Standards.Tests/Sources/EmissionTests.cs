using EcoPark.Standards.Sources;

namespace EcoPark.Standards.Tests.Sources;

public sealed class EmissionTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    /// <summary>35 mg/m³ in 100 000 m³/h are 3.5 kg an hour; 40 mg/L in 500 m³ are 20 kg.</summary>
    [Fact]
    public void Mass_is_concentration_times_flow()
    {
        Emission.OfGas(35, 100_000).ShouldBe(3.5m);
        Emission.OfWater(40, 500).ShouldBe(20);
    }

    [Fact]
    public void A_sum_says_what_it_lacks()
    {
        var sum = Emission.Sum([1.5m, null, 2m]);
        sum.Kilograms.ShouldBe(3.5m);
        sum.Missing.ShouldBe(1);
        sum.IsComplete.ShouldBeFalse();
        Emission.Sum([null]).Kilograms.ShouldBeNull();
    }

    /// <summary>1 m² at 10 m/s is 36 000 m³/h; at 273 ℃ half of it is left at the standard state, and 90 % of that is dry.</summary>
    [Fact]
    public void Flow_of_the_duct_becomes_dry_standard_flow()
    {
        FlueGasFlow.Wet(1, 10).ShouldBe(36000);
        FlueGasFlow.DryStandard(36000, 101325, 0, 273, 10).ShouldBe(16200);
    }

    /// <summary>86 μmol/mol of SO₂ are 64.06/22.4·86 = 245.9 mg/m³; moist 100 at 20 % is dry 125; 30.006 of NO is 46.005 as NO₂.</summary>
    [Fact]
    public void Concentrations_at_the_dry_standard_state()
    {
        ((double)FlueGasState.MassOf(86, 64.06m)).ShouldBe(245.94, 0.01);
        FlueGasState.Dry(100, 20).ShouldBe(125);
        FlueGasState.Dry(100, 100).ShouldBeNull();
        FlueGasState.NitrogenOxides(30.006m, 10).ShouldBe(56.005m);
        FlueGasState.AtStandard(50, 101325, 0, 273).ShouldBe(100);
    }

    /// <summary>GB 16297-1996 table 2, SO₂ class II: 15 m 2.6, 20 m 4.3 kg/h; halfway between 3.45.</summary>
    [Fact]
    public void The_rate_of_a_stack_is_interpolated()
    {
        StackRateLimit.At("二氧化硫", 15, Day)!.Upper.ShouldBe(2.6m);
        StackRateLimit.At("二氧化硫", 17.5m, Day)!.Upper.ShouldBe(3.45m);
        StackRateLimit.At("二氧化硫", 10, Day).ShouldBeNull();
        var low = StackRateLimit.At("二氧化硫", 10, Day, allowExtrapolation: true)!;
        ((double)low.Upper!.Value).ShouldBe(2.6 * 100 / 225 / 2, 1e-9);
        low.Confidence.ShouldBe(Confidence.Recalled);
    }

    [Fact]
    public void An_interpolated_rate_is_judged_like_any_limit() => Judgement.Judge(new()
    {
        Factor = "a21026",
        Value = 4,
        Unit = Unit.KilogramsPerHour,
        Averaging = Averaging.Hour,
        Medium = Medium.FlueGas,
        Day = Day,
        Limits = [StackRateLimit.At("二氧化硫", 17.5m, Day)!],
    }).Outcome.ShouldBe(LimitOutcome.Fail);
}
