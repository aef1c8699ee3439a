using EcoPark.Platform.Data;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Readings;

/// <summary>Gathers the readings of all devices into large transactions and notes what is to be rolled up.</summary>
public sealed class ReadingWriter : IAsyncDisposable
{
    /// <summary>A period that late readings touch is rolled up this long after it was noted.</summary>
    private readonly TimeSpan _quiet;

    /// <summary>A reading that finds its period noted must be in the store before the period is rolled up.</summary>
    private readonly TimeSpan _margin;

    private readonly IReadingStore _store;
    private readonly IRollupRule _rule;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<Reading> _commits;

    /// <summary>Periods that are in the store's list, and until when a reading can rely on it.</summary>
    private readonly Dictionary<RollupTarget, DateTime> _noted = [];

    /// <param name="store">Keeps them.</param>
    /// <param name="rule">Says what is to be rolled up.</param>
    /// <param name="options">How long late readings wait.</param>
    /// <param name="clock">The park's clock.</param>
    public ReadingWriter(IReadingStore store, IRollupRule rule, RollupOptions options, TimeProvider clock)
    {
        (_store, _rule, _clock) = (store, rule, clock);
        _quiet = TimeSpan.FromSeconds(options.QuietSeconds);
        _margin = _quiet / 3;
        _commits = new GroupCommit<Reading>(Write);
    }

    /// <summary>Ends when the readings are durable.</summary>
    public Task Write(IReadOnlyList<Reading> readings) =>
        readings.Count == 0 ? Task.CompletedTask : _commits.Add(readings, CancellationToken.None);

    /// <summary>Writes what comes once and by itself, a file or a review: its periods are rolled up without waiting for more.</summary>
    public async Task WriteAtOnce(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        if (readings.Count == 0)
            return;
        var due = readings.Select(reading => _rule.TargetOf(reading.Series, reading.Time)).OfType<RollupTarget>().ToHashSet();
        await _store.Write(readings, due, default, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task<long> Write(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow();
        var due = NewlyDue(readings, now);
        await _store.Write(readings, due, now + _quiet, cancellationToken).ConfigureAwait(false);
        // Remembered only once it is in the store.
        foreach (var target in due)
            _noted[target] = target.ReadyAt(now + _quiet) - _margin;
        return 0;
    }

    private HashSet<RollupTarget> NewlyDue(IReadOnlyList<Reading> readings, DateTime now)
    {
        foreach (var (target, until) in _noted)
        {
            if (until <= now)
                _noted.Remove(target);
        }

        var due = new HashSet<RollupTarget>();
        foreach (var reading in readings)
        {
            if (_rule.TargetOf(reading.Series, reading.Time) is { } target && !_noted.ContainsKey(target))
                due.Add(target);
        }

        return due;
    }
}
