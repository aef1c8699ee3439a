using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>Reads what stations measured: from the reading store where a station has a monitoring point, from the samples otherwise.</summary>
public sealed class GridReader(IReadingStore store, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases)
{
    /// <summary>Rows of one grid, at most: four and a half years of hours.</summary>
    public const int MostRows = 40_000;

    /// <summary>Reads a range of one station.</summary>
    /// <param name="from">UTC; the period that contains it is the first.</param>
    /// <param name="to">UTC, exclusive.</param>
    /// <param name="factors">Only these; null for all.</param>
    public async Task<StationGrid> Read(QualityStation station, Interval interval, DateTime from, DateTime to, CancellationToken cancellationToken, IReadOnlyCollection<string>? factors = null)
    {
        if (station.PointId is not { } point || !registry.Current.PointById.ContainsKey(point))
            return await Samples(station, from, to, factors, cancellationToken).ConfigureAwait(false);
        var channels = registry.Current.ChannelsByPoint[point].Where(channel => factors is null || factors.Contains(channel.FactorCode)).ToList();
        var times = Times(interval, from, to);
        var readings = times.Count == 0 ? [] : await store.ReadValues([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, interval))], times[0], to, cancellationToken).ConfigureAwait(false);
        var rows = times.Select((time, row) => (time, row)).ToDictionary(one => one.time, one => one.row);
        var byChannel = channels.ToDictionary(channel => channel.Id, _ => new Reading?[times.Count]);
        foreach (var reading in readings)
        {
            if (!rows.TryGetValue(reading.Time, out var row))
                continue;
            ref var slot = ref byChannel[reading.Series.ChannelId][row];
            if (Effective.Counts(reading, slot))
                slot = reading;
        }

        return new StationGrid(station, interval, times, [.. channels.Select(channel => Column(channel, byChannel[channel.Id]))]);
    }

    /// <summary>As <see cref="Read"/>, with the daily values that are no mean of the day beside them.</summary>
    public async Task<StationGrid> ReadWithDerived(QualityStation station, Interval interval, DateTime from, DateTime to, CancellationToken cancellationToken, IReadOnlyCollection<string>? factors = null)
    {
        var grid = await Read(station, interval, from, to, cancellationToken, factors).ConfigureAwait(false);
        if (grid.Interval != Interval.Day || grid.Times.Count == 0 || DerivedColumns.HourlyFactor(grid.Medium) is not { } factor || factors?.Contains(factor) == false)
            return grid;
        // The night of the last day ends at six the next morning.
        var hours = await Read(station, Interval.Hour, grid.Times[0], to.AddHours(6), cancellationToken, [factor]).ConfigureAwait(false);
        return DerivedColumns.With(grid, hours);
    }

    /// <summary>Starts of all periods of a range.</summary>
    public static IReadOnlyList<DateTime> Times(Interval interval, DateTime from, DateTime to)
    {
        var times = new List<DateTime>();
        for (var time = Period.StartOf(interval, from, Device.UsualMinuteInterval); time < to && times.Count < MostRows; time = Period.EndOf(interval, time, Device.UsualMinuteInterval))
            times.Add(time);
        return times;
    }

    private static GridColumn Column(Channel channel, Reading?[] readings) => new(
        channel.FactorCode, channel.Name, channel.Unit, channel.Decimals, channel.Id, Array.ConvertAll(readings, reading => reading is { } known ? GridValue.Of(known) : default));

    private async Task<StationGrid> Samples(QualityStation station, DateTime from, DateTime to, IReadOnlyCollection<string>? factors, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (first, last) = (DateOnly.FromDateTime(ParkTime.FromUtc(from)), DateOnly.FromDateTime(ParkTime.FromUtc(to.AddTicks(-1))));
        var results = await db.Set<ManualResult>().AsNoTracking()
            .Where(result => result.StationId == station.Id && result.SampledOn >= first && result.SampledOn <= last)
            .OrderBy(result => result.SampledOn).ThenBy(result => result.SampledAt).Take(MostRows).ToListAsync(cancellationToken).ConfigureAwait(false);
        return SampleGrid.Of(station, [.. results.Where(result => factors is null || factors.Contains(result.Factor))]);
    }
}
