using System.Reflection;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Web.Accounts;
using EcoPark.Web.Conformity;
using EcoPark.Web.Messages;
using EcoPark.Web.Notifications;
using EcoPark.Web.Operation;
using EcoPark.Web.Phone;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using EcoPark.Web.Wall;
using EcoPark.Web.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace EcoPark.Web;

/// <summary>The shell, and the pages of the kits below it. The host says what the frame tells of the installation (<see cref="ShellOptions"/>).</summary>
public sealed class WebModule : IModule
{
    private const string Own = "工作台";
    private const string System = "系统管理";

    public string Name => "Web";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Own, 0)];

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ChineseTexts>();
        services.AddScoped<Components.Browser>();
        services.AddScoped<Components.PageActor>();
        services.AddScoped<Push>();
        services.AddSingleton<Components.MapLayers>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<KnownBrowsers>();
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddScoped<CircuitHandler, SessionActivity>();
        services.AddSingleton(new MenuEntry(Own, "我的待办", "/todo", Icons.Material.Outlined.TaskAlt, Permissions.Records, 1));
        services.AddSingleton(new MenuEntry(Own, "流程督办", "/flows", Icons.Material.Outlined.PendingActions, Permissions.Supervise, 2));
        services.AddSingleton<WallTickets>();
        services.AddSingleton(new MenuEntry(Own, "大屏", "/wall/setup", Icons.Material.Outlined.Tv, Permissions.StartWall, 3));
        services.AddSingleton(new MenuEntry(Own, "总览", "/", Icons.Material.Outlined.Dashboard, Permissions.Records, 0));
        Home.WebTiles.Add(services);
        services.AddSingleton<SearchSource>(provider => async (text, most, token) => PageSearch.Find(
            provider.GetServices<MenuEntry>(), provider.GetRequiredService<RecordTypes>(), Actor.Current, (await provider.GetRequiredService<ConformityService>().Choice(token)).Off, text, most));
        services.AddSingleton<GlobalSearch>();
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RecordTypeConstraint>(RecordTypeConstraint.Name));
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer<RecordOpenApi>());
        services.AddSingleton(new MenuEntry(System, "建设符合性", "/conformity", Icons.Material.Outlined.Rule, Permissions.ViewConformity, 0));
        services.AddSingleton(new MenuEntry(System, "字典", "/dictionaries", Icons.Material.Outlined.MenuBook, Permissions.Records, 0));
        services.AddSingleton(new MenuEntry(System, "账户", "/system/accounts", Icons.Material.Outlined.Group, Permissions.ManageAccounts, 1));
        services.AddSingleton(new MenuEntry(System, "角色与权限", "/system/roles", Icons.Material.Outlined.Key, Permissions.GrantRoles, 2));
        services.AddSingleton(new MenuEntry(System, "接口程序", "/system/clients", Icons.Material.Outlined.VpnKey, Permissions.ManageAccounts, 2));
        services.AddSingleton(new MenuEntry(System, "通知发送", "/system/deliveries", Icons.Material.Outlined.Outbox, Permissions.ViewDeliveries, 6));
        services.AddSingleton(new MenuEntry(System, "审计日志", "/system/audit", Icons.Material.Outlined.FactCheck, Permissions.ViewAudit, 3));
        services.AddSingleton(new MenuEntry(System, "管理员重置", "/system/administrators", Icons.Material.Outlined.LockReset, Permissions.ResetAdministrators, 4));
        services.AddSingleton(new MenuEntry(System, "运行状态", "/system/operation", Icons.Material.Outlined.MonitorHeart, Permissions.ViewOperation, 7));
    }

    /// <summary>Serves the shell with the pages of the modules.</summary>
    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        Assembly[] pages = [.. app.ServiceProvider.GetServices<IModule>().Select(module => module.Pages).OfType<Assembly>().Distinct()];
        PageAssemblies.All = pages;
        app.MapSignIn();
        app.MapAccounts();
        app.MapConnect();
        app.MapRecords();
        app.MapConformity();
        app.MapSearch();
        app.MapFlows();
        app.MapMessages();
        app.MapOperation();
        app.MapNotifications();
        app.MapPhoneFiles();
        app.MapWall();
        // Programs are told in their own way that there is nothing, not with a page.
        foreach (var root in new[] { "/api", "/connect", "/health" })
            app.MapFallback(root + "/{**path}", () => Results.NotFound()).ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().AddAdditionalAssemblies(pages);
    }
}
