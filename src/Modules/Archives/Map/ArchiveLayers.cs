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
    private static readonly MapSign Receptor = new("环境敏感目标", "#a8324a", "敏");
    private static readonly MapSign Company = new("企业", "#0b6b53", "企");
    private static readonly MapSign Facility = new("基础设施", "#5b4a9e", "设") { Form = MapForm.Square };

    /// <summary>Grades of HJ 941 in the colours that it gives them.</summary>
    private static readonly MapSign[] Grades =
    [
        new("重大", MapSign.Bad, "重") { Form = MapForm.Diamond, Rank = 9 }, new("较大", "#ffd54a", "较") { Form = MapForm.Diamond, Rank = 6 }, new("一般", "#1f5fa8", "般") { Form = MapForm.Diamond, Rank = 3 },
    ];

    public static IServiceCollection AddArchiveLayers(this IServiceCollection services) => services
        .AddLayer<EcologicalArea>("ecological-areas", "生态空间管控区", 10, one => new Place(one.Id, one.Name, one.Shape, null, null, one.Kind, null), MapStyle.Ecology)
        .AddLayer<WaterBody>("waters", "周边水系", 20, one => new Place(one.Id, one.Name, one.Shape, null, null, one.TargetClass, null), MapStyle.Water)
        .AddLayer<Road>("roads", "周边道路", 30, one => new Place(one.Id, one.Name, one.Shape, null, null, one.Kind, null), MapStyle.Road)
        .AddLayer<ParkProfile>(ParkProfileType.Name, "园区边界", 40, one => new Place(one.Id, "", one.Boundary, null, null, one.Name, null), MapStyle.Boundary)
        .AddLayer<Enterprise>(EnterpriseType.Name, "企业", 50, one => new Place(one.Id, one.ShortName == "" ? one.Name : one.ShortName, one.Boundary, one.Longitude, one.Latitude, one.Status, one.Id), MapStyle.Enterprise, _ => Company)
        .AddLayer<ParkFacility>("park-facilities", "园区基础设施", 60, one => new Place(one.Id, one.Name, "", one.Longitude, one.Latitude, one.Kind + "，" + one.RunningState, null), MapStyle.Boundary, _ => Facility)
        .AddLayer<Receptor>(ReceptorType.Name, "环境敏感目标", 70, one => new Place(one.Id, one.Name, "", one.Longitude, one.Latitude, one.Kind, null), MapStyle.Boundary, _ => Receptor)
        .AddRiskLayer();

    /// <summary>Enterprises by their grade; the sources within them are brought by whoever keeps these.</summary>
    private static IServiceCollection AddRiskLayer(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var (databases, kind) = (provider.GetRequiredService<IDbContextFactory<ParkDb>>(), provider.GetRequiredService<RecordTypes>()[EnterpriseType.Name]);
        return new MapLayer("risk-grades", "企业环境风险等级", kind.View, async token =>
        {
            await using var db = await databases.CreateDbContextAsync(token);
            var known = Grades.Select(grade => grade.Word).ToList();
            var graded = await db.Set<Enterprise>().AsNoTracking().Where(one => known.Contains(one.RiskGrade))
                .Select(one => new { one.Id, Name = one.ShortName == "" ? one.Name : one.ShortName, one.Boundary, one.Longitude, one.Latitude, one.RiskGrade }).ToListAsync(token);
            return new MapModel([], [.. graded.Select(one => (one, Middle: MiddleOf(one.Boundary, one.Longitude, one.Latitude))).Where(one => one.Middle is not null).Select(pair =>
                MapPoint.Of($"risk-grades/{pair.one.Id}", pair.one.Name, pair.Middle!.Value.X, pair.Middle.Value.Y, Grades.First(grade => grade.Word == pair.one.RiskGrade)) with
                {
                    Href = kind.HrefOf(pair.one.Id), Text = $"环境风险等级：{pair.one.RiskGrade}", EnterpriseId = pair.one.Id,
                })]);
        })
        // It lies where the enterprises' own outlets lie.
        { Group = MapLayer.Risk, Order = 80, Legend = Grades, IsUsuallyHidden = true };
    });

    private static IServiceCollection AddLayer<T>(this IServiceCollection services, string type, string title, int order, Expression<Func<T, Place>> place, MapStyle style, Func<Place, MapSign>? sign = null)
        where T : Record => services.AddSingleton(provider =>
        {
            var (databases, kind) = (provider.GetRequiredService<IDbContextFactory<ParkDb>>(), provider.GetRequiredService<RecordTypes>()[type]);
            return new MapLayer(type, title, kind.View, async token =>
            {
                await using var db = await databases.CreateDbContextAsync(token);
                var places = await db.Set<T>().AsNoTracking().Select(place).ToListAsync(token);
                return new MapModel(
                    [.. places.Where(one => one.Shape.Length > 0).Select(one => new MapShape($"{type}/{one.Id}", one.Name, one.Shape, style) { Href = kind.HrefOf(one.Id), Text = one.Text, EnterpriseId = one.EnterpriseId })],
                    // What has a shape is not shown a second time as a point.
                    [.. places.Where(one => sign is not null && one is { Shape.Length: 0, Longitude: not null, Latitude: not null }).Select(one =>
                        MapPoint.Of($"{type}/{one.Id}", one.Name, one.Longitude!.Value, one.Latitude!.Value, sign!(one)) with { Href = kind.HrefOf(one.Id), Text = one.Text, EnterpriseId = one.EnterpriseId })]);
            })
            { Order = order };
        });

    private static (double X, double Y)? MiddleOf(string boundary, double? longitude, double? latitude)
    {
        if (longitude is { } x && latitude is { } y)
            return (x, y);
        return boundary.Length > 0 && Platform.Geometry.GeoShape.Read(boundary) is { IsOk: true } shape ? (shape.Value.Centroid.X, shape.Value.Centroid.Y) : null;
    }

    /// <summary>What the map needs of a record.</summary>
    private sealed record Place(int Id, string Name, string Shape, double? Longitude, double? Latitude, string Text, int? EnterpriseId);
}
