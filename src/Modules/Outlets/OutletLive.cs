using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;

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

/// <summary>Newest value of a factor, and how it stands.</summary>
public sealed record LiveFactor(Channel Channel, FactorStanding Standing)
{
    public LiveValue? Value => Standing.Live;

    public bool IsOver => Standing.State == StandingState.Over;
}

/// <summary>An outlet as it stands now.</summary>
public sealed record LiveOutlet(Outlet Outlet, OutletState State, DateTime? NewestAt, IReadOnlyList<LiveFactor> Factors)
{
    public bool IsOver => Factors.Any(factor => factor.IsOver);

    /// <summary>The worst of its factors decides where it stands in a list.</summary>
    public StandingState Worst => Factors.Count == 0 ? StandingState.NoData : Factors.Min(factor => factor.Standing.State);
}

/// <summary>State and newest values of outlets, from memory.</summary>
public sealed class OutletLive(IStandings standings, ILiveFeed feed, IDeviceRegistry registry)
{
    public LiveOutlet Of(Outlet outlet)
    {
        var factors = outlet.Channels.Select(channel => new LiveFactor(channel, standings.Of(channel))).ToList();
        var state = StateOf(outlet.Channels, registry.Current, feed);
        var isStopped = state == OutletState.Running && factors.Exists(factor => factor.Standing.State == StandingState.Stopped);
        return new LiveOutlet(outlet, isStopped ? OutletState.Stopped : state, factors.Max(factor => factor.Value?.Reading.Time), factors);
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
}

/// <summary>States in Chinese.</summary>
public static class OutletStates
{
    public static string Of(OutletState state) => state switch { OutletState.Running => "在线运行", OutletState.Stopped => "停运", OutletState.OffLine => "离线", _ => "未接数采仪" };
}
