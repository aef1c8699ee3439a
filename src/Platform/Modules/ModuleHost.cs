using EcoPark.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Modules;

/// <summary>What a module may know of the host that it is put into.</summary>
/// <param name="Modules">All, in the order of the list.</param>
/// <param name="IsDemo">The park is invented.</param>
public sealed record ModuleHost(IConfiguration Configuration, DatabaseOptions Database, IReadOnlyList<IModule> Modules, bool IsDemo)
{
    /// <summary>A section of the settings; what is not set is as its type says.</summary>
    public T Settings<T>(string section)
        where T : new() => Configuration.GetSection(section).Get<T>() ?? new T();

    /// <summary>Adds all modules with what each names.</summary>
    public void AddTo(IServiceCollection services)
    {
        foreach (var module in Modules)
        {
            services.AddSingleton(module);
            foreach (var chapter in module.Chapters)
                services.AddSingleton(chapter);
            foreach (var permission in module.Permissions)
                services.AddSingleton(permission);
            module.AddServices(services, this);
        }
    }
}
