using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Watch;

/// <summary>Keeps the rules, limits and plans in memory, on every node; a change anywhere is taken over within two seconds.</summary>
internal sealed partial class WatchBooks(IDbContextFactory<ParkDb> databases, IPermitBook permits, IInstrumentFilings filings, IDeviceRegistry registry, TimeProvider clock, ILogger<WatchBooks> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile WatchBook _current = WatchBook.Empty;
    private PermitSnapshot _permits = PermitSnapshot.Empty;
    private IReadOnlyList<WatchRule> _rules = [];
    private IReadOnlyList<ExemptionPlan> _plans = [];
    private IReadOnlyList<KnownRange> _ranges = [];
    private long _version = -1;

    public WatchBook Current => _current;

    /// <summary>The registry has changed since.</summary>
    public bool IsBehind => !ReferenceEquals(registry.Current, _current.Registered);

    /// <summary>Reads what has changed.</summary>
    /// <param name="isNeeded">Asked again when it is this caller's turn: who waited behind another may have nothing left to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task Refresh(Func<bool> isNeeded, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (isNeeded())
                await Refresh(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Refresh(CancellationToken cancellationToken)
    {
        Actor.Become(Actor.System);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        string[] sources = [AlarmRuleType.Name, ExemptionPlanType.Name, .. permits.Sources, .. filings.Sources];
        // Every save of a record adds a revision: their number is the version of all.
        var version = await db.Set<RecordRevision>().LongCountAsync(revision => sources.Contains(revision.Type), cancellationToken).ConfigureAwait(false);
        if (version != _version)
        {
            _permits = await permits.Read(cancellationToken).ConfigureAwait(false);
            _ranges = await filings.Ranges(cancellationToken).ConfigureAwait(false);
            _rules = [.. (await db.Set<AlarmRule>().AsNoTracking().OrderByDescending(rule => rule.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(AlarmRuleType.RuleOf)];
            _plans = await db.Set<ExemptionPlan>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        if (version == _version && !IsBehind)
            return;
        _current = new WatchBook(registry.Current, _permits, _rules, _plans, _ranges);
        _version = version;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Refresh(() => true, stoppingToken).ConfigureAwait(false);
            }
            catch (System.Data.Common.DbException exception)
            {
                LogFailed(logger, exception); // The rules in memory stay in force; the next tick tries again.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The alarm rules could not be read; the last ones stay in force.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
