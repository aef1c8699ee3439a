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
