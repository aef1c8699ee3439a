using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>The stations' part of what is forecast: factors of the AQI and key factors of water, wherever they are measured automatically.</summary>
public sealed class StationForecasts(StationList stations, ForecastTable tables, GridReader grids, StationJudge judge, IDeviceRegistry registry) : IForecastSubjects
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IForecastSubject>> All(CancellationToken cancellationToken)
    {
        var all = new List<IForecastSubject>();
        foreach (var medium in QualityMedium.All.Where(medium => ForecastFactors.Of(medium).Count > 0))
            all.AddRange((await stations.Of(medium, cancellationToken).ConfigureAwait(false)).SelectMany(Of));
        return all;
    }

    /// <summary>Factors of one station, in the order pages show them.</summary>
    public IReadOnlyList<IForecastSubject> Of(QualityStation station)
    {
        if (station.PointId is not { } point || QualityMedium.OfTitle(station.Medium) is not { } medium)
            return [];
        var channels = registry.Current.ChannelsByPoint[point].ToList();
        return [.. ForecastFactors.Of(medium).Select(factor => channels.Find(channel => channel.FactorCode == factor)).OfType<Channel>().Select(channel => new StationForecast(station, point, channel, tables, grids, judge))];
    }
}
