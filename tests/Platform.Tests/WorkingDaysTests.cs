using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Tests;

/// <summary>Against the State Council's notices of 2025 and 2026, counted by hand on a calendar.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Notices = new(new Dictionary<DateOnly, bool>());

    [Theory]
    [InlineData("2026-11-27 10:00", 5, "2026-12-05 00:00")] // A Friday; a week without holidays.
    [InlineData("2026-11-28 10:00", 1, "2026-12-01 00:00")] // A Saturday.
    [InlineData("2026-02-13 09:00", 5, "2026-02-28 00:00")] // Spring Festival from the 15th to the 23rd; Saturday the 14th is worked.
    [InlineData("2026-02-27 23:59", 1, "2026-03-01 00:00")] // Saturday the 28th is worked.
    [InlineData("2026-09-30 17:30", 3, "2026-10-11 00:00")] // National Day to the 7th; 8, 9 and the made-up Saturday 10.
    [InlineData("2026-09-18 08:00", 1, "2026-09-21 00:00")] // Sunday the 20th is worked.
    [InlineData("2025-09-26 08:00", 4, "2025-10-10 00:00")] // Sunday 28, 29, 30 September and 9 October.
    [InlineData("2026-12-31 08:00", 1, "2027-01-02 00:00")] // The notice of 2027 is not known: weekends alone.
    public void A_deadline_is_the_end_of_the_last_working_day(string from, int days, string due) =>
        ParkTime.FromUtc(Notices.After(ParkTime.ToUtc(At(from)), days)).ShouldBe(At(due));

    [Fact]
    public void What_the_park_enters_goes_before_the_notice()
    {
        var own = new WorkingDays(new Dictionary<DateOnly, bool> { [new(2027, 1, 1)] = false, [new(2027, 1, 2)] = true, [new(2026, 10, 1)] = true });
        ParkTime.FromUtc(own.After(ParkTime.ToUtc(At("2026-12-31 08:00")), 1)).ShouldBe(At("2027-01-03 00:00"));
        own.IsWorking(new(2026, 10, 1)).ShouldBeTrue();
        own.IsWorking(new(2026, 10, 2)).ShouldBeFalse();
        own.Knows(2027).ShouldBeTrue();
        Notices.Knows(2026).ShouldBeTrue();
        Notices.Knows(2027).ShouldBeFalse();
    }

    /// <summary>Each notice names the number of days off and the days that are worked for them.</summary>
    [Theory]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void A_year_has_the_days_of_its_notice(int year, int off, int made)
    {
        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(year, 1, 1).AddDays(i)).ToList();
        var isWeekend = (DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        days.Count(day => isWeekend(day) && Notices.IsWorking(day)).ShouldBe(made);
        // Days off of the notice that fall on weekdays, and weekends that are free anyway.
        (days.Count(day => !isWeekend(day) && !Notices.IsWorking(day)) + Holidays(year)).ShouldBe(off);
    }

    /// <summary>Days of the notices that are Saturdays and Sundays, counted on a calendar.</summary>
    private static int Holidays(int year) => year == 2025 ? 2 + 2 + 2 + 2 + 2 : 1 + 3 + 2 + 2 + 2 + 2 + 2;

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
