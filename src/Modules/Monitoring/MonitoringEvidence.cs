using EcoPark.Platform.Conformity;
using EcoPark.Standards;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Monitoring;

/// <summary>What of appendix A the spine's pages show already: points, factors and values as they come in. Judgement and statistics belong to later chapters.</summary>
internal static class MonitoringEvidence
{
    private static readonly PointKind[] Outlets = [PointKind.FlueGas, PointKind.WasteWater];

    public static void Add(IServiceCollection services)
    {
        AddPoints(services, "7.4.1", "监测点位", Outlets);
        AddPoints(services, "7.4.1", "自动监测排口类型", Outlets);
        AddChannels(services, "7.4.1", "监测因子", Outlets, isFlow: false);
        AddChannels(services, "7.4.1", "监测浓度", Outlets, isFlow: false);
        AddChannels(services, "7.4.1", "流量（风量）", Outlets, isFlow: true);
        AddPoints(services, "7.4.1", "雨水排口自动监测点位", PointKind.RainWater);
        AddChannels(services, "7.4.1", "雨水排口自动监测因子", [PointKind.RainWater], isFlow: false);
        AddChannels(services, "7.4.1", "雨水排口自动监测浓度", [PointKind.RainWater], isFlow: false);
        AddChannels(services, "7.4.1", "雨水排口自动监测流量", [PointKind.RainWater], isFlow: true);
        AddChannels(services, "7.3.6", "同步气象参数", [PointKind.Weather], isFlow: false);
    }

    private static void AddPoints(IServiceCollection services, string section, string content, params PointKind[] kinds) =>
        services.AddSingleton(new Evidence(section, [content], "/monitor/devices", (provider, _) =>
            Task.FromResult(((long)provider.GetRequiredService<IDeviceRegistry>().Current.Points.Count(point => kinds.Contains(point.Kind)), (DateTime?)null))));

    /// <summary>Channels that have sent a value; those that never did are no evidence.</summary>
    private static void AddChannels(IServiceCollection services, string section, string content, PointKind[] kinds, bool isFlow) =>
        services.AddSingleton(new Evidence(section, [content], "/monitor/live", (provider, _) =>
        {
            var (registered, feed) = (provider.GetRequiredService<IDeviceRegistry>().Current, provider.GetRequiredService<ILiveFeed>());
            var values = registered.Channels.Where(channel => kinds.Contains(registered.PointById[channel.PointId].Kind) && IsFlow(channel) == isFlow)
                .Select(channel => feed.Value(channel.Id)).OfType<LiveValue>().ToList();
            return Task.FromResult(((long)values.Count, values.Count == 0 ? (DateTime?)null : values.Max(value => value.Reading.Time)));
        }));

    /// <summary>HJ 212-2017 appendix B: w00000 waste water, a00000 waste gas, a01011 velocity of flue gas.</summary>
    private static bool IsFlow(Channel channel) => channel.FactorCode is FactorCodes.WaterFlow or FactorCodes.GasFlow or FactorCodes.FlueGasVelocity;
}
