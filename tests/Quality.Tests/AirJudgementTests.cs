using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Quality.Tests;

public sealed class AirJudgementTests
{
    private static readonly (string Factor, string Unit)[] OzoneChannel = [(FactorCodes.Ozone, "μg/m³")];

    /// <summary>60.4 μg/m³ is 60 before it is judged (HJ 633-2026 chapter 5): AQI 100, and not over the daily limit of 60. 60.5 rounds to the even 60 (GB/T 8170), 60.6 to 61.</summary>
    [Theory]
    [InlineData(60.4, 100, LimitOutcome.Pass)]
    [InlineData(60.5, 100, LimitOutcome.Pass)]
    [InlineData(60.6, 101, LimitOutcome.Fail)]
    public void Index_and_mark_agree(double value, int index, LimitOutcome outcome)
    {
        var row = TestStation.Assessor.Assess(Day("2026-06-01", (FactorCodes.Pm25, "μg/m³", value)), 0);
        (row.Air!.Index, row.Cells[5]!.Outcome).ShouldBe((index, outcome));
        row.IsExceeding.ShouldBe(index > 100);
    }

    /// <summary>Whatever the concentration: a daily index above 100 and a mark over the daily limit are the same thing, in 2024 as in 2026 (IAQI 100 is the class II limit of all six).</summary>
    [Theory]
    [InlineData("2024-06-01")]
    [InlineData("2026-06-01")]
    public void Index_and_mark_agree_for_every_concentration(string day)
    {
        foreach (var (factor, unit, step) in new[] { (FactorCodes.Pm25, "μg/m³", 0.1), (FactorCodes.Pm10, "μg/m³", 0.1), (FactorCodes.SulphurDioxide, "μg/m³", 0.1), (FactorCodes.NitrogenDioxide, "μg/m³", 0.1), (FactorCodes.CarbonMonoxide, "mg/m³", 0.01), (DerivedColumns.OzoneEightHours, "μg/m³", 0.1) })
        {
            for (var value = step; value < 2000 * step; value += step)
            {
                var row = TestStation.Assessor.Assess(Day(day, (factor, unit, Math.Round(value, 2))), 0);
                row.IsExceeding.ShouldBe(row.Air!.Index > 100, $"{factor} {value}");
            }
        }
    }

    /// <summary>
    /// HJ 633-2012 5.1.2: seven indicators with the day's highest hour of ozone. O₃ of 320 in two hours: 150 + (200 − 150)·(320 − 300)/(400 − 300) = 160;
    /// the highest 8-hour mean of 170 gives 100 + 50·10/55 = 110. HJ 633-2026 counts the latter alone.
    /// </summary>
    [Theory]
    [InlineData("2024-06-01", 160)]
    [InlineData("2026-02-28", 160)]
    [InlineData("2026-03-01", 110)]
    public async Task The_highest_hour_of_ozone_counts_until_the_standard_of_2026(string day, int index)
    {
        var first = Utc(day);
        // 120 · 6 + 320 · 2 = 1360, mean of eight 170; all other hours 60.
        double? Hour(string factor, Interval interval, DateTime time) => factor != FactorCodes.Ozone ? 20 : (time - first).Hours switch { 12 or 13 => 320, >= 8 and < 16 => 120, _ => 60 };
        var reader = TestStation.Reader(PointKind.AmbientAir, [.. OzoneChannel, .. Others], Hour, first, first.AddHours(30));
        var grid = await reader.ReadWithDerived(TestStation.Of(QualityMedium.Air, "二级"), Interval.Day, first, first.AddDays(1), CancellationToken.None);
        var air = TestStation.Assessor.Assess(grid, 0).Air!;
        air.Index.ShouldBe(index);
        air.PrimaryPollutants.ShouldBe([AirPollutant.Ozone]);
    }

    /// <summary>HJ 633-2026 chapter 5: an item that is not measured makes NA at or below 100, unless the monitoring plan leaves it out.</summary>
    [Fact]
    public void A_station_of_particles_alone_publishes_no_index_unless_its_plan_says_so()
    {
        var station = TestStation.Of(QualityMedium.Air, "二级");
        var grid = TestStation.Row(station, Interval.Day, "2026-06-01", (FactorCodes.Pm25, "μg/m³", 30.0), (FactorCodes.Pm10, "μg/m³", 40.0));
        var without = TestStation.Assessor.Assess(grid, 0);
        (without.Air!.Index, without.Text).ShouldBe((null, "NA"));
        without.Reason.ShouldContain("缺 SO₂、NO₂、CO、O₃");
        station.NotMonitored = "SO2、NO₂、一氧化碳、O3";
        // 50 · 30/35 = 42.9, rounded up 43.
        TestStation.Assessor.Assess(grid, 0).Air!.Index.ShouldBe(43);
        station.NotMonitored = "";
        var high = TestStation.Row(station, Interval.Day, "2026-06-01", (FactorCodes.Pm25, "μg/m³", 115.0));
        TestStation.Assessor.Assess(high, 0).Air!.Index.ShouldBe(150); // Above 100 it is published all the same.
    }

    /// <summary>HJ 633-2026 table 1 has no level below 1.</summary>
    [Fact]
    public void An_index_of_nought_has_no_level()
    {
        var clean = TestStation.Assessor.Assess(Day("2026-06-01", All(0)), 0);
        (clean.Air!.Index, clean.Air.Level, clean.Text).ShouldBe((0, null, "0"));
        TestStation.Assessor.Assess(Day("2024-06-01", All(0)), 0).Text.ShouldBe("0 优"); // HJ 633-2012: level one is 0–50.
    }

