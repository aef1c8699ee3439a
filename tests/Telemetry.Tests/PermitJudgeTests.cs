using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Tests;

/// <summary>The one judgement of a permit's limit, and what an alarm says of its own weight.</summary>
public sealed class PermitJudgeTests
{
    private static readonly DateOnly Day = new(2026, 3, 12);

    /// <summary>GB 13223 and its kin limit hourly means of flue gas, GB 8978 daily means of waste water, pH at any time: below the mean that decides a value only warns.</summary>
    [Theory]
    [InlineData(PointKind.FlueGas, "a21026", Interval.RealTime, "是否超标以小时值判定，本级数据只作预警。")]
    [InlineData(PointKind.FlueGas, "a21026", Interval.Hour, "按数采仪上传的值即时判定；平台折算、数据标记和启停炉时段以排口的小时数据为准。")]
    [InlineData(PointKind.WasteWater, "w01018", Interval.Hour, "是否超标以日均值判定，本级数据只作预警。")]
    [InlineData(PointKind.WasteWater, "w01018", Interval.Day, "按数采仪上传的值即时判定；数据标记和停运时段以排口的日数据为准。")]
    [InlineData(PointKind.WasteWater, "w01001", Interval.Hour, "按数采仪上传的值即时判定；数据标记和停运时段以排口的小时数据为准。")]
    [InlineData(PointKind.AmbientAir, "a21026", Interval.Hour, "")]
    public void An_alarm_says_why_it_is_provisional(PointKind kind, string factor, Interval interval, string expected) =>
        PermitJudge.WhyProvisional(kind, factor, interval).ShouldBe(expected);

    /// <summary>50 mg/m³ are 50 000 μg/m³: at the limit is kept, beyond it is not, whichever unit the logger sends.</summary>
    [Theory]
    [InlineData("mg/m³", 50, true), InlineData("mg/m³", 50.1, false), InlineData("μg/m³", 50_000, true), InlineData("μg/m³", 50_100, false)]
    public void The_watch_and_the_hours_of_the_outlet_come_to_the_same_verdict(string unit, double value, bool isKept)
    {
        var known = new KnownLimit(new PermitOutletId(1), "a21026", 50, "mg/m³", "GB 13271-2014", new DateOnly(2024, 1, 1), null);
        var subject = new AlarmSubject { FactorCode = "a21026", Unit = unit };
        var watched = LimitInForce.Of(known, new WatchedChannel(subject, PointKind.FlueGas))!;

        var worked = PermitJudge.Judge(PermitJudge.LimitOf(known, Medium.FlueGas, Averaging.Hour), "a21026", unit, (decimal)value, Averaging.Hour, Day);
        var seen = watched.Judge(value, Interval.Hour, subject, Day);

        worked.Outcome.ShouldBe(isKept ? LimitOutcome.Pass : LimitOutcome.Fail);
        (seen.Outcome, seen.ExceedanceMultiple).ShouldBe((worked.Outcome, worked.ExceedanceMultiple));
        (value > watched.Upper).ShouldBe(!isKept);
    }
}
