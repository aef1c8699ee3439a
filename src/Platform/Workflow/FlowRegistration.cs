using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Workflow;

public static class FlowRegistration
{
    /// <summary>Adds a life: its steps, deadlines, to-dos and statistics.</summary>
    public static IServiceCollection AddFlow(this IServiceCollection services, Func<IServiceProvider, Flow> flow) => services.AddSingleton(flow);

    internal static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, FlowModel>();
        services.AddSingleton<FlowDesk>().AddSingleton<FlowReader>();
        return services.AddJob<FlowWatch>();
    }
}
