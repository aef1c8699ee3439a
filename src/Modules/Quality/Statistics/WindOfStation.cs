using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Hours of a station with the wind beside them; NaN in gaps.</summary>
/// <param name="Source">Name of the station that measured the wind.</param>
/// <param name="Factors">Columns other than the wind that hold anything.</param>
public sealed record StationWind(string Source, double[] SpeedMs, double[] FromDegrees, IReadOnlyList<GridColumn> Factors, StationGrid Hours);

/// <summary>Finds the wind for a station: its own, or the nearest weather station's.</summary>
public sealed class WindOfStation(GridReader grids, StationList stations)
{
    public const string Speed = FactorCodes.WindSpeed;
    public const string Direction = FactorCodes.WindDirection;

    /// <summary>Hours with wind; null where nobody measured it.</summary>
    public async Task<StationWind?> Of(QualityStation station, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var hours = await grids.Read(station, Interval.Hour, from, to, cancellationToken).ConfigureAwait(false);
        if (hours.Interval is null)
            return null;
        IReadOnlyList<GridColumn> factors = [.. hours.Columns.Where(column => column.Factor is not (Speed or Direction) && column.Values.Any(value => value.Valid is not null))];
        if (Wind(hours) is { } own)
            return new StationWind(station.Name, own.Speed, own.Direction, factors, hours);
        foreach (var weather in (await stations.Of(QualityMedium.Weather, cancellationToken).ConfigureAwait(false)).OrderBy(other => Distance(station, other)))
        {
            if (Wind(await grids.Read(weather, Interval.Hour, from, to, cancellationToken, [Speed, Direction]).ConfigureAwait(false)) is { } wind)
                return new StationWind(weather.Name, wind.Speed, wind.Direction, factors, hours);
        }

        return null;
    }

    private static (double[] Speed, double[] Direction)? Wind(StationGrid hours) =>
        hours.Column(Speed) is { } speed && hours.Column(Direction) is { } direction && speed.Values.Any(value => value.Valid is not null) && direction.Values.Any(value => value.Valid is not null)
            ? (speed.Series, direction.Series) : null;

    /// <summary>Only the order matters: degrees, shortened along the parallel at 32° north.</summary>
    private static double Distance(QualityStation one, QualityStation other) =>
        one.Longitude is { } x && one.Latitude is { } y && other.Longitude is { } u && other.Latitude is { } v ? Math.Sqrt(Math.Pow((x - u) * 0.85, 2) + Math.Pow(y - v, 2)) : double.MaxValue;
}
