using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Operation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EcoPark.Platform.Jobs;

/// <summary>What works by itself, and how it is seen: jobs, leases, the change feed, the state of nodes.</summary>
public static class JobRegistration
{
    internal static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, LeaseModel>().AddSingleton<IModelPart, ChangeModel>().AddSingleton<IModelPart, NodeReportModel>();
        services.AddSingleton<DatabaseState>().AddSingleton<JobBoard>().AddSingleton<Leases>().AddSingleton<JobKit>();
        services.AddSingleton<ChangeFeed>();
        services.AddJob<DatabasePulse>();
        services.AddSingleton<INodeFigures, PlatformFigures>();
        services.AddSingleton<OperationReader>();
        services.AddSingleton<JobMetrics>();
        services.AddJob<NodeReporter>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready]);
        // A job never lets an exception out; should anything else do so, the gateway and the pages go on.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }

    /// <summary>A job, which others may also ask for by its type, to wake it.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services)
        where T : Job =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
