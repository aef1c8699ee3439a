using EcoPark.Alarms;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>Factors of an outlet that are judged together.</summary>
public static class RelatedFactors
{
    /// <summary>Flow of waste water and of flue gas (HJ 212-2017 appendix B).</summary>
    internal static readonly string[] Flows = ["w00000", "a00000"];

    /// <summary>Factors that follow another: nitrogen oxides the oxygen of the flue gas, chemical oxygen demand the organic carbon.</summary>
    internal static readonly (string Follows, string Leads)[] Pairs = [("a21002", "a19001"), ("w01018", "w01020")];

    /// <summary>The channel that an alarm compared its own with; <see langword="null"/> where it judged one alone, or that channel is gone.</summary>
    public static Channel? PartnerOf(Alarm alarm, RegistrySnapshot registered)
    {
        string[] codes = alarm.Kind == WatchAlarms.ImplausibleRatio.Name ? [.. Pairs.Where(pair => pair.Follows == alarm.FactorCode).Select(pair => pair.Leads)]
            : alarm.Kind == WatchAlarms.FlowWithoutConcentration.Name ? Flows : [];
        return alarm.PointId is not { } point ? null : registered.ChannelsByPoint[point].FirstOrDefault(channel => codes.Contains(channel.FactorCode) && channel.Id != alarm.ChannelId);
    }
}
