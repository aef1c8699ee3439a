using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>What devices send that cannot be: kept as sent, valid for nothing.</summary>
public sealed class PlausibilityTests
{
    /// <summary>At 20.95 % oxygen the logger's correction is 240-fold: start-up, and no exceedance. Fourfold is a value.</summary>
    [Theory]
    [InlineData(30, 7200, null)]
    [InlineData(30, 120, 120.0)]
    public void What_a_logger_corrects_of_nearly_air_is_not_judged(double measured, double corrected, double? judged) =>
        Watch.JudgedValue.Of(
            new Reading { Series = default, Time = default, Value = measured, Corrected = corrected, Flag = 'N' },
            new Watch.ChannelEntry(new Watch.WatchedChannel(new EcoPark.Alarms.AlarmSubject(), PointKind.FlueGas), [], []), null).ShouldBe(judged);

    [Theory]
    [InlineData(PointKind.FlueGas, "a21026", "mg/m³", -3, false)]
    [InlineData(PointKind.FlueGas, "a21026", "mg/m³", 0, true)]
    [InlineData(PointKind.FlueGas, "a01013", "Pa", -99, true)] // the draught of a flue
    [InlineData(PointKind.FlueGas, "a19001", "%", 30, false)]
    [InlineData(PointKind.FlueGas, "a00000", "m³/h", -5, false)]
    [InlineData(PointKind.AmbientAir, "a34004", "μg/m³", -9999, false)]
    [InlineData(PointKind.AmbientAir, "a21005", "mg/m³", 300, false)]
    [InlineData(PointKind.AmbientAir, "a01001", "℃", -12, true)]
    [InlineData(PointKind.WasteWater, "w01001", "", 15, false)]
    [InlineData(PointKind.WasteWater, "w01018", "mg/L", -1, false)]
    [InlineData(PointKind.SurfaceWater, "w01009", "mg/L", 150, false)]
    [InlineData(PointKind.OperatingCondition, "e20101", "", -5, true)] // nobody knows what it is
    public void A_value_that_cannot_be_is_not_valid(PointKind kind, string factor, string unit, double value, bool isValid)
    {
        var point = new MonitoringPoint { Id = 1, Name = "", Kind = kind };
        var channel = new Channel { Id = 1, PointId = 1, FactorCode = factor, OriginalCode = factor, Name = factor, Unit = unit };
        List<Reading> readings = [new Reading { Series = new SeriesId(1, Interval.Hour, Origin.Sent), Time = DateTime.UnixEpoch, Value = value, Flag = 'N' }];
        Plausibility.Mark(readings, 0, new RegistrySnapshot([], [point], [channel]));
        (readings[0].Value, readings[0].IsValid, readings[0].IsMeasured).ShouldBe((value, isValid, true));
    }
}
