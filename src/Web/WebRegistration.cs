using System.Reflection;
using EcoPark.Platform.Security;
using EcoPark.Web.Accounts;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace EcoPark.Web;

/// <summary>Puts the shell together.</summary>
public static class WebRegistration
{
    private const string System = "系统管理";

    public static IServiceCollection AddEcoParkWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ChineseTexts>();
        services.AddScoped<Components.Browser>();
        services.AddSingleton<Entrance>();
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddScoped<CircuitHandler, SessionActivity>();
        services.AddSingleton(new MenuEntry(System, "账户", "/system/accounts", Icons.Material.Outlined.Group, Permissions.ManageAccounts, 1));
        services.AddSingleton(new MenuEntry(System, "角色与权限", "/system/roles", Icons.Material.Outlined.Key, Permissions.GrantRoles, 2));
        services.AddSingleton(new MenuEntry(System, "审计日志", "/system/audit", Icons.Material.Outlined.FactCheck, Permissions.ViewAudit, 3));
        return services;
    }

    /// <summary>Serves the shell with the pages of the modules.</summary>
    public static void MapEcoParkWeb(this IEndpointRouteBuilder app, params Assembly[] modules)
    {
        PageAssemblies.All = modules;
        app.MapSignIn();
        app.MapAccounts();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().AddAdditionalAssemblies(modules);
    }
}
