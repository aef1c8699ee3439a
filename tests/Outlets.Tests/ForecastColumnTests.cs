using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Forecasts;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Outlets.Tests;

/// <summary>What the forecast of an outlet learns from: judged values, and gaps wherever an hour does not count.</summary>
public sealed class ForecastColumnTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Values_are_at_the_reference_oxygen_and_what_does_not_count_is_a_gap()
    {
        var outlet = TestOutlet.Gas(new OutletFiling { OxygenRule = OxygenChoice.Own, OwnOxygen = 9 }, (TestOutlet.Sulphur, "mg/m³"), ("a19001", "%"), ("a00000", "m³/h"), ("a01012", "℃"));
        // A span check fails at 02:30 and passes at 03:10: the hours from 02 to 03 are out of control. 04 h is calibration, 05 h stands still, 06 h has no value, 07 h no oxygen.
        var control = TestOutlet.Control(isGas: true, TestOutlet.Check("量程漂移", TestOutlet.Start.AddHours(2.5), 85), TestOutlet.Check("量程漂移", TestOutlet.Start.AddHours(3).AddMinutes(10), 100));
        var readings = TestOutlet.Flagged(outlet, 9, hour => hour switch { 4 => 'C', 5 => 'F', _ => 'N' },
            (TestOutlet.Sulphur, hour => hour == 6 ? null : 30), ("a19001", hour => hour == 7 ? null : 12), ("a00000", _ => 36_000), ("a01012", hour => 100 + hour));
        var columns = OutletColumns.Of(HourBuilder.Build(outlet, readings, control), readings, control);

        // 30 · (21 − 9)/(21 − 12) = 40
        columns[TestOutlet.Sulphur].ShouldBe([40, 40, Gap, Gap, Gap, Gap, Gap, Gap, 40]);
        columns["a19001"].ShouldBe([12, 12, 12, 12, Gap, Gap, 12, Gap, 12]);
        columns["a00000"].ShouldBe([36_000, 36_000, 36_000, 36_000, Gap, Gap, 36_000, 36_000, 36_000]);
        columns["a01012"].ShouldBe([100, 101, 102, 103, Gap, Gap, 106, 107, 108]);
    }

    [Fact]
    public void Gas_that_is_nearly_air_is_left_out()
    {
        var outlet = TestOutlet.Gas(new OutletFiling { OxygenRule = OxygenChoice.Own, OwnOxygen = 9 });
        // (21 − 9)/(21 − 19.8) = 10 still counts, (21 − 9)/(21 − 19.9) is more.
        var readings = TestOutlet.Hours(outlet, 3, (TestOutlet.Sulphur, _ => 3), ("a19001", hour => 19.7 + (hour / 10.0)), ("a00000", _ => 36_000));
        var columns = OutletColumns.Of(HourBuilder.Build(outlet, readings, TestOutlet.Quiet), readings, TestOutlet.Quiet);
        columns[TestOutlet.Sulphur][0].ShouldBe(3 * 12 / 1.3, 1e-9);
        columns[TestOutlet.Sulphur][1].ShouldBe(30, 1e-9);
        columns[TestOutlet.Sulphur][2].ShouldBe(Gap);
    }

    [Fact]
    public void Hours_under_a_filed_start_are_no_more_learned_from_than_they_are_judged()
    {
        var outlet = TestOutlet.Water();
        var start = new ExemptionPlan
        {
            Kind = "启炉（开车）",
            StartsAt = TestOutlet.Start.AddHours(1),
            EndsAt = TestOutlet.Start.AddHours(3),
        };
        var control = new ControlHistory(false, [], [], [start], TestOutlet.Start.AddYears(1));
        var readings = TestOutlet.Hours(outlet, 5, (TestOutlet.Cod, hour => 40 + hour), ("w00000", _ => 10));
        var columns = OutletColumns.Of(HourBuilder.Build(outlet, readings, control), readings, control);
        columns[TestOutlet.Cod].ShouldBe([40, Gap, Gap, 43, 44]);
        columns["w00000"].ShouldBe([36, 36, 36, 36, 36]); // 10 L/s are 36 m³/h
    }
}
