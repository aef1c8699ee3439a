using EcoPark.Modules.Outlets.Alarms;
using EcoPark.Modules.Outlets.Alarms.Bell;
using EcoPark.Modules.Outlets.Alarms.Pages;
using EcoPark.Modules.Outlets.Execution;
using EcoPark.Modules.Outlets.Instruments;
using EcoPark.Modules.Outlets.Endpoints;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Alarms;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Outlets;

/// <summary>污染源监控, clause 7.4: alarms and what follows from them, outlets.</summary>
public static class OutletsRegistration
{
    private const string AlarmChapter = "报警";

    public static IServiceCollection AddOutlets(this IServiceCollection services)
    {
        AlarmEvidence.Add(services);
        services.AddScoped<AlarmSound>();
        services.AddSingleton(new BarItem(typeof(AlarmBell), Permissions.ViewAlarms));
        services.AddSingleton(new MenuEntry(AlarmChapter, "报警中心", "/alarms", Icons.Material.Outlined.NotificationsActive, Permissions.ViewAlarms, 1));
        services.AddSingleton(new TodoLink("指派给我的报警", $"/alarms?f.{AlarmQuery.Assignee}={AlarmQuery.Me}", Permissions.ViewAlarms, async (provider, token) =>
            (await provider.GetRequiredService<AlarmReader>().Search(new AlarmFilter { IsOpen = true, AssigneeId = Actor.Current.AccountId ?? 0 }, null, false, 0, 1, token)).Total));
        foreach (var (category, order) in AlarmWords.Categories.Select((category, order) => (category, order)))
            services.AddSingleton(new MenuEntry(AlarmChapter, category.Title, $"/alarms/records/{category.Key}", Icons.Material.Outlined.Article, Permissions.ViewAlarms, 2 + order));
        services.AddSingleton(new MenuEntry(AlarmChapter, "报警统计", "/alarms/statistics", Icons.Material.Outlined.BarChart, Permissions.ViewAlarms, 10));
        services.AddSingleton<IModelPart, CheckRunModel>();
        services.AddRecord(CheckScheduleType.Create());
        services.AddSingleton<CheckRuns>();
        services.AddHostedService<CheckJob>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "动态管控与标样核查", "/outlets/instruments", Icons.Material.Outlined.Tune, Permissions.ViewReadings, 11, "7.4.1"));
        services.AddSingleton(new EnterpriseTab("alarms", "报警", Permissions.ViewAlarms, typeof(EnterpriseAlarms)));
        OutletRegistration.Add(services);
        services.AddSingleton<ExecutionReportReader>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "执行报告素材", "/outlets/execution", Icons.Material.Outlined.Description, Permissions.ViewOutlets, 13, "7.4.1"));
        return services;
    }

    public static void MapOutlets(this IEndpointRouteBuilder app)
    {
        app.MapAlarms();
        app.MapInstruments();
        OutletEndpoints.Map(app);
        app.MapExecutionReports();
    }
}
