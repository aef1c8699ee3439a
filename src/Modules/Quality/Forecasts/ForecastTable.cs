using EcoPark.Analysis.Forecasts;
using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>A station's hours as the forecast takes them: its own factors, the wind, and the same factor at its neighbours.</summary>
public sealed class ForecastTable(WindOfStation winds, GridReader grids, StationList stations)
{
    private const int MostNeighbours = 4;

    /// <summary>Columns of a range; null where the target has no column.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, exclusive; the last row is the hour before.</param>
    public async Task<ForecastHours?> Of(QualityStation station, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var wind = await winds.Of(station, from, to, cancellationToken).ConfigureAwait(false);
        var hours = wind?.Hours ?? await grids.Read(station, Interval.Hour, from, to, cancellationToken).ConfigureAwait(false);
        if (hours.Column(factor) is null || hours.Times.Count == 0)
            return null;
        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var column in hours.Columns.Where(column => column.Factor is not (WindOfStation.Speed or WindOfStation.Direction)))
            columns.TryAdd(column.Factor, column.Series);
        if (wind is not null)
            (columns[HourlyTable.WindSpeed], columns[HourlyTable.WindDirection]) = (wind.SpeedMs, wind.FromDegrees);
        var bearings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (neighbour, bearing) in await Neighbours(station, cancellationToken).ConfigureAwait(false))
        {
            var same = await grids.Read(neighbour, Interval.Hour, from, to, cancellationToken, [factor]).ConfigureAwait(false);
            if (same.Column(factor) is not { } series)
                continue;
            columns[HourlyTable.Neighbour(factor, Place(neighbour))] = series.Series;
            bearings[Place(neighbour)] = bearing;
        }

        return new ForecastHours(new HourlyTable(ParkTime.FromUtc(hours.Times[0]), columns), bearings);
    }

    private static string Place(QualityStation station) => "s" + station.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IEnumerable<(QualityStation, double)>> Neighbours(QualityStation station, CancellationToken cancellationToken)
    {
        if (station.Longitude is not { } x || station.Latitude is not { } y)
            return [];
        var others = await stations.Of(QualityMedium.OfTitle(station.Medium)!, cancellationToken).ConfigureAwait(false);
        return others.Where(other => other.Id != station.Id && other.PointId is not null && other is { Longitude: not null, Latitude: not null })
            .Select(other => (other, East: (other.Longitude!.Value - x) * Math.Cos(y * Math.PI / 180), North: other.Latitude!.Value - y))
            .OrderBy(one => (one.East * one.East) + (one.North * one.North)).Take(MostNeighbours)
            .Select(one => (one.other, ((Math.Atan2(one.East, one.North) * 180 / Math.PI) + 360) % 360));
    }
}
