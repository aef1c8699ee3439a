using EcoPark.Standards.Sources;

namespace EcoPark.Standards.Tests.Sources;

/// <summary>HJ 76-2017 appendix B: 45 minutes, 20 hours, 25 days; HJ 75-2017 replacement table as quoted in public code.</summary>
public sealed class DataValidityTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Theory]
    [InlineData(45, true)]
    [InlineData(44, false)]
    public void An_hour_needs_45_minutes(int valid, bool isValid)
    {
        var minutes = Enumerable.Range(0, 60).Select(minute => new MarkedValue(30, minute < valid ? DataMark.Normal : DataMark.Calibration)).ToList();
        var mean = MarkedMean.Of(minutes, 60, Medium.FlueGas, Interval.Hour, Day);
        mean.IsValid.ShouldBe(isValid);
        mean.Valid.ShouldBe(valid);
        mean.Value.ShouldBe(30);
    }

    [Fact]
    public void Stopped_hours_are_not_owed()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => new MarkedValue(hour < 9 ? 30 : 0, hour < 9 ? DataMark.Normal : hour < 12 ? DataMark.Fault : DataMark.Stopped)).ToList();
        var mean = MarkedMean.Of(hours, 24, Medium.FlueGas, Interval.Day, Day);
        mean.Due.ShouldBe(12);
        mean.IsValid.ShouldBeFalse();
        mean.Value.ShouldBe(30);
    }

    [Fact]
    public void Waste_water_is_weighed_by_its_flow()
    {
        MarkedValue[] hours = [new(10, DataMark.Normal, 3), new(50, DataMark.Normal, 1)];
        MarkedMean.Of(hours, 2, Medium.WasteWater, Interval.Day, Day).Value.ShouldBe(20);
    }

    [Fact]
    public void The_rule_of_waste_water_is_marked_as_not_checked() =>
        MarkedMean.Of([], 24, Medium.WasteWater, Interval.Day, Day).Rule.Confidence.ShouldBe(Confidence.Recalled);

    [Theory]
    [InlineData('N', DataMark.Normal, true)]
    [InlineData('d', DataMark.Fault, false)]
    [InlineData('F', DataMark.Stopped, false)]
    public void Marks_of_hj_212(char flag, DataMark mark, bool isValid)
    {
        DataMarks.Of(flag).ShouldBe(mark);
        mark.IsValid().ShouldBe(isValid);
    }

    /// <summary>A quarter of 2184 h, 100 h stopped, 184 h invalid: (2184 − 184 − 100) / 2084.</summary>
    [Fact]
    public void Capture_rate()
    {
        CaptureRate.Of(2184, 184, 100).ShouldBe(1900m / 2084);
        CaptureRate.Of(100, 0, 100).ShouldBeNull();
    }

    [Theory]
    [InlineData(GapCause.OutOfControl, 0.95, 24, 180)]
    [InlineData(GapCause.OutOfControl, 0.95, 25, 720)]
    [InlineData(GapCause.MaintenanceOrFault, 0.90, 10, 180)]
    [InlineData(GapCause.MaintenanceOrFault, 0.89, 10, 2160)]
    [InlineData(GapCause.MaintenanceOrFault, 0.74, 10, null)]
    public void A_gap_is_filled_by_the_highest_of_the_hours_before(GapCause cause, double captureRate, int hours, int? lookBack) =>
        GasReplacement.RuleFor(cause, (decimal)captureRate, hours).Hours.ShouldBe(lookBack);

    [Fact]
    public void Only_the_hours_of_the_rule_are_looked_at()
    {
        var rule = GasReplacement.RuleFor(GapCause.MaintenanceOrFault, 0.95m, 5);
        rule.Basis.Confidence.ShouldBe(Confidence.Verified);
        var before = Enumerable.Repeat(2m, 180).Append(99);
        GasReplacement.Value(rule, before).ShouldBe(2);
        GasReplacement.Value(GasReplacement.RuleFor(GapCause.OutOfControl, 0.5m, 5), before).ShouldBeNull();
    }

    [Fact]
    public void Waste_water_is_replaced_by_hand_or_by_the_mean_of_days_that_passed()
    {
        WaterReplacement.Value([40, 60, 40, 60], 1000, [30]).ShouldBe(50);
        WaterReplacement.Value([40], 1000, [20, 40]).ShouldBe(30);
        WaterReplacement.Value([], null, []).ShouldBeNull();
        WaterReplacement.Basis.Shown.ShouldContain("待核对");
    }

    /// <summary>720 due, 700 received, 680 valid.</summary>
    [Fact]
    public void Effective_transmission_rate()
    {
        EffectiveTransmissionRate.Of(720, 700, 680)!.Value.Value.ShouldBe(700m / 720 * (680m / 720));
        EffectiveTransmissionRate.Of(0, 0, 0).ShouldBeNull();
    }

    [Theory]
    [InlineData("a21026", true, DriftKind.GasZero)]
    [InlineData("a21026", false, DriftKind.GasSpan)]
    [InlineData("a34013", true, DriftKind.ParticleZero)]
    [InlineData("a34013", false, DriftKind.ParticleSpan)]
    [InlineData("a01011", false, DriftKind.Velocity)]
    public void The_kind_of_drift_follows_from_the_factor_and_the_reference(string factor, bool isZero, DriftKind kind) => Drift.KindOf(factor, isZero).ShouldBe(kind);

    [Theory]
    [InlineData(DriftKind.GasZero, 2.5, 100, true, false)]
    [InlineData(DriftKind.GasZero, 4, 100, false, false)]
    [InlineData(DriftKind.GasZero, -5.1, 100, false, true)]
    [InlineData(DriftKind.ParticleSpan, 8.1, 100, false, true)]
    public void Drift_against_full_scale(DriftKind kind, double drift, int fullScale, bool isWithin, bool isOut)
    {
        var verdict = Drift.Judge(kind, 50 + (decimal)drift, 50, fullScale)!;
        (verdict.IsWithin, verdict.IsOutOfControl).ShouldBe((isWithin, isOut));
        verdict.Rule.Basis.Confidence.ShouldBe(Confidence.Recalled);
    }

    [Theory]
    [InlineData(110, 100, true)]
    [InlineData(89, 100, false)]
    public void A_standard_solution_is_read_within_ten_percent(int reading, int standard, bool passes) =>
        StandardCheck.OfSolution(reading, standard)!.Passes.ShouldBe(passes);

    [Theory]
    [InlineData("w01018", 24, 20, true)]
    [InlineData("w01018", 66, 50, false)]
    [InlineData("w01018", 114, 100, true)]
    [InlineData("氨氮", 1.4, 1.0, false)]
    [InlineData("pH", 7.5, 7.0, true)]
    public void An_analyser_agrees_with_the_laboratory(string factor, double reading, double laboratory, bool passes) =>
        StandardCheck.OfWaterSample(factor, (decimal)reading, (decimal)laboratory)!.Passes.ShouldBe(passes);

    [Fact]
    public void Out_of_control_from_the_failure_or_from_the_last_check_that_passed()
    {
        var start = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        CheckPoint[] checks = [new(start.AddHours(48), true), new(start, true), new(start.AddHours(24), false), new(start.AddHours(30), false), new(start.AddHours(96), false)];
        OutOfControl.StretchesOf(checks, ControlLostFrom.FailedCheck).ShouldBe([new(start.AddHours(24), start.AddHours(48)), new(start.AddHours(96), null)]);
        OutOfControl.StretchesOf(checks, ControlLostFrom.LastPassedCheck).ShouldBe([new(start, start.AddHours(48)), new(start.AddHours(48), null)]);
    }
}
