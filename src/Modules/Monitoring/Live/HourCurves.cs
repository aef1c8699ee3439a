using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>Curves as large as a word: hourly means of the last day.</summary>
public sealed class HourCurves(IReadingStore store)
{
    public const int Hours = 24;

    /// <summary>Valid hourly values by channel, hour by hour; an hour without one stays a gap.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<double?>>> Read(IReadOnlyCollection<int> channels, DateTime now, CancellationToken cancellationToken)
    {
        if (channels.Count == 0)
            return new Dictionary<int, IReadOnlyList<double?>>();
        var to = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        var from = to.AddHours(-Hours);
        var values = channels.ToDictionary(channel => channel, _ => new Reading?[Hours]);
        foreach (var reading in await store.ReadValues([.. channels.SelectMany(channel => Effective.SeriesOf(channel, Interval.Hour))], from, to, cancellationToken).ConfigureAwait(false))
        {
            var hour = (int)(reading.Time - from).TotalHours;
            if (hour is >= 0 and < Hours && Effective.Counts(reading, values[reading.Series.ChannelId][hour]?.Series.Origin))
                values[reading.Series.ChannelId][hour] = reading;
        }

        return values.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<double?>)[.. pair.Value.Select(reading => reading is { IsValid: true } valid ? valid.Value : null)]);
    }
}
