using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Modules.Ldar.FieldWork;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Outlook;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Reporting;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Modules.Ldar.Watch;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using EcoPark.Web.Home;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Ldar;

/// <summary>泄漏检测与修复, clause 7.4.4.</summary>
public sealed class LdarModule : IModule
{
    public string Name => "Ldar";

    public IReadOnlyList<Permission> Permissions => LdarPermissions.All;

    public IReadOnlyList<string> Events => LeakFlow.Events;

    public Assembly Pages => typeof(LdarModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton<IModelPart, LdarModel>();
        services.AddRecord(LdarUnitType.Create()).AddRecord(LdarEquipmentType.Create()).AddRecord(SealPointType.Create()).AddRecord(LdarInstrumentType.Create()).AddRecord(LdarCalibrationType.Create())
            .AddRecord(LdarBackgroundType.Create()).AddRecord(LdarRoundType.Create()).AddRecord(LdarSurveyType.Create()).AddRecord(LdarReadingType.Create()).AddRecord(LdarRepairType.Create());
        services.AddSingleton<IRecordCheck, PointCheck>().AddSingleton<IRecordCheck, ReadingCheck>().AddSingleton<IRecordCheck, BackgroundCheck>().AddSingleton<IRecordCheck, SurveyCheck>().AddSingleton<IRecordCheck, RepairCheck>();
        services.AddSingleton(host.Settings<LdarSettings>("EcoPark:Ldar"));
        services.AddFlow(_ => LeakFlow.Life);
        foreach (var subscription in LeakFlow.Subscriptions)
            services.AddSingleton(subscription);
        services.AddSingleton<LeakDesk>().AddSingleton<LeakKeeper>().AddSingleton<PlanReader>().AddSingleton<LdarReader>().AddSingleton<EmissionReader>().AddSingleton<SavingReader>().AddSingleton<AuditReader>().AddSingleton<OutlookReader>();
        services.AddSingleton<FieldReader>().AddSingleton<FieldDesk>();
        services.AddAlarmType(LdarAlarms.All);
        services.AddJob<LdarWatch>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "LDAR", "/ldar", Icons.Material.Outlined.Sensors, LdarPermissions.View, 19, Chapter.Section));
        services.AddSingleton(new HomeTile("泄漏修复逾期", "/ldar/leaks?f.late=1", LdarPermissions.View, async (provider, token) => TileValue.Of(await provider.GetRequiredService<LeakDesk>().CountLate(token).ConfigureAwait(false), "处"))
        {
            Desks = [Desk.Duty, Desk.Enterprise],
            Order = 150,
            Every = TimeSpan.FromMinutes(5),
        });
        LdarReport.Add(services);
        services.AddDemo<DemoLdar>(host);
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        LdarEndpoints.Map(app);
        FieldEndpoints.Map(app);
    }
}
