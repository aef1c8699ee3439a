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
    /// <summary>Rows beyond which a range is first cut to what there is data of; also what is read from the store at once.</summary>
    private const int RowsAtOnce = 20_000;

    /// <summary>Days whose hours are read at once.</summary>
    private const int DaysAtOnce = 366;

    /// <summary>Reads a range of one station.</summary>
    /// <param name="from">UTC; the period that contains it is the first.</param>
    /// <param name="to">UTC, exclusive.</param>
    /// <param name="factors">Only these; null for all.</param>
    public async Task<StationGrid> Read(QualityStation station, Interval interval, DateTime from, DateTime to, CancellationToken cancellationToken, IReadOnlyCollection<string>? factors = null)
    {
        if (station.PointId is not { } point || !registry.Current.PointById.ContainsKey(point))
            return await Samples(station, from, to, factors, cancellationToken).ConfigureAwait(false);
        var channels = registry.Current.ChannelsByPoint[point].Where(channel => factors is null || factors.Contains(channel.FactorCode)).ToList();
        List<SeriesId> series = [.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, interval))];
        (from, to) = await WithData(series, interval, from, to, cancellationToken).ConfigureAwait(false);
        var times = Times(interval, from, to);
        var byChannel = channels.ToDictionary(channel => channel.Id, _ => new GridValue?[times.Count]);
        for (var first = 0; first < times.Count; first += RowsAtOnce)
        {
            var last = first + RowsAtOnce < times.Count ? times[first + RowsAtOnce] : to;
            var readings = await store.ReadValues(series, times[first], last, cancellationToken).ConfigureAwait(false);
            var rows = Enumerable.Range(first, Math.Min(RowsAtOnce, times.Count - first)).ToDictionary(row => times[row]);
            foreach (var reading in readings)
            {
                if (!rows.TryGetValue(reading.Time, out var row))
                    continue;
                ref var slot = ref byChannel[reading.Series.ChannelId][row];
                if (Effective.Counts(reading, slot?.Origin))
                    slot = GridValue.Of(reading);
            }
        }

        return new StationGrid(station, interval, times, [.. channels.Where(channel => IsShown(channel, interval, byChannel[channel.Id])).Select(channel => Column(channel, byChannel[channel.Id]))]);
    }

    /// <summary>As <see cref="Read"/>, with the daily values that are no mean of the day beside them.</summary>
    public async Task<StationGrid> ReadWithDerived(QualityStation station, Interval interval, DateTime from, DateTime to, CancellationToken cancellationToken, IReadOnlyCollection<string>? factors = null)
    {
        var grid = await Read(station, interval, from, to, cancellationToken, factors).ConfigureAwait(false);
        if (grid.Interval != Interval.Day || grid.Times.Count == 0 || DerivedColumns.HourlyFactor(grid.Medium) is not { } factor || factors?.Contains(factor) == false)
            return grid;
        var derived = new DerivedColumns(grid);
        for (var first = 0; first < grid.Times.Count; first += DaysAtOnce)
        {
            var count = Math.Min(DaysAtOnce, grid.Times.Count - first);
            var end = first + count < grid.Times.Count ? grid.Times[first + count] : to;
            // The night of the last day ends at six the next morning.
            var hours = await Read(station, Interval.Hour, grid.Times[first], end.AddHours(6), cancellationToken, [factor]).ConfigureAwait(false);
            derived.Add(first..(first + count), hours);
        }

        return derived.Finish();
    }

    /// <summary>How many periods a range has.</summary>
    public static int CountOf(Interval interval, DateTime from, DateTime to) => interval switch
    {
        _ when to <= from => 0,
        Interval.Hour => (int)Math.Min(int.MaxValue, Math.Ceiling((to - Period.StartOf(Interval.Hour, from, Device.UsualMinuteInterval)).TotalHours)),
        _ => Times(interval, from, to).Count,
    };

    /// <summary>Starts of all periods of a range.</summary>
    public static IReadOnlyList<DateTime> Times(Interval interval, DateTime from, DateTime to)
    {
        var times = new List<DateTime>();
        for (var time = Period.StartOf(interval, from, Device.UsualMinuteInterval); time < to; time = Period.EndOf(interval, time, Device.UsualMinuteInterval))
            times.Add(time);
        return times;
    }

    /// <summary>A long range is cut to the periods between the first and the last reading: nothing is left out, and a century asked for costs no more than what there is.</summary>
    private async Task<(DateTime From, DateTime To)> WithData(List<SeriesId> series, Interval interval, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (CountOf(Interval.Hour, from, to) <= RowsAtOnce || (interval != Interval.Hour && (to - from).TotalDays <= RowsAtOnce))
            return (from, to);
        if (await store.FirstStamp(series, cancellationToken).ConfigureAwait(false) is not { } first)
            return (from, from);
        var newest = await store.Latest(series, cancellationToken).ConfigureAwait(false);
        var end = Period.EndOf(interval, newest.Max(reading => reading.Time), Device.UsualMinuteInterval);
        return (first > from ? first : from, end < to ? end : to);
    }

    /// <summary>The highest 8-hour mean is a value of a day: among hours it is shown only where somebody sends it.</summary>
    private static bool IsShown(Channel channel, Interval interval, GridValue?[] values) =>
        channel.FactorCode != DerivedColumns.OzoneEightHours || interval == Interval.Day || Array.Exists(values, value => value is not null);

    private static GridColumn Column(Channel channel, GridValue?[] values) => new(
        channel.FactorCode, channel.Name, channel.Unit, channel.Decimals, channel.Id, Array.ConvertAll(values, value => value ?? default));

    private async Task<StationGrid> Samples(QualityStation station, DateTime from, DateTime to, IReadOnlyCollection<string>? factors, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (first, last) = (DateOnly.FromDateTime(ParkTime.FromUtc(from)), DateOnly.FromDateTime(ParkTime.FromUtc(to.AddTicks(-1))));
        // What people sample by hand at one point in any time is little: all of it.
        var results = await db.Set<ManualResult>().AsNoTracking()
            .Where(result => result.StationId == station.Id && result.SampledOn >= first && result.SampledOn <= last)
            .OrderBy(result => result.SampledOn).ThenBy(result => result.SampledAt).ToListAsync(cancellationToken).ConfigureAwait(false);
        return SampleGrid.Of(station, [.. results.Where(result => factors is null || factors.Contains(result.Factor))]);
    }
}
