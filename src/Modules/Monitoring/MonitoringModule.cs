using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Modules.Monitoring.Endpoints;
using EcoPark.Modules.Monitoring.Relay;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Registry;
using EcoPark.Web.Components;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Monitoring;

/// <summary>The spine's pages and open API.</summary>
public sealed class MonitoringModule : IModule
{
    private const string Chapter = TelemetryModule.Chapter;

    public string Name => "Monitoring";

    public Assembly Pages => typeof(MonitoringModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton<History.CurveBuilder>().AddSingleton<Live.HourCurves>();
        services.AddSingleton<History.AlarmMarks>();
        services.AddSingleton<ChartMarkSource>(provider => provider.GetRequiredService<History.AlarmMarks>().Alarms);
        services.AddSingleton<ChartMarkSource>(provider => provider.GetRequiredService<History.AlarmMarks>().Plans);
        services.AddSingleton(new MenuEntry(Chapter, "实时数据", "/monitor/live", Icons.Material.Outlined.Sensors, TelemetryPermissions.ViewReadings, 1));
        services.AddSingleton(new MenuEntry(Chapter, "历史曲线", "/monitor/history", Icons.Material.Outlined.ShowChart, TelemetryPermissions.ViewReadings, 2));
        services.AddSingleton(new MenuEntry(Chapter, "报文", "/monitor/telegrams", Icons.Material.Outlined.ReceiptLong, TelemetryPermissions.ViewMonitoring, 3));
        services.AddSingleton(new MenuEntry(Chapter, "数采仪与点位", "/monitor/devices", Icons.Material.Outlined.Router, TelemetryPermissions.ViewMonitoring, 4));
        services.AddSingleton(new MenuEntry(Chapter, "上级平台转发", "/monitor/relay", Icons.Material.Outlined.Upload, TelemetryPermissions.ViewMonitoring, 5));
        services.AddSingleton(new MenuEntry(Chapter, "开放接口", "/monitor/api", Icons.Material.Outlined.Api, TelemetryPermissions.ViewMonitoring, 6));
        services.AddSingleton<SearchSource>(provider => (text, most, _) => Task.FromResult(Points(provider.GetRequiredService<IDeviceRegistry>(), text, most)));
        services.AddSingleton<SearchSource>(provider => (text, most, _) => Task.FromResult(Devices(provider.GetRequiredService<IDeviceRegistry>(), text, most)));
        Home.MonitoringTiles.Add(services);
        services.AddSingleton(new EnterpriseTab("points", "监测点位", TelemetryPermissions.ViewReadings, typeof(Live.EnterprisePoints)));
        services.AddSingleton(new AlarmLink("历史曲线", TelemetryPermissions.ViewReadings, (_, alarms, _) => Links(alarms, alarm => alarm.PointId is not null && alarm.ChannelId is not null, alarm => $"/monitor/history?point={alarm.PointId}&channels={alarm.ChannelId}")) { Kind = AlarmLinkKind.Other });
        services.AddSingleton(new AlarmLink("数采仪", TelemetryPermissions.ViewMonitoring, (_, alarms, _) => Links(alarms, alarm => alarm.Mn.Length > 0, alarm => $"/monitor/devices/{Uri.EscapeDataString(alarm.Mn)}")) { Kind = AlarmLinkKind.Device });
        services.AddSingleton(new AlarmPanel("曲线", typeof(Alarms.AlarmCurve), alarm => alarm.ChannelId is not null));
        services.AddSingleton(Figures.ReadingFact.Hours()).AddSingleton(Figures.ReadingFact.Days());
        MonitoringEvidence.Add(services);
    }

    /// <summary>Loggers by MN or name, for those who may see them.</summary>
    private static IReadOnlyList<Found> Devices(IDeviceRegistry registry, string text, int most) => !Actor.Current.May(TelemetryPermissions.ViewMonitoring) ? []
        : [.. registry.Current.Devices.Where(device => device.Mn.Contains(text, StringComparison.OrdinalIgnoreCase) || device.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(most)
            .Select(device => new Found("数采仪", $"{device.Name} {device.Mn}", $"/monitor/devices/{device.Mn}"))];

    private static Task<IReadOnlyDictionary<int, string>> Links(IReadOnlyList<Alarm> alarms, Func<Alarm, bool> has, Func<Alarm, string> href) =>
        Task.FromResult<IReadOnlyDictionary<int, string>>(alarms.Where(has).ToDictionary(alarm => alarm.Id, href));

    /// <summary>Points by name, for those who may see them.</summary>
    private static IReadOnlyList<Found> Points(IDeviceRegistry registry, string text, int most) => !Actor.Current.May(TelemetryPermissions.ViewReadings) ? []
        : [.. registry.Current.Points.Where(point => point.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(most).Select(point => new Found("监测点位", point.Name, $"/monitor/live?text={Uri.EscapeDataString(point.Name)}"))];

    /// <summary>Everything under /api/v1, each with its permission.</summary>
    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var readings = app.MapGroup("/api/v1").RequireAuthorization(TelemetryPermissions.ViewReadings).DisableAntiforgery();
        readings.MapPoints();
        readings.MapReadings();
        var devices = app.MapGroup("/api/v1").RequireAuthorization(TelemetryPermissions.ViewMonitoring).DisableAntiforgery();
        devices.MapDevices();
        devices.MapTelegrams();
        devices.MapCommands();
        devices.MapRelay();
    }
}
