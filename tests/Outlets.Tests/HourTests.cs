using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards.Sources;

namespace EcoPark.Outlets.Tests;

public class HourTests
{
    [Fact]
    public void Masses_are_of_the_measured_value_and_the_limit_is_for_the_corrected_one()
    {
        var outlet = TestOutlet.Gas(new OutletFiling { OxygenRule = "GB 13271-2014 燃煤锅炉 9 %" });
        var hour = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 1, (TestOutlet.Sulphur, _ => 30), ("a19001", _ => 12), ("a00000", _ => 36_000)), TestOutlet.Quiet).Factors[TestOutlet.Sulphur][0];
        hour.Corrected.ShouldBe(40); // 30 · (21 − 9)/(21 − 12)
        hour.Kilograms.ShouldBe(1.08m); // 30 mg/m³ · 36 000 m³/h · 10⁻⁶
        hour.IsValid.ShouldBeTrue();
    }

    /// <summary>
    /// At 20.95 % oxygen 0.1 % of it decides: (21 − 9)/(21 − 20.95) = 240 times. Such hours are shown with their measured value, and neither corrected nor judged, whatever the logger says;
    /// 20 hours at 12 % and 30 mg/m³ make a day of 40.
    /// </summary>
    [Fact]
    public void Hours_of_gas_that_is_nearly_air_stand_apart()
    {
        var outlet = TestOutlet.Gas(new OutletFiling { OxygenRule = "GB 13271-2014 燃煤锅炉 9 %" });
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Sulphur, _ => 30), ("a19001", hour => hour < 4 ? 20.95 : 12), ("a00000", _ => 36_000)), TestOutlet.Quiet);
        var start = hours.Factors[TestOutlet.Sulphur][0];
        (start.Measured, start.Corrected, start.Judged(true), start.IsValid, start.Kilograms).ShouldBe((30, null, null, true, 1.08m));
        start.Why.ShouldBe("氧含量 20.95 %，气体近于空气（启停炉或漏风），不折算、不判定");
        var day = EcoPark.Modules.Outlets.Days.DayBuilder.Build(hours, TestOutlet.Quiet, []).Single(one => one.Factor == TestOutlet.Sulphur);
        (day.Corrected, day.Mean, day.IsValid).ShouldBe((40, 30, true));
    }

    /// <summary>(21 − 9)/(21 − O) is ten at 19.8 %.</summary>
    [Theory]
    [InlineData(19.8, false)]
    [InlineData(19.81, true)]
    [InlineData(21, true)]
    public void Nearly_air_begins_where_the_correction_is_more_than_tenfold(double oxygen, bool isNearlyAir) =>
        OxygenCorrection.IsNearlyAir((decimal)oxygen, 9).ShouldBe(isNearlyAir);

    /// <summary>Sulphur of −3 mg/m³ in 4 of 24 hours, 30 in the others: a mean of 30 from 20 hours, and no negative kilogram.</summary>
    [Fact]
    public void Negative_values_are_in_no_mean_and_no_mass()
    {
        var outlet = TestOutlet.Gas();
        var readings = TestOutlet.Hours(outlet, 24, (TestOutlet.Sulphur, hour => hour < 4 ? -3 : 30), ("a00000", _ => 36_000));
        var marked = readings.All.SelectMany(series => series).OfType<EcoPark.Telemetry.Readings.Reading>().Select(reading => reading.Value < 0 ? reading with { Marks = EcoPark.Telemetry.Readings.ReadingMarks.Implausible } : reading).ToList();
        var sent = new HourlyReadings(TestOutlet.Start, 24);
        sent.Add(outlet.Channels, marked);
        var hours = HourBuilder.Build(outlet, sent, TestOutlet.Quiet);
        hours.Factors[TestOutlet.Sulphur].ShouldAllBe(hour => hour.Kilograms == null || hour.Kilograms > 0);
        hours.Factors[TestOutlet.Sulphur][0].Why.ShouldBe("数值超出合理范围");
        var day = EcoPark.Modules.Outlets.Days.DayBuilder.Build(hours, TestOutlet.Quiet, []).Single(one => one.Factor == TestOutlet.Sulphur);
        (day.Mean, day.Valid, day.IsValid).ShouldBe((30, 20, true));
    }

    /// <summary>HJ/T 356: where nothing flows the value is not valid; it is not owed, and nothing is emitted.</summary>
    [Fact]
    public void Water_that_does_not_flow_discharges_nothing()
    {
        var outlet = TestOutlet.Water();
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 10 ? 20 : 300), ("w00000", hour => hour < 10 ? 10 : 0)), TestOutlet.Quiet);
        (hours.Factors[TestOutlet.Cod][23].IsValid, hours.Factors[TestOutlet.Cod][23].IsDue).ShouldBe((false, false));
        var day = EcoPark.Modules.Outlets.Days.DayBuilder.Build(hours, TestOutlet.Quiet, []).Single(one => one.Factor == TestOutlet.Cod);
        // 10 L/s for ten hours at 20 mg/L: 360 m³ · 20 g/m³ = 7.2 kg.
        (day.Mean, day.Valid, day.IsValid, day.Missing).ShouldBe((20, 10, true, 0));
        day.Kilograms!.Value.ShouldBe(7.2, 1e-9);
    }

    /// <summary>An analyser that works every two hours owes twelve results; its mean stands for the hours between.</summary>
    [Fact]
    public void An_analyser_of_two_hours_makes_a_valid_day()
    {
        var outlet = TestOutlet.Water();
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour % 2 == 0 ? 20 : null), ("w00000", _ => 10)), TestOutlet.Quiet);
        var day = EcoPark.Modules.Outlets.Days.DayBuilder.Build(hours, TestOutlet.Quiet, []).Single(one => one.Factor == TestOutlet.Cod);
        (day.Mean, day.Valid, day.IsValid).ShouldBe((20, 12, true));
        day.Kilograms!.Value.ShouldBe(17.28, 1e-9); // 864 m³ · 20 g/m³
    }

    [Fact]
    public void Without_oxygen_there_is_a_mass_but_nothing_to_judge()
    {
        var outlet = TestOutlet.Gas(new OutletFiling { OxygenRule = "自定", OwnOxygen = 3 });
        var hour = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 1, (TestOutlet.Sulphur, _ => 30), ("a00000", _ => 1_000)), TestOutlet.Quiet).Factors[TestOutlet.Sulphur][0];
        (hour.Corrected, hour.Kilograms, hour.Judged(true)).ShouldBe((null, 0.03m, null));
        hour.Why.ShouldContain("没有氧含量");
    }

    [Fact]
    public void Flow_is_worked_out_of_velocity_and_area()
    {
        var outlet = TestOutlet.Gas(
            new OutletFiling { FlowRule = FlowRules.FromVelocity, StackArea = 2, VelocityFactor = 0.9, Moisture = 10, Pressure = 101.325 },
            (TestOutlet.Sulphur, "mg/m³"), ("a01011", "m/s"), ("a01012", "℃"));
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 1, (TestOutlet.Sulphur, _ => 50), ("a01011", _ => 10), ("a01012", _ => 136.5)), TestOutlet.Quiet);
        // 3600 · 2 · 0.9 · 10 = 64 800 m³/h; 273/(273 + 136.5) = 2/3; · (1 − 0.10) → 38 880
        hours.Flow[0]!.Value.ShouldBe(38_880, 0.001m);
        hours.Factors[TestOutlet.Sulphur][0].Kilograms!.Value.ShouldBe(1.944m, 0.0001m);
    }

    [Theory]
    [InlineData('C', DataMark.Calibration)]
    [InlineData('M', DataMark.Maintenance)]
    [InlineData('D', DataMark.Fault)]
    [InlineData('T', DataMark.OverRange)]
    [InlineData('F', DataMark.Stopped)]
    public void A_flag_takes_the_hour_out(char flag, DataMark mark)
    {
        var outlet = TestOutlet.Gas();
        var hour = HourBuilder.Build(outlet, TestOutlet.Flagged(outlet, 1, _ => flag, (TestOutlet.Sulphur, _ => 30), ("a00000", _ => 1_000)), TestOutlet.Quiet).Factors[TestOutlet.Sulphur][0];
        (hour.Mark, hour.IsValid, hour.Kilograms, hour.IsDue).ShouldBe((mark, false, null, mark != DataMark.Stopped));
    }

    [Fact]
    public void Gas_is_out_of_control_from_the_failed_check_to_the_next_that_passes()
    {
        // Span of 100 at full scale 100: 85 is a drift of −15 %, beyond ±10 %; 94 (−6 %) must be adjusted and decides nothing.
        var control = TestOutlet.Control(true,
            TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(1), 100), TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(10), 85),
            TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(11), 94), TestOutlet.Check(CheckJudge.Zero, TestOutlet.Start.AddHours(12), 0, 0), TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(14.5), 99));
        Enumerable.Range(0, 24).Where(hour => control.LostAt(TestOutlet.Sulphur, TestOutlet.Start.AddHours(hour)) is not null).ShouldBe([10, 11, 12, 13, 14]);
        control.LastPassed(TestOutlet.Sulphur, TestOutlet.Start.AddHours(10)).ShouldBe(TestOutlet.Start.AddHours(1));
    }

    [Fact]
    public void Water_is_out_of_control_back_to_the_last_check_that_passed()
    {
        // 115 of a solution of 100: 15 %, beyond ±10 %.
        var control = TestOutlet.Control(false,
            TestOutlet.Check(CheckJudge.Solution, TestOutlet.Start.AddHours(2), 105, factor: TestOutlet.Cod), TestOutlet.Check(CheckJudge.Solution, TestOutlet.Start.AddHours(6), 115, factor: TestOutlet.Cod),
            TestOutlet.Check(CheckJudge.Solution, TestOutlet.Start.AddHours(8), 98, factor: TestOutlet.Cod));
        Enumerable.Range(0, 12).Where(hour => control.LostAt(TestOutlet.Cod, TestOutlet.Start.AddHours(hour)) is not null).ShouldBe([2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public void An_overdue_calibration_is_out_of_control()
    {
        var instrument = new OutletInstrument { Factor = TestOutlet.Sulphur, CalibrationDays = 1 };
        var control = new ControlHistory(true, [TestOutlet.Check(CheckJudge.Span, TestOutlet.Start, 100), TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(30), 100)], [instrument], [], TestOutlet.Start.AddHours(40));
        // Passed at 0 and due again at 24; passed at 30.
        Enumerable.Range(0, 40).Where(hour => control.LostAt(TestOutlet.Sulphur, TestOutlet.Start.AddHours(hour)) is not null).ShouldBe([24, 25, 26, 27, 28, 29]);
    }
}
