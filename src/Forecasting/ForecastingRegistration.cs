using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Forecasting;

/// <summary>预报 of whatever modules want forecast; each registers its <see cref="IForecastSubjects"/>.</summary>
public static class ForecastingRegistration
{
    public static IServiceCollection AddForecasting(this IServiceCollection services, ForecastSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<IModelPart, ForecastTables>();
        services.AddSingleton<ForecastTrainer>().AddSingleton<ForecastIssuer>().AddSingleton<ForecastBook>().AddSingleton<ForecastSkill>().AddSingleton<ForecastWarnings>();
        services.AddJob<ForecastJob>();
        return services;
    }
}
