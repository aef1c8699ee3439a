using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Views;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Web.Components;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Quality.Tests;

/// <summary>Signs of stations on maps. Colours of HJ 633-2026 appendix A and of 《地表水环境质量评价办法（试行）》; never colour alone.</summary>
public sealed class StationSignTests
{
    private static readonly DateTime Noon = new(2026, 11, 29, 12, 0, 0);

    /// <summary>HJ 633-2026 table 3: NO₂ of an hour 100 μg/m³ is 50; 150 is 75.</summary>
    [Theory]
    [InlineData(100, "优", "#00E400", "50")]
    [InlineData(150, "良", "#FFFF00", "75")]
    [InlineData(300, "轻度污染", "#FF7E00", "110")]
    public void A_station_of_the_air_has_the_colour_of_its_level_and_its_index(double nitrogenDioxide, string word, string colour, string mark)
    {
        var station = TestStation.Of(QualityMedium.Air, "二级");
        station.NotMonitored = "SO2、CO、O3、PM10、PM2.5";
        var sign = Sign(station, Interval.Hour, ("a21004", "μg/m³", nitrogenDioxide));
        (sign.Word, sign.Colour, sign.Mark).ShouldBe((word, colour, mark));
    }

    /// <summary>GB 3838-2002 table 1: ammonia 0.15 mg/L is class Ⅰ, 1.0 class Ⅲ, 1.5 class Ⅳ, more than 2.0 beyond Ⅴ.</summary>
    [Theory]
    [InlineData(0.15, "Ⅰ类", "#CCFFFF", "Ⅰ")]
    [InlineData(1.0, "Ⅲ类", "#00FF00", "Ⅲ")]
    [InlineData(1.5, "Ⅳ类", "#FFFF00", "Ⅳ")]
    [InlineData(2.1, "劣Ⅴ类", "#FF0000", "劣Ⅴ")]
    public void A_section_of_a_river_has_the_colour_of_its_class_and_its_numeral(double ammonia, string word, string colour, string mark)
    {
        var sign = Sign(TestStation.River(), Interval.Hour, ("w21003", "mg/L", ammonia));
        (sign.Word, sign.Colour, sign.Mark).ShouldBe((word, colour, mark));
    }

    [Fact]
    public void A_station_that_is_silent_is_grey_and_says_so()
    {
        var sign = Sign(TestStation.River(), Interval.Hour, Noon.AddDays(-1), ("w21003", "mg/L", 0.15));
        (sign.Word, sign.Colour, sign.Mark).ShouldBe(("数据中断", MapSign.Silent, "–"));
        StationSign.Of(new StationState(TestStation.River(), TestStation.Row(TestStation.River(), Interval.Hour, "2026-11-29 11:00", ("w21003", "mg/L", null)), null), true).Word.ShouldBe("没有数据");
    }

    [Fact]
    public void Every_sign_of_every_legend_has_a_word_a_mark_and_a_colour()
    {
        foreach (var sign in QualityMedium.All.SelectMany(StationSign.Legend))
        {
            sign.Word.ShouldNotBeEmpty();
            sign.Mark.ShouldNotBeEmpty();
            sign.Colour.ShouldMatch("^#[0-9A-Fa-f]{6}$");
        }
    }

    private static MapSign Sign(Modules.Quality.Stations.QualityStation station, Interval interval, params (string Factor, string Unit, double? Value)[] values) => Sign(station, interval, Noon.AddHours(-1), values);

    private static MapSign Sign(Modules.Quality.Stations.QualityStation station, Interval interval, DateTime wall, params (string Factor, string Unit, double? Value)[] values)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(ParkTime.ToUtc(Noon), TimeSpan.Zero));
        var grid = TestStation.Row(station, interval, wall.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), values);
        var state = new StationState(station, grid, TestStation.Assessor.Assess(grid, 0));
        return StationSign.Of(state, state.IsFresh(clock));
    }
}
