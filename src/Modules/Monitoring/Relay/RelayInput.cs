using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Modules.Monitoring.Relay;

/// <summary>What can be set of an upper platform. Passwords and key are write-only: null leaves them as they are, empty clears them.</summary>
/// <param name="Password">PW towards it; empty for each device's own.</param>
/// <param name="StartsAt">UTC; null leaves it, or means from now on. Another instant positions the relay anew: earlier sends again, later skips.</param>
public sealed record RelayInput(
    string Name, string Host, int Port, IReadOnlyList<RelayedDeviceInput> Devices, bool UsesTls = false, string CertificateFingerprint = "",
    ProtocolVersion Version = ProtocolVersion.V2017, string? Password = null, string? EncryptionKey = null,
    RelayedData Data = RelayedData.RealTime | RelayedData.Minute | RelayedData.Hour | RelayedData.Day, bool WantsAnswer = true,
    int TimeoutSeconds = 10, int Retries = 3, bool IsEnabled = true, DateTime? StartsAt = null)
{
    internal Outcome<UpperPlatform> Apply(UpperPlatform? old, RegistrySnapshot registered)
    {
        var platform = new UpperPlatform
        {
            Id = old?.Id ?? 0,
            Name = Name.Trim(),
            Host = Host.Trim(),
            Port = Port,
            UsesTls = UsesTls,
            CertificateFingerprint = CertificateFingerprint.Replace(":", "", StringComparison.Ordinal).Trim(),
            Version = Version,
            Password = Password ?? old?.Password ?? "",
            EncryptionKey = EncryptionKey ?? old?.EncryptionKey ?? "",
            Data = Data,
            WantsAnswer = WantsAnswer,
            TimeoutSeconds = TimeoutSeconds,
            Retries = Retries,
            IsEnabled = IsEnabled,
            StartsAt = StartsAt?.ToUniversalTime() ?? old?.StartsAt ?? default,
        };
        foreach (var one in Devices)
        {
            if (!registered.DeviceByMn.TryGetValue(one.Mn, out var device))
                return new Problem("unknown-device", $"没有登记 MN 为 {one.Mn} 的数采仪。", nameof(Devices));
            platform.Devices.Add(new RelayedDevice
            {
                DeviceId = device.Id,
                Mn = one.UpperMn.Trim() is var mn && mn != device.Mn ? mn : "",
                SystemCode = one.UpperSystemCode.Trim(),
                Password = one.Password ?? old?.Devices.Find(known => known.DeviceId == device.Id)?.Password ?? "",
            });
        }

        return platform;
    }
}

/// <summary>A device to be relayed, and its names there where they are others.</summary>
public sealed record RelayedDeviceInput(string Mn, string UpperMn = "", string UpperSystemCode = "", string? Password = null);

/// <summary>Holds a device back.</summary>
public sealed record RelayHoldInput(string Reason);

/// <summary>What a test of the connection showed.</summary>
public sealed record RelayTestResult(bool IsReached, string Text);
