using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Endpoints;
using EcoPark.Modules.Quality.Forecasts;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Limits;
using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Modules.Quality.Views;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Registry;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Quality;

/// <summary>园区环境质量管理, clause 7.3.</summary>
public sealed class QualityModule : IModule
{
    public string Name => "Quality";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter.Title, 730)];

    public IReadOnlyList<Permission> Permissions => QualityPermissions.All;

    public Assembly Pages => typeof(QualityModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddDemo<DemoQuality>(host);
        services.AddSingleton(_ => StandardFactorDictionary.Create());
        services.AddSingleton<IModelPart, LimitModel>();
        // Record types are described before there are services; what works out their fields needs memory only.
        var book = new LimitBook();
        var judge = new StationJudge(book);
        var manual = new ManualJudge(judge);
        services.AddSingleton(book).AddSingleton(judge).AddSingleton(manual);
        services.AddSingleton<LimitKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<LimitKeeper>());
        services.AddSingleton<StationAssessor>();
        services.AddSingleton<GridReader>().AddSingleton<StationList>().AddSingleton<StationSpan>().AddSingleton<StationOverview>().AddSingleton<GridChart>();
        services.AddSingleton<SampleSheets>().AddSingleton<PeriodStatistics>().AddSingleton<AqiDays>().AddSingleton<Completeness>().AddSingleton<WindOfStation>();
        services.AddSingleton<ForecastTable>().AddSingleton<StationForecasts>().AddSingleton<IForecastSubjects>(provider => provider.GetRequiredService<StationForecasts>());
        services.AddSingleton(new AlarmLink("站点", QualityPermissions.View, (provider, alarms, token) => provider.GetRequiredService<StationList>().Links(alarms, token)));
        services.AddSingleton(QualityDayFact.Create()).AddSingleton(AirDayFact.Create());
        QualityEvidence.Add(services);
        Forms.AirForms.Add(services);
        Home.QualityTiles.Add(services);
        Views.StationLayers.Add(services);
        services.AddRecord(QualityStationType.Create());
        services.AddSingleton<IRecordCheck, NotMonitoredCheck>();
        services.AddRecord(MonitoringPlanType.Create());
        services.AddRecord(ManualResultType.Create(manual));
        services.AddRecord(LocalLimitType.Create());
        foreach (var (medium, order) in QualityMedium.All.Select((medium, order) => (medium, order)))
            services.AddSingleton(new MenuEntry(Chapter.Title, medium.Title, $"/quality/{medium.Key}", Icon(medium), QualityPermissions.View, order + 1, medium.Section));
        services.AddSingleton(new MenuEntry(Chapter.Title, "手工监测填报单", "/quality/sheet", Icons.Material.Outlined.EditNote, $"records.{ManualResultType.Name}.edit", 22));
        services.AddSingleton(new MenuEntry(Chapter.Title, "标准限值库", "/quality/limits", Icons.Material.Outlined.Gavel, QualityPermissions.View, 23));
        services.AddSingleton(new MenuEntry(Chapter.Title, "监测数据导入", "/quality/import", Icons.Material.Outlined.UploadFile, TelemetryPermissions.ImportReadings, 25));
    }

    /// <summary>Everything under /api/v1/quality.</summary>
    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        QualityEndpoints.Map(app);
        ImportEndpoints.Map(app);
    }

    private static string Icon(QualityMedium medium) => medium.Key switch
    {
        "air" => Icons.Material.Outlined.Air,
        "surface-water" => Icons.Material.Outlined.Water,
        "groundwater" => Icons.Material.Outlined.WaterDrop,
        "soil" => Icons.Material.Outlined.Landscape,
        "noise" => Icons.Material.Outlined.VolumeUp,
        "weather" => Icons.Material.Outlined.WbSunny,
        _ => Icons.Material.Outlined.Waves,
    };
}
