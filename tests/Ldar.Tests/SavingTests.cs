using EcoPark.Modules.Ldar;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Platform.Data;
using EcoPark.Platform.Modules;
using EcoPark.Standards.Ldar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>What a repair saves, against rates and hours worked out by hand.</summary>
public sealed class SavingTests
{
    /// <summary>1.87E-6 × 100^0.873, kg/h.</summary>
    private const double After = 1.0419374e-4;

    /// <summary>Found with 60000 (pegged: 0.11 kg/h), measured again with 100 on 5 March, tested ten days later.</summary>
    internal static readonly MendedLeak Valve = new(
        11, 7, "V-7", 4, "甲", 1, "乙烯装置", SealKind.Of("阀门")!, FluidState.Gas, LdarSector.Petrochemical, 60_000, 100, At("2026-03-05 11:00"), At("2026-03-15 11:00"), null, 1);

    private static readonly (DateTime From, DateTime To) March = (At("2026-03-01 00:00"), At("2026-04-01 00:00"));

    [Fact]
    public void A_repair_saves_the_difference_of_both_rates_from_the_retest_to_the_next_test()
    {
        var saving = RepairSaving.Of(Valve, March.From, March.To)!;
        (saving.Hours, saving.IsTested, saving.To).ShouldBe((240, true, At("2026-03-15 11:00")));
        saving.Kilograms.ShouldBe((0.11 - After) * 240, 1e-6);
        saving.Equation.ShouldBe("（检出 e = 0.11 kg/h（净检值≥50000）；复测 e = 1.87E-6 × 100^0.873 kg/h）× 240 h");
        // Half of it is VOC, and the unit runs half of the time.
        var part = RepairSaving.Of(Valve with { Scale = 0.25 }, March.From, March.To)!;
        part.Kilograms.ShouldBe((0.11 - After) * 60, 1e-6);
        part.Equation.ShouldEndWith("× 240 h × 0.25（运行时间比例 × VOCs/TOC）");
    }

    [Fact]
    public void Without_a_next_test_the_end_of_the_period_counts_and_is_said_to_be_assumed()
    {
        var open = RepairSaving.Of(Valve with { NextAt = null }, March.From, At("2026-03-06 11:00"))!;
        (open.Hours, open.IsTested).ShouldBe((24, false));
        open.Until.ShouldContain("假定状态不变");
        // A test after the period does not end it within.
        RepairSaving.Of(Valve, March.From, At("2026-03-06 11:00"))!.IsTested.ShouldBeFalse();
        // Never for more than three years, and not after the seal was taken out of use.
        RepairSaving.Of(Valve with { NextAt = null }, March.From, At("2030-01-01 00:00"))!.To.ShouldBe(At("2029-03-05 11:00"));
        RepairSaving.Of(Valve with { EndsAt = At("2026-03-07 11:00") }, March.From, March.To)!.Hours.ShouldBe(48);
    }

    [Fact]
    public void A_period_has_the_part_that_lies_within_it_and_all_parts_are_the_whole()
    {
        RepairSaving.Of(Valve, At("2026-03-16 00:00"), March.To).ShouldBeNull("over already");
        RepairSaving.Of(Valve, At("2026-02-01 00:00"), March.From).ShouldBeNull("not measured again yet");
        var (first, second) = (RepairSaving.Of(Valve, March.From, At("2026-03-10 00:00"))!, RepairSaving.Of(Valve, At("2026-03-10 00:00"), March.To)!);
        (first.Hours, second.Hours).ShouldBe((109, 131));
        (first.Kilograms + second.Kilograms).ShouldBe((0.11 - After) * 240, 1e-6);
    }

    [Fact]
    public void The_price_is_the_one_that_the_park_has_set_for_the_server()
    {
        LdarSettings Settings(params (string Name, string? Value)[] set)
        {
            var services = new ServiceCollection();
            new LdarModule().AddServices(services, new ModuleHost(new ConfigurationBuilder().AddInMemoryCollection(set.ToDictionary(one => one.Name, one => one.Value)).Build(), new DatabaseOptions(), [], IsDemo: false));
            return services.Select(one => one.ImplementationInstance).OfType<LdarSettings>().Single();
        }

        Settings((LdarSettings.PriceName, "8000")).ProductYuanPerTonne.ShouldBe(8_000);
        Settings().ProductYuanPerTonne.ShouldBeNull("nobody but the park knows");
    }

    [Fact]
    public void There_is_no_value_without_a_price()
    {
        new LdarSettings().Yuan(26.375).ShouldBeNull();
        new LdarSettings { ProductYuanPerTonne = 0 }.Yuan(26.375).ShouldBeNull();
        new LdarSettings { ProductYuanPerTonne = 8_000 }.Yuan(26.375)!.Value.ShouldBe(211, 1e-9);
        SavingSet.WithoutPrice.ShouldContain("EcoPark:Ldar:ProductYuanPerTonne");
    }
}
