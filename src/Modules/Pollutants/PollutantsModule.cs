using System.Reflection;
using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Modules.Pollutants.Reporting;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Pollutants;

/// <summary>特征污染物名录库, clause 7.4.5.</summary>
public sealed class PollutantsModule : IModule
{
    public string Name => "Pollutants";

    public IReadOnlyList<Permission> Permissions => PollutantPermissions.All;

    public Assembly Pages => typeof(PollutantsModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton(_ => PollutantDictionary.Create());
        services.AddRecord(PollutantType.Create()).AddRecord(PollutantYearType.Create());
        services.AddSingleton<IRecordCheck, PollutantYearCheck>();
        services.AddSingleton<PollutantReader>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "特征污染物", "/pollutants", Icons.Material.Outlined.Biotech, PollutantPermissions.View, 20, Chapter.Section));
        LibraryReport.Add(services);
        services.AddDemo<DemoPollutants>(host);
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => PollutantEndpoints.Map(app);
}
