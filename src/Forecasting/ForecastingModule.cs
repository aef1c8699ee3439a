using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Operation;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Forecasting;

/// <summary>预报 of whatever modules want forecast; each registers its <see cref="IForecastSubjects"/>.</summary>
public sealed class ForecastingModule : IModule
{
    public string Name => "Forecasting";

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton(host.Settings<ForecastSettings>(ForecastSettings.Section)).AddSingleton<IModelPart, ForecastTables>();
        services.AddSingleton<ForecastTrainer>().AddSingleton<ForecastIssuer>().AddSingleton<ForecastBook>().AddSingleton<ForecastSkill>().AddSingleton<ForecastWarnings>();
        services.AddJob<ForecastJob>();
        services.AddSingleton<INodeFigures, ForecastFigures>();
    }
}
