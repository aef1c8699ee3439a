using System.Runtime.CompilerServices;
using EcoPark.Alarms;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Live;

/// <summary>The feed as whoever acts may see it: for an enterprise its own channels and devices, and values of days that were its own.</summary>
internal sealed class ScopedFeed(LiveFeed feed, IDeviceRegistry registry) : ILiveFeed
{
    public IReadOnlyCollection<LiveValue> Values => IsPark ? feed.Values : [.. feed.Values.Where(IsOwn)];

    public IReadOnlyCollection<DeviceState> States => IsPark ? feed.States : [.. feed.States.Where(IsOwn)];

    private static bool IsPark => Actor.Current.EnterpriseId is null;

    public LiveValue? Value(int channelId) => feed.Value(channelId) is { } value && IsOwn(value) ? value : null;

    public DeviceState? State(string mn) => feed.State(mn) is { } state && IsOwn(state) ? state : null;

    public async IAsyncEnumerable<LiveChanges> Subscribe([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var changes in feed.Subscribe(cancellationToken).ConfigureAwait(false))
            yield return IsPark ? changes : new LiveChanges([.. changes.Values.Where(IsOwn)], [.. changes.Devices.Where(IsOwn)]) { Alarms = [.. changes.Alarms.Where(IsOwn)] };
    }

    private bool IsOwn(LiveValue value) => IsPark || registry.Current.TenureOf(value.ChannelId).Covers(value.Reading.Time);

    private bool IsOwn(DeviceState state) => IsPark || registry.Current.DeviceByMn.ContainsKey(state.Mn);

    private static bool IsOwn(AlarmSignal alarm) => alarm.EnterpriseId == Actor.Current.EnterpriseId;
}
