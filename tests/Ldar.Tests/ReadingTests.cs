using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using static EcoPark.Ldar.Tests.TestLeaks;

namespace EcoPark.Ldar.Tests;

/// <summary>What a reading means, and which readings are refused in which words.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(5003.5, 5000, false)] // GB 37822: above the value.
    [InlineData(5003.6, 5000.1, true)]
    [InlineData(3.5, 0, false)]
    [InlineData(1, 0, false)] // Below the background is nothing.
    public void The_net_value_is_the_reading_less_the_background_and_is_held_against_the_limit(double read, double net, bool isLeak)
    {
        var reading = Reading(read);
        ReadingRules.Judge(reading, Ground()).ShouldBeNull();
        (reading.Net, reading.Background, reading.Limit, reading.IsLeak).ShouldBe((net, 3.5, 5000, isLeak));
        (reading.PointCode, reading.UnitId, reading.Fluid, reading.State).ShouldBe(("V-7", 1, "乙烯", "气体"));
        reading.LimitBasis.ShouldBe("GB 37822-2019 表 1：＞5000 μmol/mol");
    }

    [Fact]
    public void The_strictest_of_the_units_standards_judges_and_what_drips_leaks()
    {
        var strict = new LdarUnit { Id = 1, Code = "U-100", Industry = "GB 31571-2015", IsKeyRegion = true };
        var reading = Reading(2003.5);
        ReadingRules.Judge(reading, Ground(unit: strict)).ShouldBeNull();
        (reading.Limit, reading.IsLeak, reading.IsLimitInclusive).ShouldBe((2000, true, true));
        reading.LimitBasis.ShouldStartWith("GB 31571-2015 5.3.4");
        var dripping = Reading(10);
        dripping.IsDripping = true;
        ReadingRules.Judge(dripping, Ground()).ShouldBeNull();
        (dripping.Net, dripping.IsLeak).ShouldBe((6.5, true));
        // The state that was found goes before that of the list.
        var heavy = Reading(2100);
        heavy.State = "重液体";
        ReadingRules.Judge(heavy, Ground()).ShouldBeNull();
        (heavy.Limit, heavy.IsLeak).ShouldBe((2000, true));
    }

    [Fact]
    public void The_last_background_before_the_reading_counts()
    {
        var ground = Ground(null, null, new(At("2026-03-02 09:00"), 3), new(At("2026-03-02 13:00"), 8));
        var (morning, noon) = (Reading(100), Reading(100, "2026-03-02 13:00"));
        ReadingRules.Judge(morning, ground).ShouldBeNull();
        ReadingRules.Judge(noon, ground).ShouldBeNull();
        (morning.Net, noon.Net).ShouldBe((97, 92));
    }

    [Theory]
    [InlineData("2026-03-02 08:59", "at", "检测时间 2026-03-02 08:59 早于当日环境本底的测取时间 2026-03-02 09:00")]
    [InlineData("2026-03-02 07:00", "at", "早于仪器校准时间 2026-03-02 08:00")]
    [InlineData("2026-03-03 10:00", "at", "检测时间应在现场检测 XC-1 的日期 2026-03-02")]
    public void A_reading_before_its_background_or_of_another_day_is_refused(string at, string field, string words)
    {
        var problem = ReadingRules.Judge(Reading(100, at), Ground())!;
        problem.Field.ShouldBe(field);
        problem.Message.ShouldContain(words);
    }

    [Fact]
    public void Without_a_background_of_that_day_unit_and_instrument_it_is_refused_and_nothing_is_filled_in()
    {
        var reading = Reading(100);
        ReadingRules.Judge(reading, new(Survey, Unit, Fid, Valve(), []))!.Message.ShouldBe("没有 2026-03-02 装置 U-100 用仪器 FID-01 测取的环境本底，不能算净检值；请先登记环境本底。");
        (reading.Net, reading.IsLeak, reading.Limit).ShouldBe((null, null, null));
    }

    [Fact]
    public void Points_of_other_units_out_of_reach_or_service_and_values_beyond_the_instrument_are_refused()
    {
        var other = Valve();
        other.UnitId = 2;
        Said(other).ShouldContain("不在现场检测 XC-1 的装置 U-100 内");
        var high = Valve();
        (high.IsAccessible, high.InaccessibleWhy) = (false, "高处");
        Said(high).ShouldContain("登记为不可达（高处）");
        var gone = Valve();
        gone.OutOfService = new(2026, 3, 1);
        Said(gone).ShouldContain("在 2026-03-02 不在用");
        ReadingRules.Judge(Reading(50_001), Ground())!.Message.ShouldContain("超过仪器 FID-01 的量程上限 50000 ppm");
        var old = new LdarInstrument { Serial = "FID-02", Range = 50_000, VerifiedTo = new(2026, 3, 1) };
        ReadingRules.Judge(Reading(10), Ground() with { Instrument = old })!.Message.ShouldContain("检定有效期到 2026-03-01");

        static string Said(SealPoint point) => ReadingRules.Judge(Reading(100), Ground(point))!.Message;
    }

    [Theory]
    [InlineData(100, 109.9, null, "合格")]
    [InlineData(100, 110.1, null, "超差")]
    [InlineData(100, 89, null, "超差")]
    [InlineData(100, 100, 31d, "超差")]
    [InlineData(0, 2, null, "合格")]
    public void An_instrument_drifts_beyond_ten_percent(double nominal, double reading, double? seconds, string verdict) =>
        LdarCalibrationType.VerdictOf(new() { Nominal = nominal, Reading = reading, ResponseSeconds = seconds }).ShouldBe(verdict);

    [Fact]
    public void Codes_are_told_apart_from_the_numbers_of_records()
    {
        var type = SealPointType.Create();
        type.Fields.Single(field => field.Name == "code").Check!("100001")!.ShouldContain("全是数字");
        type.Fields.Single(field => field.Name == "code").Check!("P-100001").ShouldBeNull();
        type.Check(new SealPoint { IsAccessible = false }, DateTime.UtcNow)!.Message.ShouldContain("不可达的密封点请填写原因");
        LdarEquipmentType.Create().Check(new LdarEquipment { IsExempt = true }, DateTime.UtcNow)!.Field.ShouldBe("exemptionReason");
        LdarUnitType.Create().Check(new LdarUnit { OwnLimit = 500 }, DateTime.UtcNow)!.Field.ShouldBe("ownLimitBasis");
        LdarSurveyType.Create().Check(new LdarSurvey { Day = new(2026, 3, 2), CalibratedAt = At("2026-03-01 08:00") }, At("2026-03-05 00:00"))!.Message.ShouldContain("校准应在检测当日");
    }
}
