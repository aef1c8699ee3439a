using EcoPark.Platform.Data;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Readings;

/// <summary>Gathers the readings of all devices into large transactions and notes what is to be rolled up.</summary>
internal sealed class ReadingWriter : IAsyncDisposable
{
    private readonly IReadingStore _store;
    private readonly IRollupRule _rule;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<Reading> _commits;
    private readonly HashSet<RollupTarget> _noted = [];

    public ReadingWriter(IReadingStore store, IRollupRule rule, TimeProvider clock)
    {
        (_store, _rule, _clock) = (store, rule, clock);
        _commits = new GroupCommit<Reading>(Write);
    }

    /// <summary>Ends when the readings are durable.</summary>
    public Task Write(IReadOnlyList<Reading> readings) =>
        readings.Count == 0 ? Task.CompletedTask : _commits.Add(readings, CancellationToken.None);

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task<long> Write(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        var due = NewlyDue(readings);
        await _store.Write(readings, due, cancellationToken).ConfigureAwait(false);
        // Remembered only once it is in the store, and only while the period runs: nothing rolls it up before its end.
        _noted.UnionWith(due);
        return 0;
    }

    private HashSet<RollupTarget> NewlyDue(IReadOnlyList<Reading> readings)
    {
        var now = _clock.UtcNow();
        _noted.RemoveWhere(target => target.End <= now);
        var due = new HashSet<RollupTarget>();
        foreach (var reading in readings)
        {
            if (_rule.TargetOf(reading.Series, reading.Time) is { } target && !_noted.Contains(target))
                due.Add(target);
        }

        return due;
    }
}
