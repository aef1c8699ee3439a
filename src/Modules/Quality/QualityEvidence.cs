using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality;

/// <summary>What of chapter 7.3 of appendix A the park has, medium by medium: beside the fields of the stations. A page alone is no evidence, there must be results behind it.</summary>
internal static class QualityEvidence
{
    private static readonly string[] OfData = ["监测时间", "AQI指数", "执行标准名称", "执行标准编号", "执行标准限值", "既往数据趋势分析", "环境监测因子间关联分析"];

    private static readonly (string Section, QualityMedium[] Media, string Data)[] Items =
    [
        ("7.3.1", [QualityMedium.Air], "空气站监测数据"), ("7.3.2", [QualityMedium.SurfaceWater], "水质自动站监测数据"),
        ("7.3.3/7.3.4", [QualityMedium.Groundwater, QualityMedium.Soil], "监测数据"), ("7.3.5", [QualityMedium.Noise], "监测数据"),
    ];

    public static void Add(IServiceCollection services)
    {
        foreach (var (section, media, data) in Items)
        {
            var fields = AppendixA.Items.Single(item => item.Section == section).Contents.Select(content => content.Name).ToHashSet();
            services.AddSingleton(new Evidence(section, [.. OfData.Append(data).Where(fields.Contains)], $"/quality/{media[0].Key}", (provider, token) => Measured(provider, media, token)));
            if (fields.Contains("超标预警"))
                services.AddSingleton(new Evidence(section, ["超标预警"], $"/quality/{media[0].Key}/forecast", (provider, token) => Forecasts(provider, media, token)));
        }

        services.AddSingleton(new Evidence("7.3.6", ["同步水文参数"], "/quality/hydrology", (provider, token) => Measured(provider, [QualityMedium.Hydrology], token)));
    }

    /// <summary>Stations of these media that hold data, and the newest of them.</summary>
    private static async Task<(long, DateTime?)> Measured(IServiceProvider provider, QualityMedium[] media, CancellationToken token)
    {
        var (list, spans) = (provider.GetRequiredService<StationList>(), provider.GetRequiredService<Statistics.StationSpan>());
        var (count, newest) = (0L, (DateTime?)null);
        foreach (var medium in media)
        {
            foreach (var station in await list.Of(medium, token).ConfigureAwait(false))
            {
                if (await spans.Of(station, token).ConfigureAwait(false) is not { } span)
                    continue;
                count++;
                newest = newest > span.To ? newest : span.To;
            }
        }

        return (count, newest);
    }

    private static async Task<(long, DateTime?)> Forecasts(IServiceProvider provider, QualityMedium[] media, CancellationToken token)
    {
        var points = new List<int>();
        foreach (var medium in media)
            points.AddRange((await provider.GetRequiredService<StationList>().Of(medium, token).ConfigureAwait(false)).Select(station => station.PointId).OfType<int>());
        return await provider.GetRequiredService<ForecastBook>().Count(points, token).ConfigureAwait(false);
    }
}
