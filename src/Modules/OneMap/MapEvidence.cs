using EcoPark.Platform.Conformity;
using EcoPark.Telemetry.Live;
using EcoPark.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.OneMap;

/// <summary>What of 7.8.1 of appendix A the park has: objects that stand on the map, not the page alone.</summary>
internal static class MapEvidence
{
    private static readonly (string Content, Func<MapLayer, bool> Layers)[] Contents =
    [
        ("园区边界", layer => layer.Key == "park"), ("企业分布", layer => layer.Key == "enterprises"), ("园区基础设施分布", layer => layer.Key == "park-facilities"), ("周边环境敏感保护目标分布", layer => layer.Key == "receptors"),
        ("监测站点（园区环境质量和污染源）分布", layer => layer.Group is MapLayer.Quality or MapLayer.Sources),
    ];

    public static IServiceCollection AddMapEvidence(this IServiceCollection services)
    {
        foreach (var (content, layers) in Contents)
            services.AddSingleton(new Evidence("7.8.1", [content], "/map", async (provider, token) => (await Count(provider, layers, _ => true, token).ConfigureAwait(false), null)));
        return services.AddSingleton(new Evidence("7.8.1", ["监测数据（园区环境质量和污染源）实时查看"], "/map", async (provider, token) =>
        {
            var feed = provider.GetRequiredService<ILiveFeed>();
            var newest = feed.Values.Count == 0 ? (DateTime?)null : feed.Values.Max(value => value.Reading.Time);
            return (newest is null ? 0 : await Count(provider, layer => layer.Card is not null, point => point.PointId is not null, token).ConfigureAwait(false), newest);
        }));
    }

    private static async Task<long> Count(IServiceProvider provider, Func<MapLayer, bool> layers, Func<MapPoint, bool> counts, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var layer in provider.GetRequiredService<MapLayers>().Mine.Where(layers))
        {
            var model = await layer.Load(cancellationToken).ConfigureAwait(false);
            count += model.Shapes.Count + model.Points.Count(counts);
        }

        return count;
    }
}
