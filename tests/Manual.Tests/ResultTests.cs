using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;

namespace EcoPark.Manual.Tests;

/// <summary>How a result is read and judged when it is entered.</summary>
public sealed class ResultTests
{
    [Fact]
    public void The_permit_of_the_day_decides()
    {
        var ground = Sample.Ground(Sample.Point(PointKinds.FlueGas), Sample.Permit(Sample.Nmhc, 100, "mg/m³", to: "2026-02-28"), Sample.Permit(Sample.Nmhc, 60, "mg/m³", from: "2026-03-01"));
        var over = Filled(Sample.Result(Sample.Nmhc, "75", "mg/m³"), ground);
        (over.Verdict, over.Limit, over.StandardNumber, over.StandardName).ShouldBe(("超标", "≤ 60 mg/m³", "GB 31572-2015", "合成树脂工业污染物排放标准"));
        over.TimesOver!.Value.ShouldBe(0.25, 1e-9);
        Filled(Sample.Result(Sample.Nmhc, "75", "mg/m³", "2026-02-28 23:30"), ground).Verdict.ShouldBe("达标");
        Filled(Sample.Result(Sample.Nmhc, "75000", "μg/m³"), ground).Verdict.ShouldBe("超标");
        Filled(Sample.Result(Sample.Nmhc, "60", "mg/m³"), ground).Verdict.ShouldBe("达标"); // The limit itself is kept.
        // Another factor has no limit, and says so.
        var without = Filled(Sample.Result(Sample.Benzene, "1", "mg/m³"), ground);
        (without.Verdict, without.Limit).ShouldBe(("无限值", ""));
        without.Why.ShouldContain("没有填写执行标准");
    }

    [Theory]
    [InlineData("0.41", "超标", "≤ 0.4 mg/m³")] // GB 31571-2015 table 7, benzene at the boundary: 0.4 mg/m³.
    [InlineData("0.40", "达标", "≤ 0.4 mg/m³")]
    [InlineData("<0.0015", "达标", "≤ 0.4 mg/m³")]
    [InlineData("<0.5", "不能判定", "≤ 0.4 mg/m³")] // The detection limit lies above it.
    public void Without_a_permit_the_standard_of_the_point_decides(string reported, string verdict, string limit)
    {
        var result = Filled(Sample.Result(Sample.Benzene, reported, "mg/m³"), Sample.Ground(Sample.Point(PointKinds.FenceLine, "GB 31571-2015", "企业边界")));
        (result.Verdict, result.Limit, result.StandardNumber, result.StandardName).ShouldBe((verdict, limit, "GB 31571-2015", "石油化学工业污染物排放标准"));
    }

    [Theory]
    [InlineData("2026-03-02 21:59", "65.5", "超标")] // GB 12348-2008, zone 3: 65 by day, 55 by night.
    [InlineData("2026-03-02 22:00", "55", "达标")]
    [InlineData("2026-03-02 05:59", "60", "超标")]
    [InlineData("2026-03-02 06:00", "60", "达标")]
    public void Noise_is_judged_by_day_and_by_night(string at, string reported, string verdict) =>
        Filled(Sample.Result("Leq", reported, "dB(A)", at), Sample.Ground(Sample.Point(PointKinds.Noise, "GB 12348-2008", "3类"))).Verdict.ShouldBe(verdict);

    [Fact]
    public void Odour_is_judged_by_dilution()
    {
        var ground = Sample.Ground(Sample.Point(PointKinds.FenceLine, "GB 18918-2002", "二级"));
        (Filled(Sample.Result("臭气浓度", "21", "无量纲"), ground).Verdict, Filled(Sample.Result("臭气浓度", "<10", "无量纲"), ground).Verdict).ShouldBe(("超标", "达标"));
    }

    [Fact]
    public void What_is_corrected_is_judged_corrected_and_needs_its_oxygen()
    {
        var ground = Sample.Ground(Sample.Point(PointKinds.FlueGas, oxygen: 3), Sample.Permit("a21026", 50, "mg/m³"));
        var result = Sample.Result("a21026", "40", "mg/m³");
        ResultRules.Fill(result, ground)!.Message.ShouldContain("请填写实测氧含量");
        result.Oxygen = 9; // 40 · (21 − 3)/(21 − 9) = 60.
        (Filled(result, ground).Corrected, result.Verdict).ShouldBe((60, "超标"));
        result.Oxygen = 21;
        ResultRules.Fill(result, ground)!.Field.ShouldBe("oxygen");
    }

    [Fact]
    public void The_rate_follows_from_flow_of_gas_and_of_water()
    {
        var gas = Sample.Result(Sample.Nmhc, "20", "mg/m³");
        gas.Flow = 10_000;
        Filled(gas, Sample.Ground(Sample.Point(PointKinds.FlueGas))).Rate!.Value.ShouldBe(0.2, 1e-12);
        var water = Sample.Result(Sample.Cod, "50", "mg/L");
        water.Flow = 10;
        Filled(water, Sample.Ground(Sample.Point(PointKinds.WasteWater))).Rate!.Value.ShouldBe(0.5, 1e-12);
        var below = Sample.Result(Sample.Cod, "<4", "mg/L");
        below.Flow = 10;
        Filled(below, Sample.Ground(Sample.Point(PointKinds.WasteWater))).Rate.ShouldBeNull();
    }

    [Theory]
    [InlineData(Sample.Nmhc, "5", "mg/L", "unit", "不能用 mg/L")]
    [InlineData(Sample.Cod, "5", "mg/m³", "factor", "不是有组织废气的监测因子")]
    [InlineData(Sample.Nmhc, "5", "", "unit", "请选择")]
    [InlineData(Sample.Nmhc, "ND", "mg/m³", "reported", "检出限不能省略")]
    public void What_cannot_be_is_told_at_its_cell(string factor, string reported, string unit, string field, string words)
    {
        var problem = ResultRules.Fill(Sample.Result(factor, reported, unit), Sample.Ground(Sample.Point(PointKinds.FlueGas)));
        (problem!.Field, problem.Message.Contains(words, StringComparison.Ordinal)).ShouldBe((field, true), problem.Message);
    }

    [Theory]
    [InlineData("2026-06-30 23:00", true)]
    [InlineData("2026-07-01 00:10", false)]
    public void A_laboratory_measures_while_it_is_qualified(string at, bool isTaken)
    {
        var ground = Sample.Ground(Sample.Point(PointKinds.FlueGas)) with { Laboratory = new Laboratory { Name = "检测一所", ValidFrom = new(2023, 7, 1), ValidTo = new(2026, 6, 30) } };
        (ResultRules.Fill(Sample.Result(Sample.Nmhc, "1", "mg/m³", at), ground) is null).ShouldBe(isTaken);
    }

    [Fact]
    public void A_reason_stands_for_a_result()
    {
        var result = Sample.Result(Sample.Nmhc, "", "");
        result.NoData = "停产";
        var filled = Filled(result, Sample.Ground(Sample.Point(PointKinds.FlueGas), Sample.Permit(Sample.Nmhc, 60, "mg/m³")));
        (filled.Verdict, filled.Value, filled.Limit).ShouldBe(("未监测", null, ""));
    }

    private static ManualSample Filled(ManualSample result, ResultGround ground)
    {
        ResultRules.Fill(result, ground).ShouldBeNull();
        return result;
    }
}
