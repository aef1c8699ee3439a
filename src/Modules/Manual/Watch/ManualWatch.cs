using EcoPark.Alarms;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks at manual monitoring when something of it has changed, and every hour, because time passes: raises what is wrong and ends what no longer is.</summary>
internal sealed class ManualWatch(JobKit kit, IDbContextFactory<ParkDb> databases, ManualReader reader, ChangeFeed feed, IAlarms alarms) : Job(kit, "manual-watch", "手工监测预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    /// <summary>A factor that was not measured since is not known to be over still.</summary>
    private const int DaysBack = 365;

    private static readonly string[] RestsOn = [ManualSampleType.Name, ManualReportType.Name, ManualPlanType.Name, Points.ManualPointType.Name];
    private (ChangeVersion Version, DateTime Hour) _seen;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var seen = (await feed.Version(RestsOn, cancellationToken).ConfigureAwait(false), new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc));
        if (seen == _seen)
            return;
        var today = ParkWords.DayOf(now);
        var results = await reader.Results(today.AddDays(-DaysBack), today, null, null, cancellationToken).ConfigureAwait(false);
        var plans = await reader.Plans(today.AddDays(-DaysBack), today, null, cancellationToken).ConfigureAwait(false);
        List<Finding> found = [.. results.Series.Select(ManualFindings.OfSeries).OfType<Finding>(), .. ManualFindings.OfPlans(plans, today)];
        await alarms.Write([.. found, .. await Over(found, now, cancellationToken).ConfigureAwait(false)]).ConfigureAwait(false);
        _seen = seen;
    }

    /// <summary>What was found before and is not found now.</summary>
    private async Task<IReadOnlyList<AlarmEvent>> Over(IReadOnlyList<Finding> found, DateTime now, CancellationToken cancellationToken)
    {
        var (kinds, still) = (ManualAlarms.All.Select(type => type.Name).ToList(), found.Select(one => one.Cause.Key).ToHashSet(StringComparer.Ordinal));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await db.Set<Alarm>().AsNoTracking().Where(alarm => kinds.Contains(alarm.Kind) && alarm.OpenCause != null && alarm.EndedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. open.Select(AlarmCause.Of).Where(cause => !still.Contains(cause.Key)).Select(cause => new Ended(cause, now, "情形已消除。"))];
    }
}
