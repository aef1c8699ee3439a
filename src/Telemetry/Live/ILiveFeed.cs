using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Live;

/// <summary>Newest real-time (or finest) value of a channel.</summary>
/// <param name="ChannelId">Channel.</param>
/// <param name="Reading">The reading.</param>
/// <param name="ArrivedAt">UTC time its telegram arrived; for values loaded at start the reading's time.</param>
[GenerateSerializer, Immutable, Alias("ecopark.live-value")]
public readonly record struct LiveValue([property: Id(0)] int ChannelId, [property: Id(1)] Reading Reading, [property: Id(2)] DateTime ArrivedAt);

/// <summary>On-line state of a device as its twin sees it.</summary>
/// <param name="Mn">MN.</param>
/// <param name="IsOnline">Connected now.</param>
/// <param name="Since">UTC of the last change.</param>
/// <param name="LastTelegramAt">UTC.</param>
/// <param name="Remote">Address it is connected from.</param>
/// <param name="Node">Node that holds the connection.</param>
[GenerateSerializer, Immutable, Alias("ecopark.device-state")]
public readonly record struct DeviceState(
    [property: Id(0)] string Mn, [property: Id(1)] bool IsOnline, [property: Id(2)] DateTime Since,
    [property: Id(3)] DateTime? LastTelegramAt, [property: Id(4)] string Remote, [property: Id(5)] string Node);

/// <summary>What changed since the last change set.</summary>
[GenerateSerializer, Immutable, Alias("ecopark.live-changes")]
public sealed record LiveChanges([property: Id(0)] IReadOnlyList<LiveValue> Values, [property: Id(1)] IReadOnlyList<DeviceState> Devices)
{
    /// <summary>Alarms that were raised or changed.</summary>
    [Id(2)]
    public IReadOnlyList<AlarmSignal> Alarms { get; init; } = [];
}

/// <summary>Latest values and states of the whole park, on every node, and the stream of their changes.</summary>
public interface ILiveFeed
{
    LiveValue? Value(int channelId);

    DeviceState? State(string mn);

    IReadOnlyCollection<LiveValue> Values { get; }

    IReadOnlyCollection<DeviceState> States { get; }

    /// <summary>Changes as they come, gathered for at most 250 ms; ends with the token. A slow reader gets the newest, never a backlog.</summary>
    IAsyncEnumerable<LiveChanges> Subscribe(CancellationToken cancellationToken);
}
