using EcoPark.Platform.Time;

namespace EcoPark.Reports.Timers;

/// <summary>Which periods a timer makes reports of, and when each is due.</summary>
internal static class TimerCalendar
{
    public const string Weekly = "每周";

    private static readonly Dictionary<string, ReportSpan> Spans = new()
    {
        ["每日"] = ReportSpan.Day,
        [Weekly] = ReportSpan.Range,
        ["每月"] = ReportSpan.Month,
        ["每季"] = ReportSpan.Quarter,
        ["每年"] = ReportSpan.Year,
        // Of the day on which it happens.
        [ReportOccasion.OnExceedance] = ReportSpan.Day,
        [ReportOccasion.OnOffline] = ReportSpan.Day,
    };

    public static readonly IReadOnlyList<string> Every = [.. Spans.Keys];

    /// <summary>Whether it waits for something to happen, and not for the end of a period.</summary>
    public static bool IsOccasion(string every) => ReportOccasion.All.Contains(every);

    public static ReportSpan SpanOf(string every) => Spans[every];

    /// <summary>The period that a day lies in; weeks run from Monday to Sunday (GB/T 7408).</summary>
    public static ReportPeriod PeriodOf(string every, DateOnly day)
    {
        if (every != Weekly)
            return ReportPeriod.Of(Spans[every], day);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new ReportPeriod(ReportSpan.Range, monday, monday.AddDays(6));
    }

    /// <summary>When the report of a period is to be made.</summary>
    /// <returns>UTC.</returns>
    public static DateTime Due(ReportTimer timer, ReportPeriod period, WorkingDays days)
    {
        var count = timer.Days ?? 1;
        var day = timer.IsWorkingDays is true
            // The end of that working day is the beginning of the next one.
            ? DateOnly.FromDateTime(ParkTime.FromUtc(days.After(ParkTime.ToUtc(period.Last.ToDateTime(TimeOnly.MinValue)), count))).AddDays(-1)
            : period.Last.AddDays(count);
        return ParkTime.ToUtc(day.ToDateTime(timer.At ?? ReportTimerType.DefaultAt));
    }
}
