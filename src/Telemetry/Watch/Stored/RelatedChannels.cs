using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>Channels of a point that are judged together.</summary>
public static class RelatedChannels
{
    /// <summary>The channel that an alarm compared its own with; <see langword="null"/> where it judged one alone, or that channel is gone.</summary>
    public static Channel? PartnerOf(Alarm alarm, RegistrySnapshot registered)
    {
        string[] codes = alarm.Kind == WatchAlarms.ImplausibleRatio.Name ? [.. RelatedFactors.Pairs.Where(pair => pair.Follows == alarm.FactorCode).Select(pair => pair.Leads)]
            : alarm.Kind == WatchAlarms.FlowWithoutConcentration.Name ? [.. RelatedFactors.Flows] : [];
        return alarm.PointId is not { } point ? null : registered.ChannelsByPoint[point].FirstOrDefault(channel => codes.Contains(channel.FactorCode) && channel.Id != alarm.ChannelId);
    }
}
