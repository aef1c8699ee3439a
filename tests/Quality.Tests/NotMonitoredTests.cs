using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Quality.Tests;

/// <summary>HJ 633-2026 chapter 5: an item is left out of the AQI only where three years have not seen it as the primary pollutant of light pollution or worse.</summary>
public sealed class NotMonitoredTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 10, 0, 0);
    private static readonly (string Factor, string Unit)[] Channels =
        [(FactorCodes.CarbonMonoxide, "mg/m³"), (FactorCodes.Pm25, "μg/m³"), (FactorCodes.Pm10, "μg/m³"), (FactorCodes.SulphurDioxide, "μg/m³"), (FactorCodes.NitrogenDioxide, "μg/m³"), (FactorCodes.Ozone, "μg/m³")];

    /// <summary>CO of 24 hours: 4 mg/m³ are 100 and 14 are 150, so 10 are 130.</summary>
    [Theory]
    [InlineData("2024-01-15", 10, 20, false)] // Light pollution by CO within three years.
    [InlineData("2023-05-15", 10, 20, true)] // More than three years ago.
    [InlineData("2024-01-15", 3.9, 20, true)] // Primary, but not polluted.
    [InlineData("2024-01-15", 10, 200, true)] // Polluted, by PM₂.₅.
    public async Task History_decides_whether_an_item_may_be_left_out(string day, double carbon, double particles, bool isAllowed)
    {
        var bad = ParkTime.ToUtc(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        double? Value(string factor, Interval interval, DateTime time) => factor switch
        {
            FactorCodes.CarbonMonoxide => time >= bad && time < bad.AddDays(1) ? carbon : 0.5,
            FactorCodes.Pm25 => time >= bad && time < bad.AddDays(1) ? particles : 10,
            _ => 20,
        };
        var problem = await Check(Value, "CO、SO2");
        (problem is null).ShouldBe(isAllowed, problem?.Message);
        if (!isAllowed)
            problem!.Message.ShouldContain($"{day} 的首要污染物是 CO（AQI 130）");
        (await Check(Value, "SO2")).ShouldBeNull();
    }

    private static async Task<EcoPark.Platform.Problem?> Check(Func<string, Interval, DateTime, double?> value, string notMonitored)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(ParkTime.ToUtc(Now), TimeSpan.Zero));
        var reader = TestStation.Reader(PointKind.AmbientAir, Channels, (factor, interval, time) => interval == Interval.Day ? value(factor, interval, time) : null, ParkTime.ToUtc(new DateTime(2023, 1, 1)), ParkTime.ToUtc(Now));
        var station = TestStation.Of(QualityMedium.Air, "二级");
        station.NotMonitored = notMonitored;
        return await new NotMonitoredCheck(reader, TestStation.Assessor, clock).Check(station, TestContext.Current.CancellationToken);
    }
}
