using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>
/// Keeps the stored days of all outlets true: yesterday and today every two minutes, older days when their readings or the records behind them have changed,
/// and once every night all that a change may still bear on. Then it looks at the quotas. One node does it; what is due lies in the database (<see cref="DueDays"/>),
/// and changes of records are read with a durable cursor, so that whoever takes over goes on where the other ended.
/// </summary>
internal sealed partial class OutletDayJob(
    JobKit kit, OutletBook book, OutletDays days, DueDays dueDays, OutletDayChanges changes, ChangeFeed feed, QuotaWatch quotas, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases)
    : Job(kit, "outlet-days", "排口日数据与排放量", JobSchedule.Every(TimeSpan.FromSeconds(5), first: TimeSpan.FromSeconds(5)))
{
    private const int HourOfNight = 3;
    private const int MostChanges = 5_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private readonly DayOwners _owners = new();
    private int _isRegistryChanged = 1;
    private DateTime _freshAt;
    private DateOnly? _night;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override Task Begin(CancellationToken cancellationToken)
    {
        registry.Changed += RegistryChanged;
        return Task.CompletedTask;
    }

    protected override Task End()
    {
        registry.Changed -= RegistryChanged;
        return Task.CompletedTask;
    }

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var (now, today) = (Clock.UtcNow(), DateOnly.FromDateTime(Clock.ParkNow()));
        await TakeChanges(today, cancellationToken).ConfigureAwait(false);
        var due = await dueDays.All(cancellationToken).ConfigureAwait(false);
        var isFresh = now - _freshAt >= Fresh;
        if (due.Count == 0 && !isFresh && Volatile.Read(ref _isRegistryChanged) == 0)
            return;
        var outlets = await WorkOff(due, await Settled(null, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (isFresh)
        {
            var first = _freshAt == default ? await FirstUnsure(today, cancellationToken).ConfigureAwait(false) : today.AddDays(-1);
            await Rebuild(outlets, first, today, cancellationToken).ConfigureAwait(false);
            _freshAt = now;
        }

        await Night(outlets, today, cancellationToken).ConfigureAwait(false);
        await quotas.Look(cancellationToken).ConfigureAwait(false);
    }

    private void RegistryChanged() => Interlocked.Exchange(ref _isRegistryChanged, 1);

    /// <summary>What is due is noted before the cursor moves: a failure in between repeats it.</summary>
    private async Task TakeChanges(DateOnly today, CancellationToken cancellationToken)
    {
        var batch = await feed.Next(Name, OutletDayChanges.Types, MostChanges, cancellationToken).ConfigureAwait(false);
        await dueDays.Note(await changes.Days(batch.Changes, today, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await feed.Advance(Name, batch.Through, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The outlets as they are known at its end: whoever has bought one does not wait for a long list to see its days.</summary>
    private async Task<IReadOnlyList<Outlet>> WorkOff(IReadOnlyList<DueWork> due, IReadOnlyList<Outlet> outlets, CancellationToken cancellationToken)
    {
        foreach (var work in due)
        {
            outlets = await Settled(outlets, cancellationToken).ConfigureAwait(false);
            if (outlets.FirstOrDefault(outlet => outlet.Id.Value == work.PointId) is { } outlet)
                await Apart(outlet, work.First, work.Last, cancellationToken).ConfigureAwait(false);
            // What fails is due again with the next change, the next night, and the fresh days every two minutes.
            await dueDays.Done(work, cancellationToken).ConfigureAwait(false);
            if (!await HoldLease(cancellationToken).ConfigureAwait(false))
                break; // A long list; another node has taken over and goes on with the rest.
        }

        return outlets;
    }

    /// <summary>The outlets given, or those of the registry that has changed since, whose stored days are with their owners.</summary>
    private async Task<IReadOnlyList<Outlet>> Settled(IReadOnlyList<Outlet>? outlets, CancellationToken cancellationToken)
    {
        var isChanged = Interlocked.Exchange(ref _isRegistryChanged, 0) == 1;
        if (outlets is not null && !isChanged)
            return outlets;
        try
        {
            var known = await book.All(cancellationToken).ConfigureAwait(false);
            if (isChanged)
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
                await _owners.Settle(db, known, cancellationToken).ConfigureAwait(false);
            }

            return known;
        }
        catch when (isChanged)
        {
            RegistryChanged(); // With the next round.
            throw;
        }
    }

    /// <summary>Once a night, the first of which is not the one it was started in: a platform that has just been started has other things to do.</summary>
    private async Task Night(IReadOnlyList<Outlet> outlets, DateOnly today, CancellationToken cancellationToken)
    {
        _night ??= today;
        if (_night >= today || Clock.ParkNow().Hour < HourOfNight)
            return;
        await Rebuild(outlets, OutletDayChanges.FirstDay(today), today, cancellationToken).ConfigureAwait(false);
        _night = today;
    }

    /// <summary>After a start: the newest day that is stored may have been left half-way, however long ago that was.</summary>
    private async Task<DateOnly> FirstUnsure(DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var newest = await db.Set<OutletDay>().MaxAsync(day => (DateOnly?)day.Day, cancellationToken).ConfigureAwait(false);
        var (yesterday, unsure) = (today.AddDays(-1), newest?.AddDays(-1));
        return unsure < yesterday ? unsure.Value : yesterday;
    }

    /// <summary>Outlet by outlet where they fail together: what is wrong with one of them keeps the days of no other from being made.</summary>
    private async Task Rebuild(IReadOnlyList<Outlet> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        try
        {
            await ByQuarter(outlets, first, last, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (outlets.Count > 1 && !cancellationToken.IsCancellationRequested && !DatabaseTrouble.IsOne(exception))
        {
            foreach (var outlet in outlets)
                await Apart(outlet, first, last, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One outlet. Whatever is wrong with it is told, and the others go on.</summary>
    private async Task Apart(Outlet outlet, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        try
        {
            await ByQuarter([outlet], first, last, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is told; a round that failed with it would come ever more seldom, for all outlets.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseTrouble.IsOne(exception))
#pragma warning restore CA1031
        {
            LogOutletFailed(Logger, outlet.Id.Value, first, last, exception);
        }
    }

    /// <summary>Quarter by quarter: the capture rate of a quarter decides how its gaps are filled.</summary>
    private async Task ByQuarter(IReadOnlyList<Outlet> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        for (var begin = first; begin <= last;)
        {
            var next = new DateOnly(begin.Year, ((begin.Month - 1) / 3 * 3) + 1, 1).AddMonths(3);
            await days.Rebuild(outlets, begin, next <= last ? next.AddDays(-1) : last, cancellationToken).ConfigureAwait(false);
            begin = next;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Days of outlet {Point} from {First} to {Last} could not be made.")]
    private static partial void LogOutletFailed(ILogger logger, int point, DateOnly first, DateOnly last, Exception exception);
}
