using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch;

/// <summary>The oxygen measured beside gas that is judged at a reference oxygen, for some readings of it. Immutable.</summary>
internal sealed class OxygenBeside
{
    private static readonly OxygenBeside None = new([]);

    /// <summary>Real-time values of other telegrams count so long; a mean goes with the mean of the same time alone.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(5);

    /// <summary>Stores keep milliseconds: ends of ranges, which are left out, lie at least so far behind.</summary>
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<(int ChannelId, Interval Interval), List<Reading>> _known;

    private OxygenBeside(IEnumerable<Reading> readings) =>
        _known = readings.GroupBy(reading => (reading.Series.ChannelId, reading.Interval)).ToDictionary(same => same.Key, same => Effective.Choose(same));

    /// <param name="gas">Readings with their channels; those that are not judged at a reference oxygen need none.</param>
    /// <param name="here">Readings at hand, which mostly bring it: the store is asked, once, only for what they lack.</param>
    /// <param name="store">Where the rest is.</param>
    public static async Task<OxygenBeside> Of(IEnumerable<(ChannelEntry Entry, Reading Reading)> gas, IReadOnlyList<Reading> here, IReadingStore store)
    {
        var wanted = gas.Where(one => IsWanted(one.Entry)).Select(one => (ChannelId: one.Entry.OxygenChannelId!.Value, one.Reading)).ToList();
        if (wanted.Count == 0)
            return None;
        var channels = wanted.Select(one => one.ChannelId).ToHashSet();
        var at = here.Where(reading => channels.Contains(reading.Series.ChannelId)).ToList();
        var times = at.Select(reading => (reading.Series.ChannelId, reading.Interval, reading.Time)).ToHashSet();
        var missing = wanted.Where(one => !times.Contains((one.ChannelId, one.Reading.Interval, one.Reading.Time))).ToList();
        if (missing.Count > 0)
        {
            List<SeriesId> series = [.. missing.Select(one => (one.ChannelId, one.Reading.Interval)).Distinct().SelectMany(one => Effective.SeriesOf(one.ChannelId, one.Interval))];
            at.AddRange(await store.ReadMany(series, missing.Min(one => one.Reading.Time) - Reach, missing.Max(one => one.Reading.Time) + Instant, CancellationToken.None).ConfigureAwait(false));
        }

        return new OxygenBeside(at);
    }

    /// <summary>The oxygen of the reading's time, or the last before it within reach.</summary>
    public Reading? At(ChannelEntry entry, in Reading reading)
    {
        if (!IsWanted(entry) || !_known.TryGetValue((entry.OxygenChannelId!.Value, reading.Interval), out var known))
            return null;
        var (low, high) = (0, known.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (known[middle].Time <= reading.Time)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return null;
        var reach = reading.Interval == Interval.RealTime ? Reach : TimeSpan.Zero;
        return reading.Time - known[low - 1].Time <= reach ? known[low - 1] : null;
    }

    private static bool IsWanted(ChannelEntry entry) => entry is { ReferenceOxygen: not null, OxygenChannelId: not null };
}
