using System.Collections.Concurrent;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>
/// Keeps the stored days of all outlets true: yesterday and today every two minutes, older days when their readings or the records behind them have changed,
/// and the whole year every night, so that nothing that was missed stays missed. Then it looks at the quotas. Every node sees to the days that it has rolled up
/// itself, one to everything else; another takes over when its lease has run out.
/// </summary>
public sealed partial class OutletDayJob(
    OutletBook book, OutletDays days, QuotaWatch quotas, PeriodChanges changes, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases, Leases leases, NodeOptions node, TimeProvider clock, ILogger<OutletDayJob> logger) : BackgroundService
{
    private const int HourOfNight = 3;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);
    private static readonly string[] Sources = [OutletFilingType.Name, OutletInstrumentType.Name, InstrumentCheckType.Name, OutletManualResultType.Name, DischargeQuotaType.Name, PermitRecords.Outlets, ExemptionPlanType.Name];

    /// <summary>Days whose readings have changed, by channel.</summary>
    private readonly ConcurrentDictionary<(int Channel, DateOnly Day), byte> _changed = new();
    private readonly DayOwners _owners = new();
    private int _isRegistryChanged = 1;
    private DateTime _freshAt;
    private DateOnly _night;
    private long _revision = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Actor.Become(Actor.System);
        changes.RolledUp += Note;
        registry.Changed += Changed;
        // A platform that has just been started has other things to do in its first seconds.
        _night = DateOnly.FromDateTime(clock.ParkNow());
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await Round(stoppingToken).ConfigureAwait(false);
                }
                catch (System.Data.Common.DbException exception)
                {
                    LogFailed(logger, exception); // Fresh days come again with the next round, older ones at night.
                }
            }
        }
        finally
        {
            changes.RolledUp -= Note;
            registry.Changed -= Changed;
        }
    }

    private void Changed() => Interlocked.Exchange(ref _isRegistryChanged, 1);

    private void Note(RollupTarget period)
    {
        if (period.Interval == Interval.Day)
            _changed.TryAdd((period.ChannelId, DateOnly.FromDateTime(ParkTime.FromUtc(period.Start))), 0);
    }

    private async Task Round(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow(), DateOnly.FromDateTime(clock.ParkNow()));
        var isLeader = await leases.Take("outlet-days", node.Name, Lease, cancellationToken).ConfigureAwait(false);
        var due = await Due(today, isLeader, cancellationToken).ConfigureAwait(false);
        var isFresh = isLeader && now - _freshAt >= Fresh;
        var isChanged = isLeader && Interlocked.Exchange(ref _isRegistryChanged, 0) == 1;
        if (due.Count == 0 && !isFresh && !isChanged)
            return;
        var outlets = await book.All(cancellationToken).ConfigureAwait(false);
        if (isChanged)
            await Settle(outlets, cancellationToken).ConfigureAwait(false);
        var isNight = isLeader && _night < today && clock.ParkNow().Hour >= HourOfNight;
        if (isNight)
        {
            await RebuildYear(outlets, today, cancellationToken).ConfigureAwait(false);
            _night = today;
        }
        else
        {
            foreach (var one in due)
            {
                if (outlets.FirstOrDefault(outlet => outlet.Id.Value == one.Key) is { } outlet)
                    await Rebuild(outlet, one.Value.First, one.Value.Last, cancellationToken).ConfigureAwait(false);
            }

            if (isFresh)
                await days.Rebuild(outlets, today.AddDays(-1), today, cancellationToken).ConfigureAwait(false);
        }

        _freshAt = isFresh ? now : _freshAt;
        if (isLeader)
            await quotas.Look(cancellationToken).ConfigureAwait(false);
    }

    private async Task Settle(IReadOnlyList<Outlet> outlets, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await _owners.Settle(db, outlets, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Changed(); // With the next round.
            throw;
        }
    }

    /// <summary>Quarter by quarter: the capture rate of a quarter decides how its gaps are filled.</summary>
    private async Task RebuildYear(IReadOnlyList<Outlet> outlets, DateOnly today, CancellationToken cancellationToken)
    {
        for (var quarter = new DateOnly(today.Year, 1, 1); quarter <= today; quarter = quarter.AddMonths(3))
            await days.Rebuild(outlets, quarter, quarter.AddMonths(3).AddDays(-1), cancellationToken).ConfigureAwait(false);
    }

    private async Task Rebuild(Outlet outlet, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        for (var begin = first; begin <= last; begin = begin.AddMonths(3))
        {
            var end = begin.AddMonths(3).AddDays(-1);
            await days.Rebuild([outlet], begin, end < last ? end : last, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What has changed of older days, by monitoring point.</summary>
    private async Task<IReadOnlyDictionary<int, (DateOnly First, DateOnly Last)>> Due(DateOnly today, bool isLeader, CancellationToken cancellationToken)
    {
        var due = new Dictionary<int, (DateOnly First, DateOnly Last)>();
        var registered = registry.Current;
        foreach (var (channel, day) in _changed.Keys)
        {
            _changed.TryRemove((channel, day), out _);
            if (registered.ChannelById.TryGetValue(channel, out var known))
                Add(known.PointId, day, day);
        }

        if (!isLeader)
            return due; // Changes of records wait for whoever takes over.
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var newest = await db.Set<RecordRevision>().Where(revision => Sources.Contains(revision.Type)).MaxAsync(revision => (long?)revision.Id, cancellationToken).ConfigureAwait(false) ?? 0;
        if (_revision >= 0 && newest > _revision)
        {
            foreach (var point in await Points(db, _revision, cancellationToken).ConfigureAwait(false))
                Add(point, new DateOnly(today.AddDays(-90).Year, today.AddDays(-90).Month, 1), today);
            foreach (var (point, first, last) in await ManualDays.Changed(db, _revision, cancellationToken).ConfigureAwait(false))
                Add(point, first, last);
        }

        _revision = newest;
        return due;

        void Add(int point, DateOnly first, DateOnly last) =>
            due[point] = due.TryGetValue(point, out var known) ? (known.First < first ? known.First : first, known.Last > last ? known.Last : last) : (first, last);
    }

    /// <summary>Points whose records were changed; all of them where a permit or a plan was.</summary>
    private async Task<IReadOnlyCollection<int>> Points(ParkDb db, long since, CancellationToken cancellationToken)
    {
        var revisions = await db.Set<RecordRevision>().AsNoTracking().Where(revision => revision.Id > since && Sources.Contains(revision.Type)).Select(revision => new { revision.Type, revision.RecordId }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        if (revisions.Exists(revision => revision.Type is PermitRecords.Outlets or ExemptionPlanType.Name))
            return [.. registry.Current.Points.Where(point => OutletKinds.IsOutlet(point.Kind)).Select(point => point.Id)];
        List<int> Ids(string type) => [.. revisions.Where(revision => revision.Type == type).Select(revision => revision.RecordId)];
        var (filings, instruments, checks) = (Ids(OutletFilingType.Name), Ids(OutletInstrumentType.Name), Ids(InstrumentCheckType.Name));
        // A deleted record concerned its outlet as well.
        var outlets = await db.Set<OutletInstrument>().IgnoreQueryFilters([RecordModel.Deleted]).Where(one => instruments.Contains(one.Id)).Select(one => one.FilingId)
            .Concat(db.Set<InstrumentCheck>().IgnoreQueryFilters([RecordModel.Deleted]).Where(one => checks.Contains(one.Id)).Select(one => one.FilingId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        outlets.AddRange(filings);
        return await db.Set<OutletFiling>().IgnoreQueryFilters([RecordModel.Deleted]).Where(filing => outlets.Contains(filing.Id)).Select(filing => filing.PointId).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Days of outlets could not be worked up and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
