using EcoPark.Hj212;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>Which telegrams a platform is to get, by the registration as it stands.</summary>
internal sealed class RelaySelection
{
    private readonly Dictionary<string, RelayedDevice> _byMn;

    private RelaySelection(Dictionary<string, RelayedDevice> byMn, IReadOnlyCollection<CommandCode> commands)
    {
        _byMn = byMn;
        Lane = new LaneSelection(byMn.Keys, commands);
    }

    public LaneSelection Lane { get; }

    public static RelaySelection Of(UpperPlatform platform, RegistrySnapshot registered) => new(
        platform.Devices.Where(relayed => registered.DeviceById.ContainsKey(relayed.DeviceId)).ToDictionary(relayed => registered.DeviceById[relayed.DeviceId].Mn, StringComparer.Ordinal),
        Commands(platform.Data));

    /// <summary>The relayed device a telegram is of; <see langword="null"/> where the platform does not get it.</summary>
    public RelayedDevice? Find(LogEntry entry) => Lane.Commands.Contains(entry.Command) ? _byMn.GetValueOrDefault(entry.Mn) : null;

    private static HashSet<CommandCode> Commands(RelayedData data)
    {
        var commands = new HashSet<CommandCode>();
        void Add(RelayedData level, params ReadOnlySpan<CommandCode> codes)
        {
            if (!data.HasFlag(level))
                return;
            foreach (var code in codes)
                commands.Add(code);
        }

        Add(RelayedData.RealTime, CommandCode.RealTimeData);
        Add(RelayedData.Minute, CommandCode.MinuteData);
        Add(RelayedData.Hour, CommandCode.HourlyData);
        Add(RelayedData.Day, CommandCode.DailyData);
        Add(
            RelayedData.Other, CommandCode.FacilityState, CommandCode.FacilityDailyRunTime, CommandCode.PowerOnTime, CommandCode.PeriodicRawData,
            CommandCode.SingleNoiseMeasurement, CommandCode.StandardCheckResult, CommandCode.FurnaceTemperature, CommandCode.DeviceIdentity,
            CommandCode.DeviceInformation, CommandCode.AlarmRecord2005, CommandCode.AlarmEvent2005, CommandCode.AlarmHistory2005);
        return commands;
    }
}
