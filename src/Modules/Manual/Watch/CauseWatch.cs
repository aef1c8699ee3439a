using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Fence.Causes;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks at causes that are to be found when one has changed and every day; at the year of every fence once a day, and when a level was set.</summary>
internal sealed class CauseWatch(JobKit kit, DifferenceReader differences, ChangeFeed feed, StandingFindings standing, IDbContextFactory<ParkDb> databases) : Job(kit, "fence-cause-watch", "厂界溯源预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    /// <summary>Open ones beyond it are a matter of the list.</summary>
    private const int MostOpen = 2_000;

    private static readonly string[] RestsOn = [FenceCauseType.Name, FenceActionType.Name];
    private (ChangeVersion Version, DateOnly Day) _seen;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(10);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var seen = (await feed.Version(RestsOn, cancellationToken).ConfigureAwait(false), ParkWords.DayOf(now));
        if (seen == _seen)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await (from cause in db.Set<FenceCause>().AsNoTracking()
                          where cause.State != FenceCauseType.Done
                          join owner in db.Set<Enterprise>() on cause.EnterpriseId equals owner.Id
                          orderby cause.Id
                          select new { cause, owner.Name }).Take(MostOpen).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Finding> found = [.. CauseFindings.Of(open.Select(one => (one.cause, one.Name)), seen.Item2), .. CauseFindings.Of(await differences.Watched(cancellationToken).ConfigureAwait(false))];
        await standing.Write(CauseFindings.Kinds, found, "已答复、已完成或不再超过行动值。", now, cancellationToken).ConfigureAwait(false);
        _seen = seen;
    }
}
