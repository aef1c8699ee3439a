using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Views;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Quality.Tests;

/// <summary>What the pages of a medium say of stations.</summary>
public sealed class StationViewTests
{
    /// <summary>A sample without a time of day is set to noon, which at ten in the morning has not come yet: it is a result of the day and never data of the last hour.</summary>
    [Theory, InlineData(true, false), InlineData(false, true)]
    public void A_sample_by_hand_is_no_data_of_the_last_hour(bool isManual, bool isFresh)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(ParkTime.ToUtc(new DateTime(2026, 11, 29, 13, 0, 0)), TimeSpan.Zero));
        var station = TestStation.Of(QualityMedium.Soil);
        station.PointId = isManual ? null : 1;
        var grid = TestStation.Row(station, isManual ? null : Interval.Hour, "2026-11-29 12:00", ("镉", "mg/kg", (double?)0.3));
        var state = new StationState(station, grid, TestStation.Assessor.Assess(grid, 0));
        (state.IsManual, state.IsFresh(clock)).ShouldBe((isManual, isFresh));
    }

    /// <summary>A field that filters nothing is worse than none: tabs that list all stations show no station to choose.</summary>
    [Theory, InlineData("completeness", false), InlineData("overview", false), InlineData("data", true), InlineData("trend", true)]
    public void Only_tabs_of_one_station_let_it_be_chosen(string tab, bool needsStation) => WatchTab.All.Single(one => one.Key == tab).NeedsStation.ShouldBe(needsStation);
}
