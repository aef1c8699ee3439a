using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Forecasting;
using EcoPark.Modules.Outlets.Compliance;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Endpoints;
using EcoPark.Modules.Outlets.Execution;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Forecasts;
using EcoPark.Modules.Outlets.Forms;
using EcoPark.Modules.Outlets.Home;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Instruments;
using EcoPark.Modules.Outlets.Pages;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using EcoPark.Web.Components;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Outlets;

/// <summary>污染源监控, clause 7.4.1: outlets, their instruments, execution reports.</summary>
public sealed class OutletsModule : IModule
{
    public string Name => "Outlets";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter.Title, 740)];

    public IReadOnlyList<Permission> Permissions => OutletPermissions.All;

    public Assembly Pages => typeof(OutletsModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddAlarmType(OutletAlarms.All);
        services.AddSingleton<IPollutantTraces, OutletTraces>();
        services.AddSingleton<IOnlineOutlets, OnlineOutlets>();
        AddOnline(services);
        AddInstruments(services);
        services.AddSingleton<ExecutionReportReader>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "执行报告素材", "/outlets/execution", Icons.Material.Outlined.Description, OutletPermissions.View, 13, "7.4.1"));
        OutletForms.Add(services);
        OutletOccasions.Add(services);
        services.AddSingleton(Figures.OutletDayFact.Create());
        AlarmEvidence.Add(services);
        services.AddDemo<DemoOutlets>(host);
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapInstruments();
        OutletEndpoints.Map(app);
        app.MapExecutionReports();
    }

    private static void AddInstruments(IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CheckRunModel>();
        services.AddRecord(CheckScheduleType.Create());
        services.AddSingleton<CheckRuns>();
        services.AddJob<CheckJob>();
        services.AddSingleton<CheckMarks>();
        services.AddSingleton<ChartMarkSource>(provider => provider.GetRequiredService<CheckMarks>().Read);
        services.AddSingleton(new MenuEntry(Chapter.Title, "动态管控与标样核查", "/outlets/instruments", Icons.Material.Outlined.Tune, TelemetryPermissions.ViewReadings, 11, "7.4.1"));
    }

    /// <summary>Alarms at outlets → what the outlet does now.</summary>
    private static IReadOnlyDictionary<int, string> Links(RegistrySnapshot registered, IReadOnlyList<Alarm> alarms) => alarms
        .Where(alarm => alarm.PointId is { } id && registered.PointById.TryGetValue(id, out var point) && OutletKinds.IsOutlet(point.Kind)).ToDictionary(alarm => alarm.Id, alarm => $"/outlets/{alarm.PointId}/live");

    /// <summary>污染源自动监测: outlets with their data, validity, correction, emissions and quotas.</summary>
    private static void AddOnline(IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OutletDayModel>().AddSingleton<IModelPart, DueDayModel>().AddSingleton<IModelPart, ValveOrderModel>();
        services.AddSingleton<IInstrumentFilings, InstrumentFilings>();
        services.AddRecord(OutletFilingType.Create());
        services.AddRecord(OutletInstrumentType.Create());
        services.AddRecord(InstrumentCheckType.Create());
        services.AddRecord(OutletManualResultType.Create());
        services.AddRecord(DischargeQuotaType.Create(new QuotaUse()));
        services.AddSingleton<OutletBook>().AddSingleton<HourReader>().AddSingleton<ControlReader>().AddSingleton<OutletDayTable>().AddSingleton<OutletDays>();
        services.AddSingleton<OutletPeriodReader>().AddSingleton<EmissionReader>().AddSingleton<PermitUse>().AddSingleton<ComplianceReader>().AddSingleton<TransmissionReader>().AddSingleton<OutletLive>();
        services.AddSingleton<QuotaReader>().AddSingleton<QuotaWatch>().AddSingleton<ValveDesk>();
        services.AddSingleton<OutletForecasts>().AddSingleton<IForecastSubjects>(provider => provider.GetRequiredService<OutletForecasts>());
        services.AddSingleton<DueDays>().AddSingleton<OutletDayChanges>().AddSingleton<IPeriodListener, LateDays>();
        services.AddJob<OutletDayJob>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "排口监控", "/outlets", Icons.Material.Outlined.Factory, OutletPermissions.View, 1, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "本企业排口", "/outlets/mine", Icons.Material.Outlined.HomeWork, OutletPermissions.View, 2, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "排放量与许可量", "/outlets/emissions", Icons.Material.Outlined.StackedBarChart, OutletPermissions.View, 3, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "达标情况", "/outlets/compliance", Icons.Material.Outlined.Verified, OutletPermissions.View, 4, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "传输有效率", "/outlets/transmission", Icons.Material.Outlined.NetworkCheck, OutletPermissions.View, 4, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "刷卡排污", "/outlets/quotas", Icons.Material.Outlined.CreditCard, OutletPermissions.View, 4, "7.4.1"));
        services.AddSingleton(new EnterpriseTab("outlets", "排口与排放量", OutletPermissions.View, typeof(EnterpriseOutlets)));
        services.AddSingleton(new AlarmLink("排口", OutletPermissions.View, (provider, alarms, _) => Task.FromResult(Links(provider.GetRequiredService<IDeviceRegistry>().Current, alarms))));
        OutletEvidence.Add(services);
        OutletTiles.Add(services);
        Map.OutletLayers.Add(services);
    }
}
