using EcoPark.Platform.Time;
using EcoPark.Web.Components;

namespace EcoPark.Web.Tests;

/// <summary>Ranges as they stand in an address.</summary>
public sealed class TimeRangesTests
{
    [Theory]
    [InlineData("2026-06-01", "2026-06-01", "2026-05-31T16:00", "2026-06-01T16:00")] // Days of the park, UTC+8, the last one whole.
    [InlineData("2026-06-01T08:30", "2026-06-01T09:00", "2026-06-01T00:30", "2026-06-01T01:00")]
    [InlineData("2026-06-01T08:30:15", "2026-06-01T08:30:45", "2026-06-01T00:30:15", "2026-06-01T00:30:45")]
    [InlineData("2026-06-01", "2026-06-01T12:00", "2026-05-31T16:00", "2026-06-01T04:00")]
    public void An_own_range_is_of_days_or_of_hours(string from, string to, string begin, string end)
    {
        var range = TimeRanges.Of(TimeRanges.Custom, from, to, TimeProvider.System);
        range.From.ShouldBe(Utc(begin));
        range.To.ShouldBe(Utc(end));
    }

    [Theory, InlineData("2026-06-01T09:00", "2026-06-01T08:30"), InlineData("gestern", "2026-06-01"), InlineData(null, null)]
    public void One_that_is_none_is_the_last_day(string? from, string? to)
    {
        var range = TimeRanges.Of(TimeRanges.Custom, from, to, TimeProvider.System);
        (range.To - range.From).ShouldBe(TimeSpan.FromDays(1));
        range.To.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Theory, InlineData("2026-06-01T00:30:15", "2026-06-01T08:30:15"), InlineData("2026-06-01T00:30", "2026-06-01T08:30")]
    public void A_stamp_is_the_parks_time_and_reads_back(string utc, string stamp)
    {
        TimeRanges.Stamp(Utc(utc)).ShouldBe(stamp);
        TimeRanges.Of(TimeRanges.Custom, stamp, "2027-01-01", TimeProvider.System).From.ShouldBe(Utc(utc));
    }

    [Fact]
    public void One_steps_by_the_length_of_the_stretch_and_widens_about_its_middle()
    {
        var (from, to) = (Utc("2026-06-01T00:00"), Utc("2026-06-01T06:00"));
        TimeRanges.Moved(from, to, -1).ShouldBe((Utc("2026-05-31T18:00"), from));
        TimeRanges.Moved(from, to, 1).ShouldBe((to, Utc("2026-06-01T12:00")));
        TimeRanges.Widened(from, to).ShouldBe((Utc("2026-05-31T21:00"), Utc("2026-06-01T09:00")));
    }

    [Fact]
    public void A_charts_time_is_the_parks_wall_clock()
    {
        var utc = Utc("2026-06-01T00:30");
        DateTime.UnixEpoch.AddMilliseconds(ChartTime.Of(utc)).ShouldBe(new DateTime(2026, 6, 1, 8, 30, 0));
        ChartTime.ToUtc(ChartTime.Of(utc)).ShouldBe(utc);
        ChartTime.OfWall(ParkTime.FromUtc(utc)).ShouldBe(ChartTime.Of(utc));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
