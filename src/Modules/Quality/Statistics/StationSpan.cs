using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Since when and until when a station has data, so that a page can say where to look.</summary>
public sealed class StationSpan(IReadingStore store, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases)
{
    /// <summary>First and last time (UTC) with data; null where there are none.</summary>
    public async Task<(DateTime From, DateTime To)?> Of(QualityStation station, CancellationToken cancellationToken)
    {
        if (station.PointId is not { } point || !registry.Current.PointById.ContainsKey(point))
            return await OfSamples(station, cancellationToken).ConfigureAwait(false);
        List<SeriesId> series = [.. registry.Current.ChannelsByPoint[point].SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))];
        var first = await store.FirstStamp(series, cancellationToken).ConfigureAwait(false);
        var last = await store.Latest(series, cancellationToken).ConfigureAwait(false);
        return first is { } from && last.Count > 0 ? (from, last.Max(reading => reading.Time)) : null;
    }

    private async Task<(DateTime From, DateTime To)?> OfSamples(QualityStation station, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var samples = db.Set<ManualResult>().AsNoTracking().Where(result => result.StationId == station.Id && result.SampledOn != null);
        var first = await samples.MinAsync(result => result.SampledOn, cancellationToken).ConfigureAwait(false);
        var last = await samples.MaxAsync(result => result.SampledOn, cancellationToken).ConfigureAwait(false);
        return first is { } from && last is { } to ? (from.ToUtc(), to.ToUtc()) : null;
    }
}
