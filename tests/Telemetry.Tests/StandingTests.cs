using EcoPark.Contracts;
using EcoPark.Standards;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Tests;

/// <summary>How a newest value stands: by the same limits, rules and judgement as alarms.</summary>
public sealed class StandingTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Uploads = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(50.1, StandingState.Over), InlineData(50, StandingState.Near), InlineData(40, StandingState.Near), InlineData(39.9, StandingState.Normal)]
    public void Against_a_permit_of_50_eighty_per_cent_is_near_and_more_than_the_limit_over(double value, StandingState state)
    {
        var standing = Stand(Water(), value);
        standing.State.ShouldBe(state);
        (standing.Judged, standing.Upper, standing.IsCorrected).ShouldBe((value, 50, false));
        standing.Basis.ShouldContain("GB 31572-2015");
    }

    [Fact]
    public void What_is_not_valid_not_of_now_or_not_connected_is_not_judged_and_says_which()
    {
        Stand(Water(), 80, flag: 'D').State.ShouldBe(StandingState.Invalid);
        Stand(Water(), 80, flag: 'F').State.ShouldBe(StandingState.Stopped);
        Stand(Water(), 80, marks: ReadingMarks.Rejected).State.ShouldBe(StandingState.Invalid);
        Stand(Water(), 80, isOnline: false).State.ShouldBe(StandingState.OffLine);
        Stand(Water(), 80, age: 91).State.ShouldBe(StandingState.Silent); // Three uploads of 30 s.
        Stand(Water(), 80, age: 89).State.ShouldBe(StandingState.Over);
        StandingRule.Of(null, Water(), null, true, Uploads, Now).State.ShouldBe(StandingState.NoData);
        StandingRule.Of(null, Water(), null, false, Uploads, Now).State.ShouldBe(StandingState.OffLine);
        Stand(Water(limit: null), 80).State.ShouldBe(StandingState.Unjudged);
        Stand(null, 80).State.ShouldBe(StandingState.Unjudged);
        Stand(Water(), 80, flag: 'D').Verdict.ShouldBeNull();
    }

    [Fact]
    public void A_rule_of_the_park_takes_the_place_of_the_permit_and_moves_what_is_near()
    {
        var strict = Water(50, new AlarmRule { Name = "内控", Kind = "超标", Data = "实时", Upper = 30 }, new AlarmRule { Name = "预警", Kind = "接近限值", Data = "实时", Share = 50 });
        var over = Stand(strict, 31);
        (over.State, over.Upper, over.Basis).ShouldBe((StandingState.Over, 30, "内控"));
        Stand(strict, 15).State.ShouldBe(StandingState.Near);
        Stand(strict, 14.9).State.ShouldBe(StandingState.Normal);
        // A rule that keeps the alarm silent does not change what the value is.
        Stand(Water(50, new AlarmRule { Name = "不报", Kind = "超标", Data = "实时", IsOff = true }), 60).State.ShouldBe(StandingState.Over);
    }

    [Fact]
    public void Flue_gas_is_judged_at_the_reference_oxygen_of_its_filing()
    {
        // GB 13271-2014: 40 mg/m³ at 12 % oxygen are 40 · (21 − 9) / (21 − 12) = 53.33 at 9 %.
        var standing = Stand(Gas(), 40, oxygen: 12);
        standing.State.ShouldBe(StandingState.Over);
        standing.IsCorrected.ShouldBeTrue();
        standing.Judged!.Value.ShouldBe(53.333, 0.001);
        standing.Verdict!.ExceedanceMultiple!.Value.ShouldBe(0.07m, 0.005m);
        standing.Verdict.IsIndicative.ShouldBeTrue(); // The hour decides.

        Stand(Gas(), 40, oxygen: 9).State.ShouldBe(StandingState.Near); // 40 of 50.
        Stand(Gas(), 40, oxygen: 12, corrected: 30).Judged.ShouldBe(30); // As the logger has it.
        var air = Stand(Gas(), 40, oxygen: 20.5); // (21 − 9) / 0.5: more than tenfold, the furnace does not burn.
        (air.State, air.Judged).ShouldBe((StandingState.Unjudged, null));
        Stand(Gas(), 40).State.ShouldBe(StandingState.Unjudged); // Without oxygen nothing can be said.
    }

    [Fact]
    public void Of_a_channel_of_another_unit_the_limit_is_brought_into_it()
    {
        var standing = Stand(Entry(PointKind.WasteWater, "w01018", "μg/L", 50, null, []), 45_000);
        (standing.State, standing.Upper).ShouldBe((StandingState.Near, 50_000));
    }

    private static FactorStanding Stand(ChannelEntry? entry, double value, char flag = 'N', double age = 1, bool isOnline = true, double? oxygen = null, double? corrected = null, ReadingMarks marks = ReadingMarks.None) =>
        StandingRule.Of(Live(1, value, flag, age, corrected, marks), entry, oxygen is { } percent ? Live(2, percent, 'N', age) : null, isOnline, Uploads, Now);

    private static LiveValue Live(int channel, double value, char flag, double age, double? corrected = null, ReadingMarks marks = ReadingMarks.None) =>
        new(channel, new Reading { Series = new SeriesId(channel, Interval.RealTime, Origin.Sent), Time = Now.AddSeconds(-age), Value = value, Flag = flag, Corrected = corrected, Marks = marks }, Now);

    private static ChannelEntry Water(double? limit = 50, params AlarmRule[] rules) => Entry(PointKind.WasteWater, "w01018", "mg/L", limit, null, rules);

    private static ChannelEntry Gas() => Entry(PointKind.FlueGas, "a21026", "mg/m³", 50, 9, []);

    private static ChannelEntry Entry(PointKind kind, string factor, string unit, double? limit, decimal? oxygen, IReadOnlyList<AlarmRule> rules)
    {
        var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "32" };
        var point = new MonitoringPoint { Id = 1, Name = "总排口", Kind = kind, PermitOutletId = 1 };
        Channel[] channels =
        [
            new() { Id = 1, DeviceId = 1, PointId = 1, FactorCode = factor, OriginalCode = factor, Name = "因子", Unit = unit },
            new() { Id = 2, DeviceId = 1, PointId = 1, FactorCode = "a19001", OriginalCode = "a19001", Name = "氧含量", Unit = "%" },
        ];
        var outlet = new PermitOutletId(1);
        var permits = new PermitSnapshot([new KnownEnterprise(7, "甲公司", "")], [new KnownOutlet(outlet, 7, "DW001", "总排口")],
            limit is { } upper ? [new KnownLimit(outlet, factor, upper, kind == PointKind.FlueGas ? "mg/m³" : "mg/L", "GB 31572-2015", new DateOnly(2024, 1, 1), null)] : []);
        var book = new WatchBook(
            new RegistrySnapshot([device], [point], channels), permits, [.. rules.Select(AlarmRuleType.RuleOf)], [], new InstrumentFacts([], oxygen is { } percent ? [new KnownOxygen(1, percent)] : []));
        return book.Find(1)!;
    }
}
