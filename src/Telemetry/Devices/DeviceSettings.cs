using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>Settings of the registration that follow a command the device has carried out.</summary>
internal static class DeviceSettings
{
    /// <returns>The changed registration, or <see langword="null"/> where the command changes none.</returns>
    public static Device? After(Device device, Request request)
    {
        var changed = Copy(device);
        var fields = request.DataArea.Split(';').Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        switch (request.Command)
        {
            case CommandCode.SetPassword when fields.TryGetValue("NewPW", out var password):
                changed.Password = password;
                return changed;
            case CommandCode.SetRealTimeInterval when Number(fields, "RtdInterval") is { } seconds:
                changed.RealTimeIntervalSeconds = seconds;
                return changed;
            case CommandCode.SetMinuteInterval when Number(fields, "MinInterval") is { } minutes:
                changed.MinuteInterval = minutes;
                return changed;
            case CommandCode.SetTimeoutAndRetries when Number(fields, "OverTime") is { } timeout && Number(fields, "ReCount") is { } retries:
                (changed.TimeoutSeconds, changed.Retries) = (timeout, retries);
                return changed;
            case CommandCode.KeyExchange when fields.TryGetValue("NewSK", out var key):
                changed.EncryptionKey = DeviceKey.Stored(key);
                return changed;
            default:
                return null;
        }
    }

    /// <summary>The registration with something changed.</summary>
    public static Device With(Device device, Action<Device> change)
    {
        var changed = Copy(device);
        change(changed);
        return changed;
    }

    private static int? Number(Dictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Device Copy(Device device) => new()
    {
        Id = device.Id,
        Mn = device.Mn,
        Name = device.Name,
        Password = device.Password,
        Version = device.Version,
        SystemCode = device.SystemCode,
        Tolerances = device.Tolerances,
        EncryptionKey = device.EncryptionKey,
        IsEnabled = device.IsEnabled,
        RealTimeIntervalSeconds = device.RealTimeIntervalSeconds,
        MinuteInterval = device.MinuteInterval,
        TimeoutSeconds = device.TimeoutSeconds,
        Retries = device.Retries,
        FillsGaps = device.FillsGaps,
        SetsUp = device.SetsUp,
        SendsRealTime = device.SendsRealTime,
        SendsFacilityState = device.SendsFacilityState,
        SetUpAt = device.SetUpAt,
        KeySince = device.KeySince,
        Hardware = device.Hardware,
        RegisteredAt = device.RegisteredAt,
    };
}
