using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Timers;

/// <summary>Takes up what timers owe since something has happened: one report a subject and day, however often it happens on that day.</summary>
public sealed class ReportOccasions(ReportDesk desk, IEnumerable<ReportOccasion> occasions, IServiceProvider services, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Days looked through at a time, after a long downtime or for a timer that begins in the past.</summary>
    private const int Window = 7;

    /// <summary>What is found just before midnight may be written after it: the old day is looked at for a while yet.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(10);

    internal async Task TakeUp(ReportTimer timer, ReportType type, WorkingDays days, CancellationToken cancellationToken)
    {
        if (occasions.FirstOrDefault(one => one.Every == timer.Every) is not { } occasion)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var mark = await db.Set<ReportTimerMark>().FirstOrDefaultAsync(one => one.TimerId == timer.Id, cancellationToken).ConfigureAwait(false);
        var now = clock.ParkNow();
        var (today, settled) = (DateOnly.FromDateTime(now), DateOnly.FromDateTime(now - Unsettled));
        if (mark is null)
        {
            mark = new ReportTimerMark { TimerId = timer.Id, Through = timer.FirstDay ?? today };
            db.Add(mark);
        }

        for (DateOnly first = mark.Through, last; first <= today; first = last.AddDays(1))
        {
            last = first.AddDays(Window) < today ? first.AddDays(Window) : today;
            var found = await occasion.Found(services, StartOf(first), StartOf(last.AddDays(1)), cancellationToken).ConfigureAwait(false);
            foreach (var day in found.Where(one => timer.FirstDay is not { } from || one.Day >= from).GroupBy(one => one.Day).OrderBy(group => group.Key))
                await Add(db, timer, type, days, day.Key, [.. day], cancellationToken).ConfigureAwait(false);
            var through = last < settled ? last : settled;
            mark.Through = through > mark.Through ? through : mark.Through;
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Add(ParkDb db, ReportTimer timer, ReportType type, WorkingDays days, DateOnly day, IReadOnlyList<Happening> happened, CancellationToken cancellationToken)
    {
        var period = ReportPeriod.Of(TimerCalendar.SpanOf(timer.Every), day);
        var now = clock.UtcNow();
        var due = timer.Days is null ? now : TimerCalendar.Due(timer, period, days);
        var made = await ReportTimers.Made(db, timer, period, cancellationToken).ConfigureAwait(false);
        var subjects = await ReportTimers.SubjectsOf(desk, type, timer, cancellationToken).ConfigureAwait(false);
        db.AddRange(subjects.Where(subject => !made.Contains(subject.Key) && happened.Any(one => one.Concerns(subject))).Select(subject => ReportTimers.Run(timer, period, due, now, subject)));
    }

    private static DateTime StartOf(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
