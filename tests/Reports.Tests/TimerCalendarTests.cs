using EcoPark.Platform.Time;
using EcoPark.Reports.Timers;

namespace EcoPark.Reports.Tests;

/// <summary>Which period a timer reports, and when it is due: by the calendar on the wall.</summary>
public sealed class TimerCalendarTests
{
    private static readonly WorkingDays Holidays = new(new Dictionary<DateOnly, bool>());

    [Theory]
    [InlineData("每日", "2026-12-31", "2026-12-31", "2027-01-01 08:00")]
    [InlineData("每周", "2026-11-29", "2026-11-23..2026-11-29", "2026-11-30 08:00")] // A Sunday ends its week.
    [InlineData("每周", "2026-11-30", "2026-11-30..2026-12-06", "2026-12-07 08:00")]
    [InlineData("每周", "2026-12-31", "2026-12-28..2027-01-03", "2027-01-04 08:00")] // A week does not end with the year.
    [InlineData("每月", "2028-02-29", "2028-02", "2028-03-01 08:00")]
    [InlineData("每季", "2026-11-30", "2026-Q4", "2027-01-01 08:00")]
    [InlineData("每年", "2026-11-30", "2026", "2027-01-01 08:00")]
    public void A_period_is_due_on_the_morning_after_it(string every, string day, string period, string due)
    {
        var found = TimerCalendar.PeriodOf(every, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        found.Key.ShouldBe(period);
        Wall(TimerCalendar.Due(new ReportTimer { Every = every }, found, Holidays)).ShouldBe(due);
    }

    [Fact]
    public void Periods_follow_one_another_without_a_gap()
    {
        foreach (var every in TimerCalendar.Every)
        {
            var period = TimerCalendar.PeriodOf(every, new DateOnly(2024, 1, 1));
            for (var count = 0; count < 60; count++)
            {
                var next = TimerCalendar.PeriodOf(every, period.Last.AddDays(1));
                next.First.ShouldBe(period.Last.AddDays(1), $"{every} after {period.Key}");
                period = next;
            }
        }
    }

    [Fact]
    public void The_fifth_working_day_after_September_lies_behind_the_national_holiday()
    {
        // 1 to 7 October 2026 are free, Saturday the 10th is worked (国办发明电): 8, 9, 10, 12, 13.
        var timer = new ReportTimer { Every = "每月", Days = 5, IsWorkingDays = true, At = new TimeOnly(17, 30) };
        Wall(TimerCalendar.Due(timer, TimerCalendar.PeriodOf("每月", new DateOnly(2026, 9, 8)), Holidays)).ShouldBe("2026-10-13 17:30");
        timer.IsWorkingDays = false;
        Wall(TimerCalendar.Due(timer, TimerCalendar.PeriodOf("每月", new DateOnly(2026, 9, 8)), Holidays)).ShouldBe("2026-10-05 17:30");
    }

    [Fact]
    public void What_happens_concerns_the_point_its_enterprise_and_the_park()
    {
        var happened = new Happening(new DateOnly(2026, 11, 30), PointId: 7, EnterpriseId: 3);
        ReportSubject Subject(int enterprise, int point) => new("k", "名") { EnterpriseId = enterprise, PointId = point };
        happened.Concerns(Subject(3, 7)).ShouldBeTrue();
        happened.Concerns(Subject(3, 8)).ShouldBeFalse("another outlet of that enterprise");
        happened.Concerns(Subject(3, 0)).ShouldBeTrue();
        happened.Concerns(Subject(4, 0)).ShouldBeFalse();
        happened.Concerns(Subject(0, 0)).ShouldBeTrue("a report of the park");
    }

    private static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
