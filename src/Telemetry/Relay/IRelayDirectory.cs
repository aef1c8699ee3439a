using EcoPark.Platform;

namespace EcoPark.Telemetry.Relay;

/// <summary>A platform with what its relay is doing.</summary>
/// <param name="Platform">As registered, with its devices.</param>
/// <param name="State">Connection, figures, last error.</param>
/// <param name="Backlog">What waits.</param>
/// <param name="Holds">Devices that are held.</param>
public sealed record RelayStatus(UpperPlatform Platform, RelayState State, RelayBacklog Backlog, IReadOnlyList<RelayHold> Holds);

/// <summary>The upper platforms as people see and change them.</summary>
public interface IRelayDirectory
{
    /// <summary>All, by name.</summary>
    Task<IReadOnlyList<RelayStatus>> All(CancellationToken cancellationToken);

    Task<RelayStatus?> Find(int id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<RelayEvent>> Events(int id, int most, CancellationToken cancellationToken);

    /// <summary>Adds a platform, which is served from <see cref="UpperPlatform.StartsAt"/> on, or changes one. Another start positions it anew.</summary>
    Task<Outcome<UpperPlatform>> Save(UpperPlatform platform, CancellationToken cancellationToken);

    Task<Outcome<UpperPlatform>> Remove(int id, CancellationToken cancellationToken);

    /// <summary>Pauses a relay, its backlog waiting, or lets it go on.</summary>
    Task<Outcome<UpperPlatform>> Enable(int id, bool isEnabled, CancellationToken cancellationToken);

    /// <summary>Holds a device back; what it sends waits until it is released.</summary>
    Task<Outcome<RelayHold>> Hold(int id, int deviceId, string reason, CancellationToken cancellationToken);

    /// <summary>Releases a device: what it is owed goes up first.</summary>
    Task<Outcome<RelayHold>> Release(int id, int deviceId, CancellationToken cancellationToken);

    /// <summary>Connects and disconnects again.</summary>
    /// <returns>What was seen, in Chinese.</returns>
    Task<Outcome<string>> Test(UpperPlatform platform, CancellationToken cancellationToken);
}
