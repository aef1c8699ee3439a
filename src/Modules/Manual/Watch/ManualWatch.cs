using EcoPark.Alarms;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks at manual monitoring when something of it has changed, and every hour, because time passes: raises what is wrong and ends what no longer is.</summary>
internal sealed class ManualWatch(JobKit kit, ManualReader reader, ChangeFeed feed, StandingFindings standing) : Job(kit, "manual-watch", "手工监测预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
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
        await standing.Write(ManualAlarms.All, found, "情形已消除。", now, cancellationToken).ConfigureAwait(false);
        _seen = seen;
    }
}
