using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>Which points the live page shows.</summary>
internal static class LiveFilter
{
    public static bool Shows(MonitoringPoint point, RegistrySnapshot registered, ILiveFeed feed, string? text, string? kind, string? state)
    {
        if (!string.IsNullOrEmpty(kind) && point.Kind.ToString() != kind)
            return false;
        var channels = registered.ChannelsByPoint[point.Id];
        if (!string.IsNullOrWhiteSpace(text) && !point.Name.Contains(text, StringComparison.OrdinalIgnoreCase) && !point.Enterprise.Contains(text, StringComparison.OrdinalIgnoreCase)
            && !channels.Any(channel => channel.Name.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        return state switch
        {
            "offline" => !channels.Any(channel => registered.DeviceOf(channel) is { } device && feed.State(device.Mn) is { IsOnline: true }),
            "invalid" => channels.Any(channel => feed.Value(channel.Id) is { Reading.IsValid: false }),
            _ => true,
        };
    }
}
