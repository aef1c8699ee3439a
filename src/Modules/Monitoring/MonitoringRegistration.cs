using EcoPark.Modules.Monitoring.Endpoints;
using EcoPark.Platform.Security;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Monitoring;

/// <summary>The spine's pages and open API.</summary>
public static class MonitoringRegistration
{
    private const string Chapter = "运行监测";

    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<History.CurveBuilder>();
        services.AddSingleton(new MenuEntry(Chapter, "实时数据", "/monitor/live", Icons.Material.Outlined.Sensors, Permissions.ViewMonitoring, 1));
        services.AddSingleton(new MenuEntry(Chapter, "历史曲线", "/monitor/history", Icons.Material.Outlined.ShowChart, Permissions.ViewMonitoring, 2));
        services.AddSingleton(new MenuEntry(Chapter, "报文", "/monitor/telegrams", Icons.Material.Outlined.ReceiptLong, Permissions.ViewMonitoring, 3));
        services.AddSingleton(new MenuEntry(Chapter, "数采仪与点位", "/monitor/devices", Icons.Material.Outlined.Router, Permissions.ViewMonitoring, 4));
        services.AddSingleton(new MenuEntry(Chapter, "开放接口", "/monitor/api", Icons.Material.Outlined.Api, Permissions.ViewMonitoring, 5));
        return services;
    }

    /// <summary>Everything under /api/v1, each with its permission.</summary>
    public static void MapMonitoring(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(Permissions.ViewMonitoring).DisableAntiforgery();
        api.MapDevices();
        api.MapPoints();
        api.MapTelegrams();
        api.MapReadings();
        api.MapCommands();
    }
}
