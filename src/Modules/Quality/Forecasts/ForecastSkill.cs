using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>How the issued forecasts have stood against what was measured since.</summary>
/// <param name="Horizon">Hours ahead.</param>
/// <param name="N">Issues whose hour has come and was measured.</param>
/// <param name="Rmse">Of the forecast.</param>
/// <param name="PersistenceRmse">Of the last value before each issue, over the same hours.</param>
/// <param name="Inside">Share of the outcomes within the interval.</param>
public sealed record PastSkill(int Horizon, int N, double? Rmse, double? PersistenceRmse, double? Inside);

/// <summary>Holds issues against what came.</summary>
public sealed class ForecastSkill(ForecastBook book, GridReader grids)
{
    private static readonly int[] Horizons = [1, 3, 6, 12, 24];

    /// <summary>Skill of the issues since a time.</summary>
    public async Task<IReadOnlyList<PastSkill>> Of(QualityStation station, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var issues = await book.Issues(station.Id, factor, from, cancellationToken).ConfigureAwait(false);
        var hours = await grids.Read(station, Interval.Hour, from, to, cancellationToken, [factor]).ConfigureAwait(false);
        if (issues.Count == 0 || hours.Column(factor) is not { } column)
            return [];
        var measured = hours.Times.Select((time, row) => (time, column.Values[row].Valid)).Where(one => one.Valid is not null).ToDictionary(one => one.time, one => one.Valid!.Value);
        var forecasts = issues.Select(issue => (issue.LastHour, Forecast: IssuedForecast.Read(issue.Content))).ToList();
        return [.. Horizons.Select(horizon => Of(horizon, forecasts, measured))];
    }

    private static PastSkill Of(int horizon, List<(DateTime LastHour, IssuedForecast Forecast)> issues, Dictionary<DateTime, double> measured)
    {
        var (n, error, persistence, inside) = (0, 0.0, 0.0, 0);
        foreach (var (last, forecast) in issues)
        {
            if (forecast.Hours.FirstOrDefault(hour => hour.Horizon == horizon) is not { } point || !measured.TryGetValue(last.AddHours(horizon), out var came) || !measured.TryGetValue(last, out var before))
                continue;
            n++;
            error += Math.Pow(point.Value - came, 2);
            persistence += Math.Pow(before - came, 2);
            inside += came >= point.Lower && came <= point.Upper ? 1 : 0;
        }

        return n == 0 ? new PastSkill(horizon, 0, null, null, null) : new PastSkill(horizon, n, Math.Sqrt(error / n), Math.Sqrt(persistence / n), (double)inside / n);
    }
}
