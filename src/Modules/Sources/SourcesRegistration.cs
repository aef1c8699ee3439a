using EcoPark.Modules.Sources.Alarms;
using EcoPark.Modules.Sources.Alarms.Bell;
using EcoPark.Modules.Sources.Alarms.Pages;
using EcoPark.Modules.Sources.Execution;
using EcoPark.Modules.Sources.Instruments;
using EcoPark.Modules.Sources.Outlets;
using EcoPark.Modules.Sources.Outlets.Endpoints;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Alarms;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Sources;

/// <summary>污染源监控, clause 7.4: alarms and what follows from them, outlets.</summary>
public static class SourcesRegistration
{
    private const string AlarmChapter = "报警";

    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        SourcesEvidence.Add(services);
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
        services.AddSingleton(new MenuEntry(Chapter.Title, "动态管控与标样核查", "/sources/instruments", Icons.Material.Outlined.Tune, Permissions.ViewReadings, 11, "7.4.1"));
        services.AddSingleton(new EnterpriseTab("alarms", "报警", Permissions.ViewAlarms, typeof(EnterpriseAlarms)));
        services.AddOutlets();
        services.AddSingleton<ExecutionReportReader>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "执行报告素材", "/sources/execution", Icons.Material.Outlined.Description, Permissions.ViewOutlets, 13, "7.4.1"));
        return services;
    }

    public static void MapSources(this IEndpointRouteBuilder app)
    {
        app.MapAlarms();
        app.MapInstruments();
        OutletEndpoints.Map(app);
        app.MapExecutionReports();
    }
}
