using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Registry;

/// <summary>Makes channels of factors that a device sends without their being registered, so that no reading is left out.</summary>
public static class ChannelDiscovery
{
    /// <summary>A channel for a factor code as written, with name and unit of the standard's tables where they know it.</summary>
    public static Channel ChannelFor(string writtenCode, string systemCode, int deviceId, int pointId)
    {
        var code = Factors.Canonical(writtenCode, systemCode);
        var factor = Factors.Find(code);
        return new Channel
        {
            DeviceId = deviceId,
            PointId = pointId,
            FactorCode = code,
            OriginalCode = writtenCode,
            Name = factor?.Name ?? code,
            Unit = factor?.Unit ?? "",
            Decimals = factor?.Decimals ?? 2,
            IsDiscovered = true,
        };
    }

    /// <summary>Channels for all factors of a telegram.</summary>
    public static IReadOnlyList<Channel> ChannelsOf(Telegram telegram, int deviceId, int pointId)
    {
        var channels = new Dictionary<string, Channel>(StringComparer.Ordinal);
        var readings = telegram.Readings;
        while (readings.MoveNext())
        {
            var channel = ChannelFor(Encoding.ASCII.GetString(readings.Code), telegram.SystemCode, deviceId, pointId);
            channel.SortOrder = channels.Count;
            channels.TryAdd(channel.FactorCode, channel);
        }

        return [.. channels.Values];
    }

    /// <summary>The medium of a point's kind, guessed from ST where a point is made by itself.</summary>
    public static PointKind KindOf(string systemCode) => systemCode switch
    {
        "21" => PointKind.SurfaceWater,
        "22" or "27" => PointKind.AmbientAir,
        "23" or "36" => PointKind.Noise,
        "24" => PointKind.Groundwater,
        "31" => PointKind.FlueGas,
        "32" => PointKind.WasteWater,
        "39" => PointKind.FenceLine,
        "44" => PointKind.Electricity,
        "45" or "51" or "52" => PointKind.OperatingCondition,
        _ => PointKind.Other,
    };
}
