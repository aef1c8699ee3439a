using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Standards.Air;

namespace EcoPark.Quality.Tests;

/// <summary>优良天数. HJ 633-2012 table 1: daily PM2.5 of 35, 75, 115, 150 μg/m³ is an index of 50, 100, 150, 200.</summary>
public sealed class AqiDaysTests
{
    private static readonly DateOnly First = new(2025, 6, 1);

    [Fact]
    public void Days_are_counted_by_level_and_primary_pollutant_against_the_same_days_of_the_year_before()
    {
        // 25 → 优; 55 → 75 良; 75 → 100 良; 76 and 110 → 轻度; 130 → 中度; one day has no index.
        List<AqiDay> days = [.. new double[] { 25, 55, 75, 76, 110, 130 }.Select((value, at) => Day(First.AddDays(at), value)), .. new double[] { 25, 25, 130, 130, 130, 130, 130, 130 }.Select((value, at) => Day(First.AddYears(-1).AddDays(at), value))];
        var one = AqiDays.Periods("甲站", 1, days, CalendarPeriod.Month, First, First.AddDays(6)).Single();
        (one.Start, one.Due, one.Valid, one.Good).ShouldBe((First, 6, 6, 3));
        one.ByLevel.ShouldBe([1, 2, 2, 1, 0, 0]);
        one.GoodShare!.Value.ShouldBe(0.5);
        one.Primary.ShouldBe(new Dictionary<AirPollutant, int> { [AirPollutant.Pm25] = 5 }, "at an index of 50 or less there is none");
        (one.YearBefore!.Valid, one.YearBefore.Good).ShouldBe((6, 2), "the same six days");
        one.Change!.Value.ShouldBe(0.5 - (2.0 / 6), 1e-12);
    }

    /// <summary>HJ 663: 324 of 365 days. Since HJ 633-2026 a day that lacks an item has an index only where it is bad.</summary>
    [Theory, InlineData(30, 27, true), InlineData(30, 26, false), InlineData(365, 324, true), InlineData(365, 323, false), InlineData(31, 4, false)]
    public void Too_few_days_make_no_share(int due, int valid, bool isTold)
    {
        var from = new DateOnly(2025, 1, 1);
        List<AqiDay> days = [.. Enumerable.Range(0, due).Select(at => at < valid ? Day(from.AddDays(at), 130) : Unknown(from.AddDays(at)))];
        var one = AqiDays.Periods("甲站", 1, days, CalendarPeriod.Year, from, from.AddDays(due)).Single();
        (one.Valid, one.Good, one.GoodShare).ShouldBe((valid, 0, isTold ? 0 : null));
    }

    [Fact]
    public void Periods_are_those_of_the_calendar_cut_to_the_range()
    {
        List<AqiDay> days = [Day(new DateOnly(2025, 5, 31), 25), Day(First, 25), Day(new DateOnly(2025, 7, 1), 130)];
        AqiDays.Periods("甲站", 1, days, CalendarPeriod.Month, new DateOnly(2025, 5, 20), new DateOnly(2025, 7, 2)).Select(one => (one.Start, one.Due, one.Good, one.Valid))
            .ShouldBe([(new DateOnly(2025, 5, 1), 12, 1, 1), (First, 30, 1, 1), (new DateOnly(2025, 7, 1), 1, 0, 1)]);
        AqiDays.Periods("甲站", 1, days, CalendarPeriod.Year, new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1)).Select(one => (one.Due, one.Good, one.Valid, one.YearBefore)).ShouldBe([(365, 2, 3, null)]);
    }

    [Fact]
    public void The_parks_day_is_that_of_the_means_of_its_stations()
    {
        // 95 is light pollution at one station; with 55 at the other the park has 75 and good air.
        var park = AqiDays.OfPark(new Dictionary<QualityStation, IReadOnlyList<AqiDay>> { [Station(1)] = [Day(First, 95)], [Station(2)] = [Day(First, 55), Day(First.AddDays(1), 130)] });
        park.Select(day => (day.Day, day.Air.Index)).ShouldBe([(First, 100), (First.AddDays(1), 172)]); // 130 lies 15/35 of the way from 115 to 150: 150 + 50 × 15/35 = 171.4, rounded up.
    }

    private static QualityStation Station(int id)
    {
        var station = TestStation.Of(QualityMedium.Air, "二级");
        station.Id = id;
        return station;
    }

    /// <summary>A day whose index may not be published.</summary>
    private static AqiDay Unknown(DateOnly day)
    {
        var known = Day(day, 25);
        return known with { Air = known.Air with { Index = null, Level = null, PrimaryPollutants = [] } };
    }

    private static AqiDay Day(DateOnly day, double? pm25) => new(day, AirQualityIndex.OfDay(
        new AirConcentrations { SulphurDioxide = 10, NitrogenDioxide = 10, CarbonMonoxide = 0.5m, OzoneEightHours = 50, Pm10 = 20, Pm25 = (decimal?)pm25 }, day));
}
