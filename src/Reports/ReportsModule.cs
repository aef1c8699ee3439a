using System.Reflection;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Reports.Archive;
using EcoPark.Reports.Endpoints;
using EcoPark.Reports.Forms;
using EcoPark.Reports.Statistics;
using EcoPark.Reports.Statistics.Endpoints;
using EcoPark.Reports.Timers;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Reports;

/// <summary>报表, clause 8.1: pages, print, files and API of whatever report types modules bring.</summary>
public sealed class ReportsModule : IModule
{
    internal const string Chapter = "报表与统计";

    public string Name => "Reports";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter, 810)];

    public IReadOnlyList<Permission> Permissions => ReportPermissions.All;

    public Assembly Pages => typeof(ReportsModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton(host.Settings<ReportOptions>("EcoPark:Reports"));
        services.AddSingleton<IModelPart, ArchiveModel>();
        services.AddSingleton<ReportDesk>().AddSingleton<ReportArchive>().AddSingleton<ReportTimers>().AddSingleton<ReportOccasions>().AddSingleton<ReportFolder>();
        services.AddSingleton(provider => new MailFileSource(ReportFolder.Kind, (name, token) => provider.GetRequiredService<ReportFolder>().Open(name, token)));
        services.AddSingleton(provider => ReportTimerType.DictionaryOf(provider.GetServices<ReportType>()));
        services.AddRecord(ReportFormType.Create()).AddSingleton<ReportForms>();
        services.AddRecord(ReportTimerType.Create()).AddSingleton<IRecordCheck, ReportTimerCheck>();
        services.AddJob<ReportTimerJob>();
        services.AddSingleton<FactBook>().AddSingleton<StatisticDesk>().AddSingleton<SavedStatistics>().AddSingleton<IModelPart, SavedStatisticModel>();
        services.AddSingleton(StatisticReports.Type);
        services.AddSingleton(new MenuEntry(Chapter, "报表", "/reports", Icons.Material.Outlined.Summarize, ReportPermissions.View, 1, "8.1"));
        services.AddSingleton(new MenuEntry(Chapter, "报表存档", "/reports/archive", Icons.Material.Outlined.Inventory, ReportPermissions.View, 2, "8.1"));
        services.AddSingleton(new MenuEntry(Chapter, "出报情况", "/reports/timers", Icons.Material.Outlined.Schedule, ReportPermissions.Issue, 3, "8.1"));
        services.AddSingleton(new MenuEntry(Chapter, "自定义统计", "/statistics", Icons.Material.Outlined.PivotTableChart, ReportPermissions.View, 4, "8.1"));
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapReports();
        app.MapForms();
        app.MapArchive();
        app.MapStatistics();
        app.MapSavedStatistics();
    }
}
