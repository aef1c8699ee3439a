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
        var devices = outlet.Channels.Select(registry.Current.DeviceOf).OfType<Device>().Distinct().ToList();
        var state = devices.Count == 0 ? OutletState.NoLogger
            : !devices.Exists(device => feed.State(device.Mn) is { IsOnline: true }) ? OutletState.OffLine
            : factors.Exists(factor => factor.Standing.State == StandingState.Stopped) ? OutletState.Stopped : OutletState.Running;
        return new LiveOutlet(outlet, state, factors.Max(factor => factor.Value?.Reading.Time), factors);
    }
}

/// <summary>States in Chinese.</summary>
public static class OutletStates
{
    public static string Of(OutletState state) => state switch { OutletState.Running => "在线运行", OutletState.Stopped => "停运", OutletState.OffLine => "离线", _ => "未接数采仪" };
}
