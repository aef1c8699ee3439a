using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>The hourly readings that count of one outlet, hour by hour.</summary>
public sealed class HourlyReadings(DateTime from, int count)
{
    private readonly Dictionary<string, Reading?[]> _byFactor = new(StringComparer.Ordinal);

    /// <summary>UTC, start of an hour.</summary>
    public DateTime From { get; } = from;

    public int Count { get; } = count;

    public IReadOnlyCollection<Reading?[]> All => _byFactor.Values;

    public DateTime TimeOf(int hour) => From.AddHours(hour);

    public Reading? At(string factor, int hour) => _byFactor.TryGetValue(factor, out var readings) ? readings[hour] : null;

    /// <summary>Takes over what was read, of several origins.</summary>
    internal void Add(IReadOnlyList<Channel> channels, IReadOnlyList<Reading> readings)
    {
        var byChannel = new Dictionary<int, Reading?[]>();
        foreach (var channel in channels)
            byChannel[channel.Id] = _byFactor[channel.FactorCode] = new Reading?[Count];
        foreach (var reading in readings)
        {
            var hour = (int)((reading.Time - From).Ticks / TimeSpan.TicksPerHour);
            if (hour < 0 || hour >= Count)
                continue;
            ref var slot = ref byChannel[reading.Series.ChannelId][hour];
            if (Effective.Counts(reading, slot))
                slot = reading;
        }
    }
}

/// <summary>Reads them.</summary>
public sealed class HourReader(IReadingStore store)
{
    /// <param name="channels">Of one outlet.</param>
    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<HourlyReadings> Read(IReadOnlyList<Channel> channels, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var hours = new HourlyReadings(from, Math.Max(0, (int)((to - from).Ticks / TimeSpan.TicksPerHour)));
        var readings = hours.Count == 0 ? [] : await store.ReadMany([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], from, to, cancellationToken).ConfigureAwait(false);
        hours.Add(channels, readings);
        return hours;
    }

    /// <summary>First hour that an outlet has; null where it has none.</summary>
    public Task<DateTime?> First(IReadOnlyList<Channel> channels, CancellationToken cancellationToken) =>
        store.FirstStamp([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], cancellationToken);
}
