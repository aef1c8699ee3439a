using EcoPark.Modules.Outlets.Days;

namespace EcoPark.Outlets.Tests;

/// <summary>Which days are worked up anew, and that none of them is forgotten at the turn of the year.</summary>
public sealed class DueDayTests
{
    /// <summary>A change reaches back to the first of the month 90 days ago, and to the beginning of the year where that is earlier.</summary>
    [Theory]
    [InlineData("2027-01-01", "2026-10-01")]
    [InlineData("2027-01-31", "2026-11-01")]
    [InlineData("2027-03-31", "2026-12-01")]
    [InlineData("2027-04-01", "2027-01-01")]
    [InlineData("2027-12-31", "2027-01-01")]
    public void In_January_a_change_reaches_back_into_the_old_year(string today, string first) =>
        OutletDayChanges.FirstDay(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Ranges_of_one_outlet_that_touch_are_one_piece_of_work_and_others_stay_apart()
    {
        var joined = DueDays.Joined([Range(1, 7, 3, 3), Range(2, 7, 4, 10), Range(3, 7, 8, 9), Range(4, 7, 28, 28), Range(5, 8, 4, 4)]);
        joined.Select(work => (work.PointId, work.First.Day, work.Last.Day, string.Join(',', work.Ids))).ShouldBe([(7, 3, 10, "1,2,3"), (7, 28, 28, "4"), (8, 4, 4, "5")], ignoreOrder: true);
    }

    private static DueRange Range(long id, int point, int first, int last) => new() { Id = id, PointId = point, First = new DateOnly(2026, 11, first), Last = new DateOnly(2026, 11, last) };
}
