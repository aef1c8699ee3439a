using EcoPark.Analysis.Forecasts;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>Trains each forecast once a week, issues each once an hour, and warns of limits that will be exceeded; of several nodes one does.</summary>
public sealed partial class ForecastJob(
    StationList stations, ForecastTrainer trainer, ForecastTable tables, ForecastBook book, ForecastWarnings warnings, ForecastSettings settings, Leases leases, NodeOptions node, TimeProvider clock, ILogger<ForecastJob> logger) : BackgroundService
{
    /// <summary>The last hour is rolled up a minute after its end.</summary>
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromMinutes(4);

    /// <summary>Held from one training to the next: training is the longest step, and of a minute at most.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>Hours that the features look back on.</summary>
    private const int RecentHours = 8 * 24;

    /// <summary>One round over all stations and factors: whatever is due is trained and issued.</summary>
    public async Task Round(CancellationToken cancellationToken)
    {
        var lastHour = Period.StartOf(Interval.Hour, clock.UtcNow() - AfterTheHour, Device.UsualMinuteInterval).AddHours(-1);
        foreach (var medium in QualityMedium.All)
        {
            foreach (var factor in ForecastFactors.Of(medium))
            {
                foreach (var station in (await stations.Of(medium, cancellationToken).ConfigureAwait(false)).Where(station => station.PointId is not null))
                {
                    if (!await leases.Take("forecasts", node.Name, Lease, cancellationToken).ConfigureAwait(false))
                        return;
                    await Forecast(station, factor, lastHour, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsEnabled)
            return;
        Actor.Become(Actor.System);
        await Task.Delay(TimeSpan.FromSeconds(settings.StartAfterSeconds), clock, stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await Round(stoppingToken).ConfigureAwait(false);
            }
            catch (System.Data.Common.DbException exception)
            {
                LogFailed(logger, exception); // What was due still is, and comes with the next round.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task Forecast(QualityStation station, string factor, DateTime lastHour, CancellationToken cancellationToken)
    {
        var trained = await book.Trained(station.Id, factor, cancellationToken).ConfigureAwait(false);
        var isDue = trained is null || clock.UtcNow() - trained.TrainedAt > (trained.Refusal.Length > 0 ? TimeSpan.FromDays(1) : TimeSpan.FromDays(settings.TrainEveryDays));
        if (isDue)
        {
            trained = await trainer.Train(station, factor, lastHour.AddHours(1), cancellationToken).ConfigureAwait(false);
            await book.Keep(trained, cancellationToken).ConfigureAwait(false);
        }

        if (trained!.Content.Length == 0 || (await book.Newest(station.Id, factor, cancellationToken).ConfigureAwait(false))?.LastHour >= lastHour)
            return;
        var issued = await Issue(trained, station, lastHour, cancellationToken).ConfigureAwait(false);
        if (issued is null)
            return;
        await book.Issue(new ForecastIssue { StationId = station.Id, Factor = factor, LastHour = lastHour, IssuedAt = clock.UtcNow(), Content = issued.Write() }, cancellationToken).ConfigureAwait(false);
        await warnings.Tell(station, factor, lastHour, issued, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null where the last hour was not measured, or a column of the training is gone.</summary>
    private async Task<IssuedForecast?> Issue(StoredForecast trained, QualityStation station, DateTime lastHour, CancellationToken cancellationToken)
    {
        if (await tables.Of(station, trained.Factor, lastHour.AddHours(1 - RecentHours), lastHour.AddHours(1), cancellationToken).ConfigureAwait(false) is not var (table, _, column) || !double.IsFinite(column.Series[^1]))
            return null;
        using var content = new MemoryStream(trained.Content, writable: false);
        var forecast = TrainedForecast.Load(content);
        if (forecast.Columns.Any(name => !table.Has(name)))
            return null;
        // Columns that came since the training are left aside.
        var known = new HourlyTable(table.FirstHour, forecast.Columns.Select(name => KeyValuePair.Create(name, table[name].ToArray())));
        return new IssuedForecast(forecast.Predict(known), forecast.PredictDays(known), forecast.Warn(known), forecast.Options.Limit);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Forecasts could not be made and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
