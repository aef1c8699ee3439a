using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets;

/// <summary>What an outlet is doing.</summary>
public enum OutletState
{
    Running,
    Stopped,
    OffLine,

    /// <summary>No logger is registered: its data are imported.</summary>
    NoLogger,
}

/// <summary>Newest value of a factor.</summary>
/// <param name="Judged">What is set against the limit: corrected by the newest oxygen where the outlet corrects.</param>
/// <param name="Verdict">Null where there is no limit or the value is not valid.</param>
public sealed record LiveFactor(Channel Channel, LiveValue? Value, double? Judged, Verdict? Verdict);

/// <summary>An outlet as it stands now.</summary>
public sealed record LiveOutlet(Outlet Outlet, OutletState State, DateTime? NewestAt, IReadOnlyList<LiveFactor> Factors)
{
    public bool IsOver => Factors.Any(factor => factor.Verdict?.Outcome == LimitOutcome.Fail);
}

/// <summary>State and newest values of outlets, from memory.</summary>
public sealed class OutletLive(ILiveFeed feed, IDeviceRegistry registry, TimeProvider clock)
{
    public LiveOutlet Of(Outlet outlet)
    {
        var values = outlet.Channels.Select(channel => (channel, value: feed.Value(channel.Id))).ToList();
        var state = StateOf(outlet.Channels, registry.Current, feed);
        var oxygen = values.FirstOrDefault(one => one.channel.FactorCode == FactorCodes.Oxygen).value?.Reading;
        return new LiveOutlet(outlet, state, values.Max(one => one.value?.Reading.Time), [.. values.Select(one => Of(outlet, one.channel, one.value, oxygen))]);
    }

    /// <summary>State of an outlet with these channels.</summary>
    public static OutletState StateOf(IEnumerable<Channel> channels, RegistrySnapshot registered, ILiveFeed feed)
    {
        var (devices, isOnline, isStopped) = (0, false, false);
        foreach (var channel in channels)
        {
            if (registered.DeviceOf(channel) is { } device)
                (devices, isOnline) = (devices + 1, isOnline || feed.State(device.Mn) is { IsOnline: true });
            isStopped |= feed.Value(channel.Id) is { Reading.Flag: 'F' };
        }

        return devices == 0 ? OutletState.NoLogger : !isOnline ? OutletState.OffLine : isStopped ? OutletState.Stopped : OutletState.Running;
    }

    private LiveFactor Of(Outlet outlet, Channel channel, LiveValue? live, Telemetry.Readings.Reading? oxygen)
    {
        if (live is not { Reading: { IsValid: true, Value: { } value } reading })
            return new LiveFactor(channel, live, null, null);
        var judged = (double?)value;
        if (outlet.Corrects(channel.FactorCode))
        {
            var (content, reference) = (oxygen is { IsValid: true, Value: { } measured } ? JudgementRequest.ValueOf(measured) : null, outlet.Oxygen!.Value.Percent);
            judged = content is { } percent && OxygenCorrection.IsNearlyAir(percent, reference) ? null
                : reading.Corrected ?? (double?)OxygenCorrection.Correct(JudgementRequest.ValueOf(value), content, reference).Value;
        }

        return new LiveFactor(channel, live, judged, judged is { } shown ? OutletJudge.Now(outlet, channel, shown, DateOnly.FromDateTime(ParkTime.FromUtc(clock.UtcNow()))) : null);
    }
}

/// <summary>States in Chinese.</summary>
public static class OutletStates
{
    public static string Of(OutletState state) => state switch { OutletState.Running => "在线运行", OutletState.Stopped => "停运", OutletState.OffLine => "离线", _ => "未接数采仪" };
}
