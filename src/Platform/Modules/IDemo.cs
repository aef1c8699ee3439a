using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Modules;

/// <summary>What a module shows of itself in the invented park of <c>--demo</c>; entered through the same services as everybody's, on the demo's first start alone.</summary>
public interface IDemo
{
    /// <summary>The smallest is planted first: what others rest on.</summary>
    int Order { get; }

    /// <summary>Before the server answers: what pages would look empty without.</summary>
    Task Plant(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the server answers: what takes its time.</summary>
    Task PlantMore(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The invented park's data, registered by the modules.</summary>
public static class DemoRegistration
{
    /// <summary>Adds it where the park is invented, and nowhere else.</summary>
    public static IServiceCollection AddDemo<T>(this IServiceCollection services, ModuleHost host)
        where T : class, IDemo => host.IsDemo ? services.AddSingleton<IDemo, T>() : services;
}
