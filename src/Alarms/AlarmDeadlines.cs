using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>What time alone does to alarms: a shelf ends, nobody has reacted, an explanation is overdue.</summary>
public sealed class AlarmDeadlines(IDbContextFactory<ParkDb> databases, NoticeBoard notices, IAlarmSignals signals)
{
    public async Task Look(DateTime now)
    {
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var due = await db.Set<Alarm>().Where(alarm => alarm.OpenCause != null
            && (alarm.ShelvedUntil <= now
                || (alarm.EscalateAt <= now && alarm.State == AlarmState.Raised)
                || (alarm.ExplanationDue <= now && !alarm.IsOverdueTold && (alarm.Explanation == ExplanationState.Requested || alarm.Explanation == ExplanationState.Returned)))).ToListAsync().ConfigureAwait(false);
        if (due.Count == 0)
            return;
        foreach (var alarm in due)
            Act(db, alarm, now);
        try
        {
            await db.SaveChangesAsync().ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // Somebody took a step just now; the next tick looks again.
        }

        notices.Wake();
        foreach (var alarm in due)
            signals.Publish(new AlarmSignal(alarm.Id, alarm.EnterpriseId));
    }

    private void Act(ParkDb db, Alarm alarm, DateTime now)
    {
        alarm.Version++;
        if (alarm.ShelvedUntil <= now)
        {
            alarm.ShelvedUntil = null;
            Step(db, alarm, now, "搁置到期", alarm.IsLasting ? "仍在报警，重新提示。" : "已恢复正常。", alarm is { IsLasting: true, State: AlarmState.Raised } ? AlarmNotices.Raised : null);
        }

        if (alarm.EscalateAt <= now && alarm.State == AlarmState.Raised)
        {
            alarm.EscalateAt = null;
            Step(db, alarm, now, "上报", $"报警 {(now - alarm.FoundAt).TotalMinutes:0} 分钟无人确认。", AlarmNotices.Escalated);
        }

        if (alarm.ExplanationDue <= now && !alarm.IsOverdueTold && alarm.Explanation is ExplanationState.Requested or ExplanationState.Returned)
        {
            alarm.IsOverdueTold = true;
            Step(db, alarm, now, "说明逾期", "企业未在时限内提交说明。", AlarmNotices.Overdue);
        }
    }

    private void Step(ParkDb db, Alarm alarm, DateTime now, string action, string text, string? told)
    {
        db.Add(new AlarmStep { AlarmId = alarm.Id, At = now, Who = Actor.System.Name, Action = action, Text = text });
        if (told is not null && !alarm.IsShelved(now))
            notices.Add(db, [AlarmNotices.Of(alarm, told, text)]);
    }
}
