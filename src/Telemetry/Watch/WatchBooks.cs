using EcoPark.Contracts;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Watch;

/// <summary>Keeps the rules, limits and plans in memory, on every node; a change anywhere is taken over within two seconds.</summary>
internal sealed class WatchBooks(JobKit kit, IDbContextFactory<ParkDb> databases, IPermitBook permits, IInstrumentFilings filings, IDeviceRegistry registry, ChangeFeed feed)
    : Job(kit, "watch-books", "报警规则与限值同步", JobSchedule.Every(TimeSpan.FromSeconds(2)))
{
    /// <summary>Ranges that instruments told another node are known here after this time; a device that changes its node is watched by what it said before until then.</summary>
    private static readonly TimeSpan ToldEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile WatchBook _current = WatchBook.Empty;
    private PermitSnapshot _permits = PermitSnapshot.Empty;
    private IReadOnlyList<WatchRule> _rules = [];
    private IReadOnlyList<ExemptionPlan> _plans = [];
    private InstrumentFacts _filed = InstrumentFacts.None;
    private IReadOnlyList<(int DeviceId, string Factor, double Low, double High)> _told = [];
    private DateTime _toldAt = DateTime.MinValue;
    private volatile bool _isToldAnew;
    private ChangeVersion _version = new(-1, 0);

    public WatchBook Current => _current;

    /// <summary>The registry has changed since.</summary>
    public bool IsBehind => !ReferenceEquals(registry.Current, _current.Registered);

    /// <summary>An instrument has told another measuring range.</summary>
    public void RangeTold() => _isToldAnew = true;

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
        using var turn = Actor.As(Actor.System); // Also asked by pages that have just saved a rule.
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        string[] sources = [AlarmRuleType.Name, ExemptionPlanType.Name, .. permits.RestsOn, .. filings.RestsOn];
        var version = await feed.Version(sources, cancellationToken).ConfigureAwait(false);
        if (version != _version)
        {
            _permits = await permits.Read(cancellationToken).ConfigureAwait(false);
            _filed = await filings.Read(cancellationToken).ConfigureAwait(false);
            _rules = [.. (await db.Set<AlarmRule>().AsNoTracking().OrderByDescending(rule => rule.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(AlarmRuleType.RuleOf)];
            _plans = await db.Set<ExemptionPlan>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!await ReadTold(db, cancellationToken).ConfigureAwait(false) && version == _version && !IsBehind)
            return;
        var registered = registry.Current;
        _current = new WatchBook(registered, _permits, _rules, _plans, _filed with { Ranges = [.. _filed.Ranges, .. ToldRanges(registered)] });
        _version = version;
    }

    /// <summary>Whether instruments have told other ranges since.</summary>
    private async Task<bool> ReadTold(ParkDb db, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (!_isToldAnew && now - _toldAt < ToldEvery)
            return false;
        _isToldAnew = false;
        var states = await db.Set<InstrumentState>().AsNoTracking().Where(state => state.Code == ToldRange.Code).Select(state => new { state.DeviceId, state.Factor, state.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<(int, string, double, double)> told = [.. states.OrderBy(state => state.DeviceId).ThenBy(state => state.Factor, StringComparer.Ordinal)
            .Select(state => ToldRange.Read(state.Value) is var (low, high) ? (state.DeviceId, state.Factor, (double)low, (double)high) : default).Where(state => state.Item1 != 0)];
        var isNew = !told.SequenceEqual(_told);
        (_told, _toldAt) = (told, now);
        return isNew;
    }

    /// <summary>In the unit of the channel that the instrument sends its values for.</summary>
    private IEnumerable<KnownRange> ToldRanges(RegistrySnapshot registered) => _told.SelectMany(told => registered.ChannelsByDevice[told.DeviceId].Where(channel => channel.FactorCode == told.Factor)
        .Select(channel => new KnownRange(channel.PointId, told.Factor, told.Low, told.High, channel.Unit, "设备报送量程（i13001）")));

    protected override Task Run(CancellationToken cancellationToken) => Refresh(() => true, cancellationToken);
}
