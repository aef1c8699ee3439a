using System.Collections.Concurrent;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>
/// Brings rolled-up hours and days to the twins of their devices, once they are durable, and has these look at the days as a whole. It stands in front of the rule of the roll-up and notes what
/// passes; what a node noted and did not get to is in the store, and whoever finds it there after a while, or at its start, sees to it.
/// </summary>
internal sealed class RollupWatch(JobKit kit, RollupRule rule, Lazy<IReadingStore> store, IDeviceRegistry registry, IEnumerable<IPeriodListener> listeners, IGrainFactory grains)
    : Job(kit, "rollup-watch", "小时、日数据检查", JobSchedule.Every(TimeSpan.FromSeconds(5))), IRollupRule
{
    /// <summary>Time for the transaction of a roll-up to end.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>What is in the store longer was left behind: by a node that ended, or by a transaction that took its time.</summary>
    private static readonly TimeSpan LeftBehind = TimeSpan.FromMinutes(2);

    private const int MostRecalled = 20_000;

    private readonly ConcurrentDictionary<RollupTarget, DateTime> _passed = new();
    private DateTime? _recalledAt;

    public RollupTarget? TargetOf(SeriesId series, DateTime time) => rule.TargetOf(series, time);

    public int? WeightChannelOf(RollupTarget target) => rule.WeightChannelOf(target);

    public Reading? Roll(RollupTarget target, IReadOnlyList<Reading> own, IReadOnlyList<Reading> weights)
    {
        if (target.IsLookedAt)
            _passed[target] = Clock.UtcNow();
        return rule.Roll(target, own, weights);
    }

    /// <summary>What was noted stays noted, whatever fails.</summary>
    protected override Task Run(CancellationToken cancellationToken) => Round(cancellationToken);

    /// <summary>Looks once at what has been rolled up.</summary>
    internal async Task Round(CancellationToken cancellationToken)
    {
        await Recall(cancellationToken).ConfigureAwait(false);
        await Look(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>At the start all that nobody has seen; then what was left behind.</summary>
    private async Task Recall(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        if (now - _recalledAt < LeftBehind)
            return;
        foreach (var one in await store.Value.Unseen(_recalledAt is null ? now : now - LeftBehind, MostRecalled, cancellationToken).ConfigureAwait(false))
            _passed.TryAdd(one.Period, one.At);
        _recalledAt = now;
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        var settled = Clock.UtcNow() - Settling;
        var ready = _passed.Where(one => one.Value <= settled).ToList();
        var registered = registry.Current;
        foreach (var device in ready.GroupBy(one => registered.ChannelById.GetValueOrDefault(one.Key.ChannelId)?.DeviceId ?? 0))
        {
            if (registered.DeviceById.TryGetValue(device.Key, out var registration))
                await Bring(grains.GetGrain<IDeviceGrain>(registration.Mn), [.. device.Select(one => one.Key)], cancellationToken).ConfigureAwait(false);
            foreach (var listener in listeners)
                await listener.RolledUp([.. device.Select(one => one.Key)], cancellationToken).ConfigureAwait(false);
            await store.Value.MarkSeen([.. device.Select(one => new RolledUp(one.Key, one.Value))], cancellationToken).ConfigureAwait(false);
            foreach (var one in device)
                _passed.TryRemove(one); // Not where it was noted again meanwhile.
        }
    }

    private async Task Bring(IDeviceGrain twin, HashSet<RollupTarget> targets, CancellationToken stoppingToken)
    {
        var (from, to) = (targets.Min(target => target.Start), targets.Max(target => target.End));
        var stored = await store.Value.ReadMany(
            [.. targets.Select(target => new SeriesId(target.ChannelId, target.Interval, Origin.RolledUp)).Distinct()], from, to, stoppingToken).ConfigureAwait(false);
        var wanted = targets.Select(target => (target.ChannelId, target.Interval, target.Start)).ToHashSet();
        var readings = stored.Where(reading => wanted.Contains((reading.Series.ChannelId, reading.Interval, reading.Time))).OrderBy(reading => reading.Time).ToArray();
        if (readings.Length == 0)
            return;
        await twin.Look(readings).ConfigureAwait(false);
        await twin.Check([.. readings.Select(reading => DateOnly.FromDateTime(ParkTime.FromUtc(reading.Time))).Distinct().Order()]).ConfigureAwait(false);
    }
}
