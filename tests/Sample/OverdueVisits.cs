using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Sample;

/// <summary>Raises an alarm for each visit that is overdue, and ends it once the visit was made.</summary>
internal sealed class OverdueVisits(JobKit kit, IDbContextFactory<ParkDb> databases, IAlarms alarms)
    : Job(kit, "overdue-visits", "逾期巡查检查", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    public async Task<IReadOnlyList<SiteVisit>> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(Clock.ParkNow());
        return await db.Set<SiteVisit>().AsNoTracking().Where(visit => visit.Done == null && visit.Due < today).OrderBy(visit => visit.Due).ToListAsync(cancellationToken);
    }

    protected override async Task Run(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var names = await db.Set<Enterprise>().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        var made = await db.Set<SiteVisit>().AsNoTracking().Where(visit => visit.Done != null).ToListAsync(cancellationToken);
        var events = (await Read(cancellationToken)).Select(visit => Raised(visit, names[visit.EnterpriseId])).ToList<AlarmEvent>();
        events.AddRange(made.Select(visit => new Ended(Raised(visit, "").Cause, Clock.UtcNow(), "已巡查。")));
        await alarms.Write(events);
    }

    private static Finding Raised(SiteVisit visit, string enterprise)
    {
        var since = ParkTime.ToUtc(visit.Due!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var subject = new AlarmSubject { EnterpriseId = visit.EnterpriseId, Enterprise = enterprise, RecordType = SiteVisitType.Name, RecordId = visit.Id, Title = visit.Title };
        return new Finding(SampleModule.Overdue, subject)
        {
            FirstAt = since,
            WorstAt = since,
            LastAt = since,
            Text = string.Create(CultureInfo.InvariantCulture, $"计划于 {visit.Due:yyyy-MM-dd} 的巡查没有进行。"),
        };
    }
}
