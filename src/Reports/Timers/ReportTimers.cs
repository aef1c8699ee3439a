using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Timers;

/// <summary>A timer with what comes next.</summary>
/// <param name="Next">Period whose report is made next; null where it is off, or its report is no longer there.</param>
/// <param name="DueAt">UTC.</param>
public sealed record TimerState(ReportTimer Timer, ReportType? Type, ReportPeriod? Next, DateTime? DueAt, int Waiting, int Failed);

/// <summary>Takes up what timers owe, and tells how they stand.</summary>
public sealed class ReportTimers(ReportDesk desk, ReportOccasions occasions, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Reports taken up at a time.</summary>
    private const int MostAtOnce = 2_000;

    /// <summary>All timers; there are few.</summary>
    public async Task<IReadOnlyList<TimerState>> States(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ReportPermissions.Issue))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var timers = await db.Set<ReportTimer>().AsNoTracking().OrderBy(timer => timer.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var marks = await db.Set<ReportTimerMark>().AsNoTracking().ToDictionaryAsync(mark => mark.TimerId, mark => mark.Through, cancellationToken).ConfigureAwait(false);
        var open = await db.Set<ReportRun>().Where(run => run.State == RunState.Waiting || run.State == RunState.Failed).GroupBy(run => new { run.TimerId, run.State })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var counts = open.ToDictionary(one => (one.Key.TimerId, one.Key.State), one => one.Count);
        var days = await WorkingCalendar.Read(db, cancellationToken).ConfigureAwait(false);
        return [.. timers.Select(timer => State(timer, desk.Find(timer.Report)))];

        TimerState State(ReportTimer timer, ReportType? type)
        {
            var next = timer.IsOff is true || type is null || TimerCalendar.IsOccasion(timer.Every) ? null : Next(timer, marks.TryGetValue(timer.Id, out var through) ? through : null);
            return new TimerState(timer, type, next, next is null ? null : TimerCalendar.Due(timer, next, days), counts.GetValueOrDefault((timer.Id, RunState.Waiting)), counts.GetValueOrDefault((timer.Id, RunState.Failed)));
        }
    }

    /// <summary>What was and is due, newest first.</summary>
    public async Task<Page<ReportRun>> Runs(string? text, RunState? state, int skip, int take, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ReportPermissions.Issue))
            return new([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = db.Set<ReportRun>().AsNoTracking().Where(run => (state == null || run.State == state) && (string.IsNullOrEmpty(text) || run.Timer.Contains(text) || run.SubjectName.Contains(text) || run.Period.StartsWith(text)));
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new(await found.OrderByDescending(run => run.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    /// <summary>Puts on the list what has become due since the last time, also while nothing ran: every period once, whatever happens in between.</summary>
    internal async Task TakeUp(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var timers = await db.Set<ReportTimer>().AsNoTracking().Where(timer => timer.IsOff != true).OrderBy(timer => timer.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var days = await WorkingCalendar.Read(db, cancellationToken).ConfigureAwait(false);
        foreach (var timer in timers)
        {
            if (desk.Find(timer.Report) is not { } type)
                continue;
            if (TimerCalendar.IsOccasion(timer.Every))
                await occasions.TakeUp(timer, type, days, cancellationToken).ConfigureAwait(false);
            else
                await TakeUp(timer, type, days, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Subjects that a timer makes reports of; a report of the park has one without a name.</summary>
    internal static async Task<IReadOnlyList<ReportSubject>> SubjectsOf(ReportDesk desk, ReportType type, ReportTimer timer, CancellationToken cancellationToken)
    {
        if (type.Subjects is null)
            return timer.Subject.Length == 0 ? [new ReportSubject("", "")] : [];
        var all = await desk.Subjects(type, cancellationToken).ConfigureAwait(false);
        return timer.Subject.Length == 0 ? all : [.. all.Where(one => one.FullName == timer.Subject || one.Name == timer.Subject)];
    }

    private async Task TakeUp(ReportTimer timer, ReportType type, WorkingDays days, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var mark = await db.Set<ReportTimerMark>().FirstOrDefaultAsync(one => one.TimerId == timer.Id, cancellationToken).ConfigureAwait(false);
        var (now, before) = (clock.UtcNow(), mark?.Through);
        if (mark is null)
        {
            mark = new ReportTimerMark { TimerId = timer.Id, Through = Next(timer, null).First.AddDays(-1) };
            db.Add(mark);
        }

        // Read when the first period is due: most times none is.
        IReadOnlyList<ReportSubject>? subjects = null;
        for (var added = 0; added < MostAtOnce && Next(timer, mark.Through) is var period && TimerCalendar.Due(timer, period, days) is var due && due <= now; mark.Through = period.Last)
        {
            subjects ??= await SubjectsOf(desk, type, timer, cancellationToken).ConfigureAwait(false);
            // A timer that was set to another period may come upon one that it has made.
            var made = await Made(db, timer, period, cancellationToken).ConfigureAwait(false);
            foreach (var subject in subjects.Where(one => !made.Contains(one.Key)))
            {
                db.Add(Run(timer, period, due, now, subject));
                added++;
            }

            if (subjects.Count == 0 && made.Count == 0)
                db.Add(Lost(Run(timer, period, due, now, new ReportSubject("", timer.Subject))));
        }

        if (mark.Through != before)
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Subjects whose report of a period a timer has made or owes.</summary>
    internal static Task<List<string>> Made(ParkDb db, ReportTimer timer, ReportPeriod period, CancellationToken cancellationToken) =>
        db.Set<ReportRun>().Where(run => run.TimerId == timer.Id && run.Period == period.Key).Select(run => run.Subject).ToListAsync(cancellationToken);

    internal static ReportRun Run(ReportTimer timer, ReportPeriod period, DateTime due, DateTime now, ReportSubject subject) =>
        new() { TimerId = timer.Id, Timer = timer.Name, Period = period.Key, Subject = subject.Key, SubjectName = ReportSubject.Fit(subject.FullName), DueAt = due, NextAt = due > now ? due : now };

    /// <summary>What a timer names may have been renamed or deleted since: that is told, and not passed over.</summary>
    private static ReportRun Lost(ReportRun run)
    {
        (run.State, run.DoneAt, run.Outcome) = (RunState.Failed, run.NextAt, "没有可以出报的对象：它可能已改名、删除或不再监测，自定义统计可能不再共享。请修改定时报表的“对象”。");
        return run;
    }

    private ReportPeriod Next(ReportTimer timer, DateOnly? through) =>
        TimerCalendar.PeriodOf(timer.Every, through is { } last ? last.AddDays(1) : timer.FirstDay ?? DateOnly.FromDateTime(clock.ParkNow()));
}
