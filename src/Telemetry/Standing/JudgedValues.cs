using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Standing;

/// <summary>What limits were compared with over a time, for curves: the same rule as that of alarms and live values.</summary>
public sealed class JudgedValues
{
    private readonly WatchBooks _books;
    private readonly IReadingStore _store;

    internal JudgedValues(WatchBooks books, IReadingStore store) => (_books, _store) = (books, store);

    /// <param name="channelId">Channel.</param>
    /// <param name="interval">Level of data.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, excluded.</param>
    /// <param name="most">Readings looked at, at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>A value a time, <see langword="null"/> where none can be judged; empty where what is judged is what was measured.</returns>
    public async Task<IReadOnlyList<(DateTime Time, double? Value)>> Read(int channelId, Interval interval, DateTime from, DateTime to, int most, CancellationToken cancellationToken)
    {
        if (_books.Current.Find(channelId) is not { } entry)
            return [];
        var readings = await _store.Read(new SeriesId(channelId, interval, Origin.Sent), from, to, most, cancellationToken).ConfigureAwait(false);
        if (readings.Count == 0)
            readings = await _store.Read(new SeriesId(channelId, interval, Origin.RolledUp), from, to, most, cancellationToken).ConfigureAwait(false);
        var oxygen = await OxygenBeside.Of(readings.Select(reading => (entry, reading)), [], _store).ConfigureAwait(false);
        var judged = readings.Select(reading => (reading.Time, Value: reading.IsValid ? JudgedValue.Of(reading, entry, oxygen.At(entry, reading)) : null, Measured: reading.Value)).ToList();
        return judged.Exists(one => one.Value is not null && one.Value != one.Measured) ? [.. judged.Select(one => (one.Time, one.Value))] : [];
    }
}
