using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>What becomes of a monitoring point's alarms when it goes to another enterprise.</summary>
public static class AlarmHandOver
{
    /// <summary>
    /// Alarms of the new owner's days become its own. Those that began before stay whose they were and are not told on of: what goes on is the new owner's, and is found anew.
    /// The caller saves.
    /// </summary>
    /// <param name="owner">0 for the park's own.</param>
    /// <param name="since">UTC, first instant of the new owner.</param>
    /// <param name="now">UTC.</param>
    public static async Task Note(ParkDb db, int pointId, int owner, string enterprise, DateTime since, DateTime now, CancellationToken cancellationToken)
    {
        var others = await db.Set<Alarm>().Where(alarm => alarm.PointId == pointId && alarm.EnterpriseId != owner && (alarm.FirstAt >= since || alarm.OpenCause != null)).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Alarm> later = [.. others.Where(alarm => alarm.FirstAt >= since)];
        var ids = later.ConvertAll(alarm => alarm.Id);
        foreach (var line in await db.Set<FlowLine>().Where(line => line.Subject == AlarmFlows.Subject && ids.Contains(line.SubjectId)).ToListAsync(cancellationToken).ConfigureAwait(false))
            line.EnterpriseId = owner;
        foreach (var alarm in later)
            (alarm.EnterpriseId, alarm.Enterprise) = (owner, enterprise);
        foreach (var alarm in others.Where(alarm => alarm.FirstAt < since && alarm.OpenCause is not null))
        {
            (alarm.OpenCause, alarm.EndedAt) = (null, alarm.EndedAt ?? since);
            alarm.Version++;
            db.Add(AlarmFlows.Line(alarm, now, "易主", "点位改归其他单位，本报警到此为止。", Actor.Current));
        }
    }
}
