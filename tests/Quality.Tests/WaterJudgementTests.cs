using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Forecasts;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Modules.Quality.Views;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Quality.Tests;

/// <summary>GB 3838-2002 table 1, class Ⅲ: total phosphorus 0.2 mg/L of rivers and 0.05 of lakes; total nitrogen 1.0 of lakes, none of rivers. One row, wherever it is asked for.</summary>
public sealed class WaterJudgementTests
{
    private const string Phosphorus = FactorCodes.TotalPhosphorus;
    private const string Nitrogen = FactorCodes.TotalNitrogen;

    [Theory]
    [InlineData("河流", 0.10, LimitOutcome.Pass, null)]
    [InlineData("", 0.10, LimitOutcome.Pass, null)]
    [InlineData("河流", 0.30, LimitOutcome.Fail, 0.5)]
    [InlineData("湖库", 0.10, LimitOutcome.Fail, 1.0)]
    [InlineData("湖库", 0.05, LimitOutcome.Pass, null)]
    public void A_cell_and_a_manual_result_have_the_row_of_their_water(string waterKind, double value, LimitOutcome outcome, double? multiple)
    {
        var station = TestStation.Of(QualityMedium.SurfaceWater, "Ⅲ", waterKind);
        var grid = TestStation.Row(station, Interval.Hour, "2026-06-01 08:00", (Phosphorus, "mg/L", value));
        var cell = TestStation.Assessor.Cell(grid, grid.Columns[0], 0)!;
        var manual = new ManualJudge(TestStation.Judge).Judge(station, new ManualResult { Factor = Phosphorus, Result = value.ToString(System.Globalization.CultureInfo.InvariantCulture), Unit = "mg/L", SampledOn = new(2026, 6, 1) });
        foreach (var verdict in new[] { cell, manual })
            (verdict.Outcome, (double?)verdict.ExceedanceMultiple).ShouldBe((outcome, multiple));
        TestStation.Assessor.Assess(grid, 0).Water!.MeetsTarget.ShouldBe(outcome == LimitOutcome.Pass);
    }

    [Fact]
    public void Total_nitrogen_of_a_river_has_no_verdict_and_of_a_lake_it_has()
    {
        var river = TestStation.Row(TestStation.River(), Interval.Day, "2026-06-01", (Nitrogen, "mg/L", 1.5));
        TestStation.Assessor.Cell(river, river.Columns[0], 0).ShouldBeNull();
        TestStation.Assessor.LimitOf(river, river.Columns[0], 0).ShouldBeNull();
        TestStation.Assessor.Assess(river, 0).IsExceeding.ShouldBeFalse();
        var lake = TestStation.Row(TestStation.Of(QualityMedium.SurfaceWater, "Ⅲ", "湖库"), Interval.Day, "2026-06-01", (Nitrogen, "mg/L", 1.5));
        TestStation.Assessor.Cell(lake, lake.Columns[0], 0)!.ExceedanceMultiple.ShouldBe(0.5m);
    }

    /// <summary>GB 3838 clause 1 leaves the sea to GB 3097, which the library does not hold.</summary>
    [Fact]
    public void Coastal_water_is_not_judged_by_the_standard_of_rivers()
    {
        var sea = TestStation.Row(TestStation.Of(QualityMedium.SurfaceWater, "Ⅲ", "近岸海域"), Interval.Day, "2026-06-01", (FactorCodes.AmmoniaNitrogen, "mg/L", 3.0), (Phosphorus, "mg/L", 0.3));
        var row = TestStation.Assessor.Assess(sea, 0);
        row.Cells.ShouldAllBe(cell => cell == null);
        (row.Text, row.Reason).ShouldBe(("无法评价", "近岸海域执行 GB 3097，限值库未收录，不作评价"));
    }

    [Fact]
    public void The_line_of_a_chart_is_the_limit_of_the_river()
    {
        var grid = TestStation.Row(TestStation.River(), Interval.Day, "2026-06-01", (Phosphorus, "mg/L", 0.1), (Nitrogen, "mg/L", 1.5));
        var chart = new GridChart(TestStation.Assessor).Of(grid, grid.Columns);
        chart.Limits.Select(limit => limit.Value).ShouldBe([0.2]);
    }

    [Fact]
    public void A_forecast_is_set_against_the_limit_of_the_river()
    {
        ForecastLimitOf(TestStation.River(), Phosphorus).ShouldBe(0.2);
        ForecastLimitOf(TestStation.Of(QualityMedium.SurfaceWater, "Ⅲ", "湖库"), Phosphorus).ShouldBe(0.05);
        ForecastLimitOf(TestStation.River(), Nitrogen).ShouldBeNull();
    }

    /// <summary>Thirty days: 0.1 on 20 of them, 0.3 on 10.</summary>
    [Fact]
    public async Task Statistics_judge_every_day_by_the_row_of_the_river()
    {
        var first = new DateTime(2026, 5, 31, 16, 0, 0, DateTimeKind.Utc);
        var reader = TestStation.Reader(PointKind.SurfaceWater, [(Phosphorus, "mg/L"), (Nitrogen, "mg/L")], (factor, _, time) => factor == Nitrogen ? 1.5 : (time - first).Days < 20 ? 0.1 : 0.3, first, first.AddDays(29));
        var statistics = new PeriodStatistics(reader, TestStation.Assessor, new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        var rows = await statistics.Of([TestStation.River()], CalendarPeriod.Month, new(2026, 6, 1), new(2026, 7, 1), CancellationToken.None);
        var phosphorus = rows.Single(row => row.Factor == Phosphorus);
        (phosphorus.Valid, phosphorus.Judged, phosphorus.Exceeding, phosphorus.Limit).ShouldBe((30, 30, 10, "GB 3838-2002 Ⅲ ≤ 0.2 mg/L"));
        phosphorus.HighestMultiple!.Value.ShouldBe(0.5, 1e-9);
        rows.Single(row => row.Factor == Nitrogen).Judged.ShouldBe(0);
    }

    private static double? ForecastLimitOf(QualityStation station, string factor) =>
        new StationForecast(station, 1, new Channel { FactorCode = factor, OriginalCode = factor, Name = factor, Unit = "mg/L" }, null!, null!, TestStation.Judge).LimitAt(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc))?.Value;
}