    /// <summary>O₃ 80 nmol/mol: M 47.997, 22.414 L/mol at 273.15 K: 171.3 μg/m³, over 160; 24.466 L/mol at 298.15 K: 156.9, within.</summary>
    [Theory]
    [InlineData("2018-08-31", LimitOutcome.Fail, 171)]
    [InlineData("2018-09-01", LimitOutcome.Pass, 157)]
    public void A_share_of_gas_is_converted_at_the_state_of_its_day(string day, LimitOutcome outcome, int concentration)
    {
        var row = TestStation.Assessor.Assess(Day(day, (DerivedColumns.OzoneEightHours, "ppb", 80.0)), 0);
        var cell = row.Cells[^1]!;
        (cell.Outcome, cell.ComparedValue).ShouldBe((outcome, concentration));
        row.Air!.SubIndices.Single(one => one is { Pollutant: AirPollutant.Ozone, Averaging: Averaging.DailyMaximumEightHours }).Concentration.ShouldBe(concentration);
    }

    /// <summary>Twelve years of hours in one question: each has all its days. The highest 8-hour mean of a day that is 93 throughout is 93.</summary>
    [Fact]
    public async Task A_history_of_twelve_years_loses_no_ozone()
    {
        var (first, last) = (Utc("2010-01-01"), Utc("2022-01-01").AddHours(-1));
        var reader = TestStation.Reader(PointKind.AmbientAir, OzoneChannel, (_, _, _) => 93, first, last);
        var statistics = new PeriodStatistics(reader, TestStation.Assessor, new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        var station = TestStation.Of(QualityMedium.Air, "二级");
        var years = (await statistics.Of([station], CalendarPeriod.Year, new(2010, 1, 1), new(2022, 1, 1), CancellationToken.None)).Where(row => row.Factor == DerivedColumns.OzoneEightHours).ToList();
        years.Select(year => (year.Start.Year, year.Valid, year.Percentile)).ShouldBe(Enumerable.Range(2010, 12).Select(year => (year, DateTime.IsLeapYear(year) ? 366 : 365, (double?)93)));
        var annual = await AnnualAirReader.Of(reader, station, new(2010, 1, 1), new(2022, 1, 1), CancellationToken.None);
        annual.Count.ShouldBe(12);
        foreach (var ozone in annual.Select(year => year.Pollutants.Single(one => one.Pollutant == AirPollutant.Ozone)))
            (ozone.PercentileValue, ozone.Meets).ShouldBe((93, true));
        var hours = await reader.Read(station, Interval.Hour, Utc("1900-01-01"), Utc("2100-01-01"), CancellationToken.None);
        hours.Columns[0].Values.Count(value => value.Valid is not null).ShouldBe((int)(last - first).TotalHours + 1);
    }

    /// <summary>A daily file brings the highest 8-hour mean itself; where there are hours as well, what the file says stands.</summary>
    [Fact]
    public async Task Daily_ozone_that_was_imported_counts_in_index_and_statistics()
    {
        var first = Utc("2026-05-01");
        var reader = TestStation.Reader(PointKind.AmbientAir, [.. Others, (FactorCodes.OzoneEightHours, "μg/m³"), .. OzoneChannel],
            (factor, interval, _) => interval == Interval.Hour ? null : factor == FactorCodes.OzoneEightHours ? 150 : factor == FactorCodes.Ozone ? null : 20, first, first.AddDays(30));
        var station = TestStation.Of(QualityMedium.Air, "二级");
        var days = await reader.ReadWithDerived(station, Interval.Day, first, first.AddDays(31), CancellationToken.None);
        // 50 + 50·(150 − 100)/60 = 91.7, rounded up 92.
        TestStation.Assessor.Assess(days, 5).Air!.Index.ShouldBe(92);
        var statistics = new PeriodStatistics(reader, TestStation.Assessor, new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        var rows = await statistics.Of([station], CalendarPeriod.Month, new(2026, 5, 1), new(2026, 6, 1), CancellationToken.None);
        (rows.Single(row => row.Factor == FactorCodes.OzoneEightHours).Valid, rows.Any(row => row.Factor == FactorCodes.Ozone)).ShouldBe((31, false));
    }

    private static (string, string)[] Others { get; } =
        [(FactorCodes.SulphurDioxide, "μg/m³"), (FactorCodes.NitrogenDioxide, "μg/m³"), (FactorCodes.CarbonMonoxide, "μg/m³"), (FactorCodes.Pm10, "μg/m³"), (FactorCodes.Pm25, "μg/m³")];

    /// <summary>A day whose items are all low but one.</summary>
    private static StationGrid Day(string day, params (string Factor, string Unit, double? Value)[] given) =>
        TestStation.Row(TestStation.Of(QualityMedium.Air, "二级"), Interval.Day, day, [.. All(1).Select(one => given.Any(other => other.Factor == one.Factor) ? given.Single(other => other.Factor == one.Factor) : one), .. given.Where(one => All(1).All(other => other.Factor != one.Factor))]);

    private static (string Factor, string Unit, double? Value)[] All(double value) =>
    [
        (FactorCodes.SulphurDioxide, "μg/m³", value), (FactorCodes.NitrogenDioxide, "μg/m³", value), (FactorCodes.CarbonMonoxide, "mg/m³", value / 10), (FactorCodes.Pm10, "μg/m³", value),
        (DerivedColumns.OzoneHour, "μg/m³", value), (FactorCodes.Pm25, "μg/m³", value), (DerivedColumns.OzoneEightHours, "μg/m³", value),
    ];

    private static DateTime Utc(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ToUtc();
}
