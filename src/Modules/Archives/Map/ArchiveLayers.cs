using System.Linq.Expressions;
using EcoPark.Modules.Archives.Enterprises;
using EcoPark.Modules.Archives.Park;
using EcoPark.Modules.Archives.Surroundings;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Web.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Archives.Map;

/// <summary>What the archives put on the map: the park's boundary, its enterprises and what lies around.</summary>
internal static class ArchiveLayers
{
    private const string ReceptorColour = "#a8324a";
    private const string EnterpriseColour = "#0b6b53";

    public static IServiceCollection AddArchiveLayers(this IServiceCollection services) => services
        .AddLayer<ParkProfile>(ParkProfileType.Name, "园区边界", one => new Place(one.Id, "", one.Boundary, null, null, one.Name), MapStyle.Boundary)
        .AddLayer<EcologicalArea>("ecological-areas", "生态空间管控区", one => new Place(one.Id, one.Name, one.Shape, null, null, one.Kind), MapStyle.Ecology)
        .AddLayer<WaterBody>("waters", "周边水系", one => new Place(one.Id, one.Name, one.Shape, null, null, one.TargetClass), MapStyle.Water)
        .AddLayer<Road>("roads", "周边道路", one => new Place(one.Id, one.Name, one.Shape, null, null, one.Kind), MapStyle.Road)
        .AddLayer<Enterprise>(EnterpriseType.Name, "企业", one => new Place(one.Id, one.ShortName == "" ? one.Name : one.ShortName, one.Boundary, one.Longitude, one.Latitude, one.Status), MapStyle.Enterprise, EnterpriseColour)
        .AddLayer<Receptor>(ReceptorType.Name, "环境敏感目标", one => new Place(one.Id, one.Name, "", one.Longitude, one.Latitude, one.Kind), MapStyle.Boundary, ReceptorColour);

    private static IServiceCollection AddLayer<T>(this IServiceCollection services, string type, string title, Expression<Func<T, Place>> place, MapStyle style, string colour = "")
        where T : Record => services.AddSingleton(provider =>
        {
            var (databases, kind) = (provider.GetRequiredService<IDbContextFactory<ParkDb>>(), provider.GetRequiredService<RecordTypes>()[type]);
            return new MapLayer(type, title, kind.View, async token =>
            {
                await using var db = await databases.CreateDbContextAsync(token);
                var places = await db.Set<T>().AsNoTracking().Select(place).ToListAsync(token);
                return new MapModel(
                    [.. places.Where(one => one.Shape.Length > 0).Select(one => new MapShape($"{type}/{one.Id}", one.Name, one.Shape, style) { Href = kind.HrefOf(one.Id), Text = one.Text })],
                    // What has a shape is not shown a second time as a point.
                    [.. places.Where(one => one is { Shape.Length: 0, Longitude: not null, Latitude: not null }).Select(one =>
                        new MapPoint($"{type}/{one.Id}", one.Name, one.Longitude!.Value, one.Latitude!.Value) { Colour = colour, Href = kind.HrefOf(one.Id), Text = one.Text })]);
            });
        });

    /// <summary>What the map needs of a record.</summary>
    private sealed record Place(int Id, string Name, string Shape, double? Longitude, double? Latitude, string Text);
}
