using EcoPark.Hj212;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Modules.Monitoring.Relay;

/// <summary>An upper platform as the API shows it: without passwords and key.</summary>
/// <param name="Node">Node that serves it; empty where none does.</param>
/// <param name="Sent">Telegrams sent since it was registered.</param>
/// <param name="Backlog">Telegrams that wait, counted up to 100,000.</param>
/// <param name="Owed">Of these, telegrams of devices that are held, or accepted afterwards.</param>
/// <param name="BacklogSince">Arrival of the oldest, UTC.</param>
public sealed record RelayView(
    int Id, string Name, string Host, int Port, bool UsesTls, string CertificateFingerprint, ProtocolVersion Version, bool HasPassword, bool IsEncrypted,
    RelayedData Data, bool WantsAnswer, int TimeoutSeconds, int Retries, bool IsEnabled, DateTime StartsAt,
    RelayLink Link, DateTime LinkSince, string Node, long Sent, DateTime? LastSentAt, string LastError, DateTime? LastErrorAt,
    long Backlog, long Owed, DateTime? BacklogSince, IReadOnlyList<RelayedDeviceView> Devices)
{
    internal static RelayView Of(RelayStatus status, RegistrySnapshot registered)
    {
        var (platform, state, backlog) = (status.Platform, status.State, status.Backlog);
        return new RelayView(
            platform.Id, platform.Name, platform.Host, platform.Port, platform.UsesTls, platform.CertificateFingerprint, platform.Version,
            platform.Password.Length > 0, platform.EncryptionKey.Length > 0, platform.Data, platform.WantsAnswer, platform.TimeoutSeconds, platform.Retries,
            platform.IsEnabled, platform.StartsAt, state.Link, state.LinkSince, state.Holder, state.Sent, state.LastSentAt, state.LastError, state.LastErrorAt,
            backlog.Count, backlog.Owed, backlog.OldestAt,
            [.. platform.Devices.Where(relayed => registered.DeviceById.ContainsKey(relayed.DeviceId)).Select(relayed =>
                RelayedDeviceView.Of(relayed, registered.DeviceById[relayed.DeviceId], status.Holds.FirstOrDefault(hold => hold.DeviceId == relayed.DeviceId))).OrderBy(one => one.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>A device that is relayed.</summary>
/// <param name="UpperMn">MN there.</param>
/// <param name="UpperSystemCode">ST there; empty for that of the telegram.</param>
/// <param name="HasPassword">It has a PW of its own there.</param>
/// <param name="HeldFor">Why it is held; null where it is not.</param>
/// <param name="RetryAt">When a refused device is tried again; null where a person decides.</param>
public sealed record RelayedDeviceView(string Mn, string Name, string UpperMn, string UpperSystemCode, bool HasPassword, string? HeldFor, DateTime? HeldSince, DateTime? RetryAt)
{
    internal static RelayedDeviceView Of(RelayedDevice relayed, Device device, RelayHold? hold) => new(
        device.Mn, device.Name, relayed.Mn.Length > 0 ? relayed.Mn : device.Mn, relayed.SystemCode, relayed.Password.Length > 0, hold?.Reason, hold?.Since, hold?.RetryAt);
}
