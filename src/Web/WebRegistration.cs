using System.Reflection;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace EcoPark.Web;

/// <summary>Puts the shell together.</summary>
public static class WebRegistration
{
    public static IServiceCollection AddEcoParkWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ChineseTexts>();
        services.AddScoped<Components.Browser>();
        return services;
    }

    /// <summary>Serves the shell with the pages of the modules.</summary>
    public static void MapEcoParkWeb(this IEndpointRouteBuilder app, params Assembly[] modules)
    {
        PageAssemblies.All = modules;
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().AddAdditionalAssemblies(modules);
    }
}
