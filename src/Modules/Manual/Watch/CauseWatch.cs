using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Fence.Causes;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks at causes that are to be found when one has changed and every hour, because answers wait; at the year of every fence once a day, and when a level was set.</summary>
internal sealed class CauseWatch(JobKit kit, DifferenceReader differences, ChangeFeed feed, StandingFindings standing, IDbContextFactory<ParkDb> databases) : Job(kit, "fence-cause-watch", "厂界溯源预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    /// <summary>Open ones beyond it are a matter of the list.</summary>
    private const int MostOpen = 2_000;

    private (ChangeVersion Version, DateTime Hour) _seen;
    private (ChangeVersion Version, DateOnly Day) _seenYear;
    private IReadOnlyList<DifferenceRow> _year = [];

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(10);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var seen = (await feed.Version([FenceCauseType.Name, FenceActionType.Name], cancellationToken).ConfigureAwait(false), new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc));
        if (seen == _seen)
            return;
        var (today, year) = (ParkWords.DayOf(now), (await feed.Version([FenceActionType.Name], cancellationToken).ConfigureAwait(false), ParkWords.DayOf(now)));
        if (year != _seenYear)
            (_year, _seenYear) = (await differences.Watched(cancellationToken).ConfigureAwait(false), year);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await (from cause in db.Set<FenceCause>().AsNoTracking()
                          where cause.State != FenceCauseType.Done
                          // An answer that waits for the park is in time.
                          where !db.Set<Proposal>().Any(answer => answer.Type == FenceCauseType.Name && answer.RecordId == cause.Id && answer.State == ProposalState.Submitted)
                          join owner in db.Set<Enterprise>() on cause.EnterpriseId equals owner.Id
                          orderby cause.Id
                          select new { cause, owner.Name }).Take(MostOpen).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Finding> found = [.. CauseFindings.Of(open.Select(one => (one.cause, one.Name)), today), .. CauseFindings.Of(_year)];
        await standing.Write(CauseFindings.Kinds, found, "已答复、已完成、期限已改，或不再超过行动值。", now, cancellationToken).ConfigureAwait(false);
        _seen = seen;
    }
}
