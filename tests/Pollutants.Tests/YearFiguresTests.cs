using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;
using static EcoPark.Pollutants.Tests.Sample;

namespace EcoPark.Pollutants.Tests;

/// <summary>Measured first, no outlet twice, declared where nothing was measured, and all of it said.</summary>
public sealed class YearFiguresTests
{
    [Fact]
    public void An_outlet_that_sends_on_line_is_not_counted_once_more_by_hand()
    {
        var figures = YearFigures.Of(PollutantTrace.Air,
        [
            Trace(TraceKind.Automatic, PollutantTrace.Air, "a24088", "DA001", 20, "mg/m³", 300, outlet: 7, count: 200),
            Trace(TraceKind.Manual, PollutantTrace.Air, "a24088", "DA001 手工", 90, "mg/m³", 999, outlet: 7, count: 4),
            Trace(TraceKind.Manual, PollutantTrace.Air, "a24088", "DA002", 35, "mg/m³", 50, outlet: 8, count: 12),
        ], null);
        (figures.Concentration, figures.Kilograms, figures.Gap, figures.IsMeasured).ShouldBe((35, 350, "DA001 手工：手工监测 4 个样未计入，以自动监测 200 天为准", true));
        figures.Basis.ShouldBe("自动监测 DA001（200 天）；手工监测 DA002（12 个样）");
    }

    [Fact]
    public void Samples_of_an_unknown_outlet_beside_data_on_line_are_left_out_and_told()
    {
        var figures = YearFigures.Of(PollutantTrace.Water, [Trace(TraceKind.Automatic, PollutantTrace.Water, "苯胺类", "DW001", 0.2, "mg/L", 3, outlet: 1), Trace(TraceKind.Manual, PollutantTrace.Water, "苯胺类", "车间口", 5, "mg/L", 40)], null);
        (figures.Concentration, figures.Kilograms).ShouldBe((0.2, 3));
        figures.Gap.ShouldContain("车间口的手工监测没有写明许可排放口");
        // By itself it counts.
        YearFigures.Of(PollutantTrace.Water, [Trace(TraceKind.Manual, PollutantTrace.Water, "苯胺类", "车间口", 5, "mg/L", 40)], null).Kilograms.ShouldBe(40);
    }

    [Fact]
    public void What_was_not_measured_is_as_declared_and_says_so()
    {
        var declared = new PollutantYear { Concentration = 800, Unit = "μg/L", Kilograms = 12, Basis = "物料衡算" };
        var figures = YearFigures.Of(PollutantTrace.Water, [], declared);
        (figures.Concentration, figures.Kilograms, figures.IsMeasured).ShouldBe((0.8, 12, false));
        figures.Basis.ShouldBe("浓度为企业申报（物料衡算）；排放量为企业申报（物料衡算）");
        // A measured concentration without an amount: the amount alone is declared.
        var half = YearFigures.Of(PollutantTrace.Water, [Trace(TraceKind.Manual, PollutantTrace.Water, "苯胺类", "DW001", 0.3, "mg/L", gap: "没有水量")], declared);
        (half.Concentration, half.Kilograms, half.IsMeasured, half.Gap).ShouldBe((0.3, 12, true, "DW001：没有水量"));
        half.Basis.ShouldBe("手工监测 DW001（10 个样）；排放量为企业申报（物料衡算）");
        YearFigures.Of(PollutantTrace.Water, [], null).ShouldBe(YearFigures.None);
    }

    [Fact]
    public void Units_of_another_kind_are_not_converted()
    {
        YearFigures.InUnitOf(PollutantTrace.Air, 1_500, "μg/m³").ShouldBe(1.5);
        YearFigures.InUnitOf(PollutantTrace.Air, 1, "ng-TEQ/m³").ShouldBeNull();
        YearFigures.InUnitOf(PollutantTrace.Water, 1, "mg/m³").ShouldBeNull();
        YearFigures.Of(PollutantTrace.Air, [Trace(TraceKind.Manual, PollutantTrace.Air, "二噁英类", "DA003", 0.05, "ng-TEQ/m³", 0.001)], null).Gap.ShouldBe("DA003：浓度 0.05 ng-TEQ/m³ 不能换算为 mg/m³，未计入浓度");
        var figures = YearFigures.Of(PollutantTrace.Water, [], new PollutantYear { Concentration = 3, Unit = "mg/m³", Basis = "类比" });
        figures.Concentration.ShouldBeNull();
        figures.Gap.ShouldContain("mg/m³ 不能换算为 mg/L");
    }
}
