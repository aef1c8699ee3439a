using System.Reflection;
using EcoPark.Alarms.Bell;
using EcoPark.Alarms.Endpoints;
using EcoPark.Alarms.Figures;
using EcoPark.Alarms.Home;
using EcoPark.Alarms.Pages;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Alarms;

/// <summary>报警: their life, pages, records, statistics and the bell. Who finds something raises it through <see cref="IAlarms"/>.</summary>
public sealed class AlarmsModule : IModule
{
    private const string Chapter = "报警";

    public string Name => "Alarms";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter, 100)];

    public IReadOnlyList<Permission> Permissions => AlarmPermissions.All;

    public IReadOnlyList<string> Events => AlarmNotices.Events;

    public Assembly Pages => typeof(AlarmsModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton<IModelPart, AlarmModel>();
        foreach (var subscription in AlarmNotices.Subscriptions)
            services.AddSingleton(subscription);
        services.AddSingleton<AlarmTypes>().AddSingleton<AlarmWriter>();
        services.AddSingleton<IAlarms>(provider => provider.GetRequiredService<AlarmWriter>());
        services.AddSingleton<StandingFindings>();
        services.AddSingleton<AlarmDesk>().AddSingleton<AlarmReader>().AddSingleton<AlarmStatistics>().AddSingleton<AlarmPhotos>().AddSingleton<AlarmLinks>().AddSingleton<AlarmTrails>();
        services.AddSingleton<AlarmFlows>();
        services.AddFlow(provider => provider.GetRequiredService<AlarmFlows>().Handling).AddFlow(provider => provider.GetRequiredService<AlarmFlows>().Explaining);
        services.AddJob<AlarmShelves>();
        services.AddSingleton<OpenAlarms>().AddHostedService(provider => provider.GetRequiredService<OpenAlarms>());
        services.AddScoped<AlarmSound>();
        services.AddSingleton(new BarItem(typeof(AlarmBell), AlarmPermissions.View));
        services.AddSingleton(new MenuEntry(Chapter, "报警中心", "/alarms", Icons.Material.Outlined.NotificationsActive, AlarmPermissions.View, 1));
        services.AddSingleton(new TodoLink("指派给我的报警", $"/alarms?f.{AlarmQuery.Assignee}={AlarmQuery.Me}", AlarmPermissions.View, Given));
        services.AddSingleton(new MenuEntry(Chapter, "报警统计", "/alarms/statistics", Icons.Material.Outlined.BarChart, AlarmPermissions.View, 19));
        services.AddSingleton<AlarmFiguresReader>().AddSingleton(AlarmFact.Create());
        services.AddSingleton(new MenuEntry(Chapter, "报警负荷", "/alarms/load", Icons.Material.Outlined.Speed, AlarmPermissions.View, 20));
        services.AddSingleton<SearchSource>(provider => (text, most, token) => Find(provider.GetRequiredService<AlarmReader>(), text, most, token));
        AlarmTiles.Add(services);
        services.AddSingleton(new EnterpriseTab("alarms", "报警", AlarmPermissions.View, typeof(EnterpriseAlarms)));
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => app.MapAlarms();

    /// <summary>The page of a kind of record.</summary>
    internal static MenuEntry MenuOf(AlarmCategory category) =>
        new(Chapter, category.Title, $"/alarms/records/{category.Key}", Icons.Material.Outlined.Article, AlarmPermissions.View, category.Order);

    /// <summary>Open alarms by enterprise, point, record, factor or MN, the most urgent first.</summary>
    private static async Task<IReadOnlyList<Found>> Find(AlarmReader alarms, string text, int most, CancellationToken cancellationToken) =>
        [.. (await alarms.Search(new AlarmFilter { IsOpen = true, Text = text }, null, false, 0, most, cancellationToken)).Items
            .Select(alarm => new Found("报警", $"{alarm.Title} {alarm.Enterprise}".TrimEnd(), $"/alarms/{alarm.Id}"))];

    private static async Task<long> Given(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var given = new AlarmFilter { IsOpen = true, AssigneeId = Actor.Current.AccountId ?? 0 };
        return (await provider.GetRequiredService<AlarmReader>().Search(given, null, false, 0, 1, cancellationToken)).Total;
    }
}
