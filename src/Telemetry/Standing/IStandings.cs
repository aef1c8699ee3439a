using System.Collections.Concurrent;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Standing;

/// <summary>
/// How newest values stand, from memory: the limits, rules and judgement of the alarms, for every page that shows a live value. Pages do not judge by themselves.
/// </summary>
public interface IStandings
{
    FactorStanding Of(Channel channel);

    /// <summary>The worst of a point's factors; for those who see the whole park at most a second old, so that many open pages cost one look.</summary>
    StandingState OfPoint(int pointId);
}

/// <inheritdoc/>
internal sealed class Standings(WatchBooks books, ILiveFeed feed, IDeviceRegistry registry, TimeProvider clock) : IStandings
{
    private const int ShortestUploads = 30;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, (DateTime At, StandingState State)> _points = new();

    public StandingState OfPoint(int pointId)
    {
        if (Actor.Current.EnterpriseId is not null)
            return Worst(pointId);
        var now = clock.GetUtcNow().UtcDateTime;
        if (_points.TryGetValue(pointId, out var known) && now - known.At < Kept)
            return known.State;
        var state = Worst(pointId);
        _points[pointId] = (now, state);
        return state;
    }

    public FactorStanding Of(Channel channel)
    {
        var (registered, now) = (registry.Current, clock.GetUtcNow().UtcDateTime);
        var device = registered.DeviceOf(channel);
        // A former owner sees its own days, and nothing of the limits of who has the outlet now.
        var entry = registered.TenureOf(channel.Id).Covers(now) ? books.Current.Find(channel.Id) : null;
        return StandingRule.Of(
            feed.Value(channel.Id), entry, entry?.OxygenChannelId is { } oxygen ? feed.Value(oxygen) : null,
            device is null ? null : feed.State(device.Mn) is { IsOnline: true }, TimeSpan.FromSeconds(Math.Max(ShortestUploads, device?.RealTimeIntervalSeconds ?? 0)), now);
    }

    private StandingState Worst(int pointId) => registry.Current.ChannelsByPoint[pointId].Select(channel => Of(channel).State).DefaultIfEmpty(StandingState.NoData).Min();
}
