using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>Sends the checks that are due; of several nodes one does.</summary>
internal sealed class CheckJob(JobKit kit, IDbContextFactory<ParkDb> databases, ICommandCenter commands)
    : Job(kit, "standard-checks", "自动标样核查", JobSchedule.Every(TimeSpan.FromSeconds(30), first: TimeSpan.FromSeconds(30)))
{
    /// <summary>A check that could not be sent for longer than this, the platform having been down, is left out.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(1);

    /// <summary>Sends what is due and not yet on record.</summary>
    public async Task Round(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var schedules = await (from schedule in db.Set<CheckSchedule>().AsNoTracking() join device in db.Set<Device>().Where(one => one.RetiredAt == null) on schedule.DeviceId equals device.Id select new { schedule, device.Mn })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var due = schedules.Select(one => (one.schedule, one.Mn, at: one.schedule.DueAt(now))).Where(one => one.at is { } at && now - at < Latest).ToList();
        var since = now - Latest;
        var begun = (await db.Set<CheckRun>().AsNoTracking().Where(run => run.DueAt >= since).Select(run => new { run.ScheduleId, run.DueAt }).ToListAsync(cancellationToken).ConfigureAwait(false))
            .Select(run => (run.ScheduleId, run.DueAt)).ToHashSet();
        foreach (var (schedule, mn, at) in due.Where(one => !begun.Contains((one.schedule.Id, one.at!.Value))))
        {
            var run = new CheckRun { ScheduleId = schedule.Id, DueAt = at!.Value, Mn = mn, Factor = schedule.Factor };
            db.Add(run);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            var sent = await commands.Send(mn, Request.ZeroSpanCalibration(schedule.Factor), $"核查计划 {schedule.Id}", cancellationToken).ConfigureAwait(false);
            run.CommandId = sent.IsOk ? sent.Value.Id : null;
            run.Problem = sent.IsOk ? "" : sent.Problem.Message;
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override Task Run(CancellationToken cancellationToken) => Round(cancellationToken);
}
