using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Takes alarms off the shelf when their time is over; one node does.</summary>
internal sealed class AlarmShelves(JobKit kit, IDbContextFactory<ParkDb> databases, NoticeBoard notices, IAlarmSignals signals)
    : Job(kit, "alarm-shelves", "报警搁置到期检查", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    private const int MostAtOnce = 500;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(1);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var over = await db.Set<Alarm>().Where(alarm => alarm.ShelvedUntil <= now && alarm.OpenCause != null).OrderBy(alarm => alarm.ShelvedUntil).Take(MostAtOnce)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        if (over.Count == 0)
            return;
        foreach (var alarm in over)
        {
            alarm.Version++;
            alarm.ShelvedUntil = null;
            var text = alarm.IsLasting ? "仍在报警，重新提示。" : "已恢复正常。";
            db.Add(AlarmFlows.Line(alarm, now, "搁置到期", text, Actor.System));
            if (alarm is { IsLasting: true, State: AlarmState.Raised })
                notices.Add(db, [AlarmNotices.Of(alarm, AlarmNotices.Raised, text)]);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // Somebody took a step just now; the next run looks again.
        }

        notices.Wake();
        foreach (var alarm in over)
            signals.Publish(new AlarmSignal(alarm.Id, alarm.EnterpriseId));
    }
}
