using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Time;
using EcoPark.Reports.Archive;
using EcoPark.Reports.Files;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcoPark.Reports.Timers;

/// <summary>
/// Makes what timers owe. A report, its place in the archive, its mails and that it is done are one transaction: a power cut makes it again or not at all, never twice.
/// </summary>
public sealed partial class ReportTimerJob(
    JobKit kit, ReportTimers timers, ReportDesk desk, ReportFolder folder, MessageCentre messages, AuditLog audit, IDbContextFactory<ParkDb> databases)
    : Job(kit, "report-timers", "定时报表", JobSchedule.Every(TimeSpan.FromMinutes(1)))
{
    /// <summary>Tries of a report that fails: over about a day and a half.</summary>
    public const int MostAttempts = 40;

    /// <summary>Tries after which somebody is told.</summary>
    private const int ToldAfter = 3;

    private const int MostAtOnce = 200;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(5);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        await timers.TakeUp(cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        for (var left = MostAtOnce; left > 0; left--)
        {
            var now = Clock.UtcNow();
            var due = await db.Set<ReportRun>().AsNoTracking().Where(run => run.State == RunState.Waiting && run.NextAt <= now).OrderBy(run => run.NextAt).ThenBy(run => run.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (due is null || !await HoldLease(cancellationToken).ConfigureAwait(false))
                break;
            await Make(due.Id, cancellationToken).ConfigureAwait(false);
        }

        foreach (var run in await db.Set<ReportRun>().AsNoTracking().Where(run => run.IsFolderDue).OrderBy(run => run.Id).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false))
            await PutInFolder(run, cancellationToken).ConfigureAwait(false);
    }

    private async Task Make(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var run = await db.Set<ReportRun>().SingleAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        if (await db.Set<ReportTimer>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == run.TimerId, cancellationToken).ConfigureAwait(false) is not { } timer)
        {
            (run.State, run.DoneAt, run.Outcome) = (RunState.Failed, Clock.UtcNow(), "定时报表已删除。");
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var made = await TryMake(timer, run, cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var now = Clock.UtcNow();
        var patience = run.DueAt + TimeSpan.FromHours(timer.WaitHours ?? 0);
        if (made.IsOk && (!made.Value.Report.IsIncomplete || now >= patience))
            await Issue(db, timer, run, made.Value, cancellationToken).ConfigureAwait(false);
        else if (made.IsOk || made.Problem.Code == "no-data")
            Wait(run, made.IsOk ? "数据有缺：" + ReportText.OneLine(made.Value.Report.Gaps) : made.Problem.Message, now, patience);
        else
            Fail(run, made.Problem.Message, now);
        run.Outcome = run.Outcome.Length > 500 ? run.Outcome[..500] : run.Outcome;
        var told = await Tell(db, timer, run, cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
    }

    private async Task<Outcome<MadeReport>> TryMake(ReportTimer timer, ReportRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.Make(timer.Report, run.Subject, run.Period, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One report that cannot be made keeps no other from being made; it is told, shown and tried again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseTrouble.IsOne(exception))
#pragma warning restore CA1031
        {
            LogFailed(Logger, timer.Name, run.Period, run.SubjectName, exception);
            return new Problem("failed", $"出报时出错：{exception.GetBaseException().Message}");
        }
    }

    private async Task Issue(ParkDb db, ReportTimer timer, ReportRun run, MadeReport made, CancellationToken cancellationToken)
    {
        var issued = await ReportArchive.Keep(db, made, $"定时报表“{timer.Name}”", cancellationToken).ConfigureAwait(false);
        var (file, now) = (ReportTimerType.FileOf(timer), Clock.UtcNow());
        var addresses = ReportTimerType.Addresses(timer.Mail);
        db.AddRange(addresses.Select(address => new Delivery
        {
            Channel = ChannelKind.Mail,
            Address = address,
            Title = string.Join(' ', new[] { made.Type.Title, issued.SubjectName, made.Request.Period?.Title }.Where(word => !string.IsNullOrEmpty(word))),
            Text = $"{issued.Number}，由定时报表“{timer.Name}”出具，见附件。",
            Href = $"/reports/archive/{issued.Id}",
            Level = 4,
            At = now,
            DueAt = now,
            File = ReportFolder.KeyOf(issued.Id, file),
        }));
        if (addresses.Count > 0 || timer.IsToFolder is true)
            audit.Add(db, AuditLog.Export, "报表", made.Type.Title, $"{issued.FileName}.{file.Ending} → {string.Join("、", addresses.Concat(timer.IsToFolder is true ? ["报表文件夹"] : []))}");
        (run.State, run.DoneAt, run.IssuedId, run.IsFolderDue) = (RunState.Issued, now, issued.Id, timer.IsToFolder is true);
        run.Outcome = !made.Report.IsIncomplete ? "" : "数据有缺：" + ReportText.OneLine(made.Report.Gaps);
    }

    /// <summary>What is not there yet may come; what does not come by then is issued with its gaps, or said to be missing.</summary>
    private static void Wait(ReportRun run, string why, DateTime now, DateTime patience)
    {
        run.Outcome = why;
        if (now < patience)
            run.NextAt = now + LookAgain < patience ? now + LookAgain : patience;
        else
            (run.State, run.DoneAt) = (RunState.NoData, now);
    }

    private static void Fail(ReportRun run, string why, DateTime now)
    {
        run.Attempts++;
        run.Outcome = why;
        if (run.Attempts >= MostAttempts)
            (run.State, run.DoneAt) = (RunState.Failed, now);
        var wait = FirstWait * Math.Pow(2, Math.Min(run.Attempts - 1, 10));
        run.NextAt = now + (wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>One message when all of a period are done; one to those who issue reports when one keeps failing.</summary>
    private async Task<IReadOnlyList<int>> Tell(ParkDb db, ReportTimer timer, ReportRun run, CancellationToken cancellationToken)
    {
        var told = new List<int>();
        if (run.Attempts == ToldAfter && run.State == RunState.Waiting)
            told.AddRange(messages.Add(db, await MessageCentre.WhoMay(db, ReportPermissions.Issue, cancellationToken).ConfigureAwait(false), $"定时报表“{timer.Name}”出报失败", $"{run.SubjectName} {run.Period}：{run.Outcome}（将继续重试）", "/reports/timers?f.state=Waiting"));
        if (run.State == RunState.Waiting || timer.Role.Length == 0 || await Others(db, run).AnyAsync(one => one.State == RunState.Waiting, cancellationToken).ConfigureAwait(false))
            return told;
        var states = await Others(db, run).Select(one => one.State).ToListAsync(cancellationToken).ConfigureAwait(false);
        states.Add(run.State);
        var counts = string.Join("，", states.GroupBy(state => state).OrderBy(group => group.Key).Select(group => $"{RunWords.Of(group.Key)} {group.Count()} 份"));
        var href = states.Count == 1 && run.IssuedId > 0 ? $"/reports/archive/{run.IssuedId}" : "/reports/archive?q=" + run.Period;
        told.AddRange(messages.Add(db, await InRole(db, timer.Role, cancellationToken).ConfigureAwait(false), $"{timer.Name}：{run.Period}", $"{counts}。{run.Outcome}", href));
        return told;
    }

    private static IQueryable<ReportRun> Others(ParkDb db, ReportRun run) => db.Set<ReportRun>().Where(one => one.TimerId == run.TimerId && one.Period == run.Period && one.Id != run.Id);

    private static async Task<IReadOnlyList<int>> InRole(ParkDb db, string title, CancellationToken cancellationToken) =>
        await db.Set<Role>().Where(role => role.Title == title).Join(db.Set<IdentityUserRole<int>>(), role => role.Id, grant => grant.RoleId, (_, grant) => grant.UserId)
            .Join(db.Set<Account>().Where(account => !account.IsDisabled && account.EnterpriseId == null), user => user, account => account.Id, (user, _) => user).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);

    private async Task PutInFolder(ReportRun run, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var timer = await db.Set<ReportTimer>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == run.TimerId, cancellationToken).ConfigureAwait(false);
        var problem = timer is null ? null : await folder.Put(run.IssuedId, ReportTimerType.FileOf(timer), timer.Name, cancellationToken).ConfigureAwait(false);
        var (isDue, outcome) = (problem is not null, problem?.Message ?? run.Outcome);
        await db.Set<ReportRun>().Where(one => one.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsFolderDue, isDue).SetProperty(one => one.Outcome, outcome), cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of timer {Timer}, {Period}, {Subject} could not be made.")]
    private static partial void LogFailed(ILogger logger, string timer, string period, string subject, Exception exception);
}
