using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Quality.Tests;

/// <summary>What the page says of a trend holds for the data: detection limits are no concentrations, and a season is no trend.</summary>
public sealed class TrendTests
{
    private static readonly DateTime First = new(2022, 1, 15);

    /// <summary>Never detected, with a limit of 0.05 for a year and 0.01 for the next: EPATADA #40, toxEval #6 – a better method is no cleaner water.</summary>
    [Fact]
    public void A_changing_detection_limit_is_no_trend()
    {
        var found = Of([.. Enumerable.Repeat((0.0, (double?)0.05), 12), .. Enumerable.Repeat((0.0, (double?)0.01), 12)]);
        found.Trend.Tests.ShouldAllBe(test => test.Trend.S == 0 && test.Trend.P == 1);
        TrendWords.Of(found.Trend.Tests[0].Trend).ShouldBe("没有趋势");
        found.Words.ShouldBe("石油类：24 个值都低于检出限（至多 0.05 mg/L），没有趋势可言；检出限的变化不是浓度的变化。");
    }

    /// <summary>scipy #456: values that are all tied have no trend, and 24 of them are not too few.</summary>
    [Fact]
    public void Values_that_are_all_the_same_have_no_trend()
    {
        var found = Of([.. Enumerable.Repeat((0.3, (double?)null), 48)]);
        found.Trend.Tests.ShouldAllBe(test => test.Trend.P == 1);
        found.Words.ShouldBe("石油类：在 95 % 的把握下没有发现趋势。");
    }

    /// <summary>Two years of a season: warm months high, cold ones low, nothing else.</summary>
    [Fact]
    public void Less_than_three_years_do_not_tell_a_season_from_a_trend()
    {
        var found = Of([.. Enumerable.Range(0, 30).Select(month => (1 + (0.02 * month), (double?)null))]);
        found.Trend.Decides.ShouldBeNull();
        found.Words.ShouldContain("不足三年的逐月数据不能把趋势与季节起伏分开，不下结论");
    }

    /// <summary>Four years: a strong season and a fall of 0.1 a year. By hand: each month falls in all six pairs of its four years, S = −72, slope −0.1.</summary>
    [Fact]
    public void A_fall_beneath_a_season_is_found()
    {
        var found = Of([.. Enumerable.Range(0, 48).Select(month => (2 + Math.Sin(month % 12 * Math.PI / 6) - (0.1 * (month / 12)), (double?)null))]);
        (found.Trend.Decides!.Trend.S, Math.Round(found.Trend.Decides.Trend.Slope, 9)).ShouldBe((-72, -0.1));
        found.Words.ShouldStartWith("石油类下降，平均每年 0.1 mg/L（95 % 区间 -0.1 ～ -0.1），把握大于 99.9 %。");
    }

    /// <summary>January to June rise, July to December fall: one trend says nothing (van Belle and Hughes).</summary>
    [Fact]
    public void Months_that_go_different_ways_have_no_trend_in_common()
    {
        var found = Of([.. Enumerable.Range(0, 72).Select(month => (2 + ((month % 12 < 6 ? 0.1 : -0.1) * (month / 12)), (double?)null))]);
        found.Words.ShouldContain("各月的趋势不一致");
    }

    /// <summary>Once a year there is no season: plain test. 5 rising values: S = 10, variance 5·4·15/18 = 16.67, Z = 9/4.082 = 2.2045, p = 0.0275.</summary>
    [Fact]
    public void Yearly_samples_are_tested_as_they_are()
    {
        var values = Enumerable.Range(0, 5).SelectMany(year => Enumerable.Range(0, 12).Select(month => month == 0 ? (1.0 + year, (double?)null) : (double.NaN, null))).ToArray();
        var found = Of(values);
        (found.Trend.Decides!.Trend.S, Math.Round(found.Trend.Decides.Trend.P, 4)).ShouldBe((10, 0.0275));
        found.Words.ShouldContain("上升，平均每年 1 mg/L");
    }

    /// <summary>Half of the values are below the limit: a direction may be said, a slope not.</summary>
    [Fact]
    public void With_many_values_not_detected_no_slope_is_given()
    {
        var found = Of([.. Enumerable.Range(0, 60).Select(month => month < 36 ? (0.0, (double?)0.05) : (0.1 + (0.01 * month), null))]);
        found.Words.ShouldContain("石油类上升（低于检出限的值较多，不给出变化幅度）");
        found.Words.ShouldContain("36 个值（60%）按并列处理".Replace("60%", found.Trend.Series.Share.ToString("P0", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>A detected 0.02 below a limit of 0.05 elsewhere has no rank among what was not detected (Helsel).</summary>
    [Fact]
    public void What_was_detected_below_the_highest_limit_is_tied_with_what_was_not()
    {
        var series = Analysis.Trends.CensoredSeries.Of([0.025, 0.02, 0.03, 0.2], [0.05, double.NaN, double.NaN, double.NaN]);
        (series.Tied, series.Limit).ShouldBe((3, 0.05));
        series.Values.ShouldBe([0.025, 0.025, 0.025, 0.2]);
    }

    private static (StationTrend Trend, string Words) Of((double Value, double? Limit)[] months)
    {
        var times = Enumerable.Range(0, months.Length).Select(month => ParkTime.ToUtc(First.AddMonths(month))).ToList();
        var values = months.Select(one => double.IsNaN(one.Value) ? default : new GridValue(one.Limit is { } limit ? limit / 2 : one.Value, true, default, 'N', Origin.Sent, one.Limit)).ToList();
        var column = new GridColumn("w22001", "石油类", "mg/L", 2, null, values);
        var grid = new StationGrid(TestStation.Of(QualityMedium.SurfaceWater, "Ⅲ", "河流"), null, times, [column]);
        var trend = StationTrend.Of(MonthSeries.Of(grid, column));
        return (trend, TrendWords.Sentence(column, trend));
    }
}
