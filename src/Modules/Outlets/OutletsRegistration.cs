using EcoPark.Modules.Outlets.Endpoints;
using EcoPark.Modules.Outlets.Execution;
using EcoPark.Modules.Outlets.Instruments;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Outlets;

/// <summary>污染源监控, clause 7.4.1: outlets, their instruments, execution reports.</summary>
public static class OutletsRegistration
{
    public static IServiceCollection AddOutlets(this IServiceCollection services)
    {
        AlarmEvidence.Add(services);
        services.AddSingleton<IModelPart, CheckRunModel>();
        services.AddRecord(CheckScheduleType.Create());
        services.AddSingleton<CheckRuns>();
        services.AddJob<CheckJob>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "动态管控与标样核查", "/outlets/instruments", Icons.Material.Outlined.Tune, Permissions.ViewReadings, 11, "7.4.1"));
        OutletRegistration.Add(services);
        services.AddSingleton<ExecutionReportReader>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "执行报告素材", "/outlets/execution", Icons.Material.Outlined.Description, Permissions.ViewOutlets, 13, "7.4.1"));
        return services;
    }

    public static void MapOutlets(this IEndpointRouteBuilder app)
    {
        app.MapInstruments();
        OutletEndpoints.Map(app);
        app.MapExecutionReports();
    }
}
