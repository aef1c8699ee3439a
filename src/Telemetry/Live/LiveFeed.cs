using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Live;

/// <summary>Latest values and states in memory. Subscribers get what changed, newest only, so a slow one costs no memory.</summary>
internal sealed class LiveFeed(TimeProvider clock) : ILiveFeed, IAlarmSignals
{
    /// <summary>Changes are gathered this long before they are shown: four pictures a second are enough for eyes.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<int, LiveValue> _values = new();
    private readonly ConcurrentDictionary<string, DeviceState> _states = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Subscriber[] _subscribers = [];

    public event Action<AlarmSignal>? AlarmChanged;

    public IReadOnlyCollection<LiveValue> Values => (IReadOnlyCollection<LiveValue>)_values.Values;

    public IReadOnlyCollection<DeviceState> States => (IReadOnlyCollection<DeviceState>)_states.Values;

    public LiveValue? Value(int channelId) => _values.TryGetValue(channelId, out var value) ? value : null;

    public DeviceState? State(string mn) => _states.TryGetValue(mn, out var state) ? state : null;

    /// <summary>Takes readings of this node's devices that have just become durable.</summary>
    public void Publish(IReadOnlyList<Reading> readings, DateTime arrivedAt)
    {
        foreach (var reading in readings)
            Take(new LiveValue(reading.Series.ChannelId, reading, arrivedAt), isRelayed: false);
    }

    public void Publish(DeviceState state) => Take(state, isRelayed: false);

    public void Publish(AlarmSignal alarm) => Take(alarm, isRelayed: false);

    /// <summary>Shows the devices of a node that has died as off-line, until they call at another.</summary>
    public void NodeLost(string node)
    {
        foreach (var state in _states.Values.Where(state => state.IsOnline && state.Node == node))
            Publish(state with { IsOnline = false, Since = clock.GetUtcNow().UtcDateTime });
    }

    /// <summary>Takes what another node published.</summary>
    public void Relayed(LiveChanges changes)
    {
        foreach (var value in changes.Values)
            Take(value, isRelayed: true);
        foreach (var state in changes.Devices)
            Take(state, isRelayed: true);
        foreach (var alarm in changes.Alarms)
            Take(alarm, isRelayed: true);
    }

    public async IAsyncEnumerable<LiveChanges> Subscribe([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var changes in Subscribe(ownOnly: false, cancellationToken).ConfigureAwait(false))
            yield return changes;
    }

    /// <param name="ownOnly">Leave out what other nodes published: for the relay to them.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<LiveChanges> Subscribe(bool ownOnly, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscriber = new Subscriber(ownOnly);
        lock (_gate)
            _subscribers = [.. _subscribers, subscriber];
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (!await subscriber.Changed(cancellationToken).ConfigureAwait(false))
                    yield break;
                yield return subscriber.Take();
                await Task.Delay(Gathering, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            lock (_gate)
                _subscribers = [.. _subscribers.Where(other => other != subscriber)];
        }
    }

    private void Take(LiveValue value, bool isRelayed)
    {
        var taken = false;
        _values.AddOrUpdate(
            value.ChannelId,
            static (_, state) => state,
            (_, old, state) => IsNewer(state.Reading, old.Reading) ? state : old,
            value);
        taken = _values[value.ChannelId] == value;
        if (!taken)
            return;
        foreach (var subscriber in _subscribers)
            subscriber.Add(value, isRelayed);
    }

    private void Take(DeviceState state, bool isRelayed)
    {
        var old = State(state.Mn);
        var kept = old is { } before && before.IsOnline == state.IsOnline && before.Remote == state.Remote
            ? state with { Since = before.Since }
            : state;
        _states[state.Mn] = kept;
        foreach (var subscriber in _subscribers)
            subscriber.Add(kept, isRelayed);
    }

    private void Take(AlarmSignal alarm, bool isRelayed)
    {
        foreach (var subscriber in _subscribers)
            subscriber.Add(alarm, isRelayed);
        AlarmChanged?.Invoke(alarm);
    }

    /// <summary>The later stamp; of equal stamps the finer level, and the later revision.</summary>
    private static bool IsNewer(in Reading candidate, in Reading current)
    {
        if (candidate.Time != current.Time)
            return candidate.Time > current.Time;
        return candidate.Series.Interval != current.Series.Interval ? candidate.Series.Interval < current.Series.Interval : candidate.Rank >= current.Rank;
    }

    private sealed class Subscriber(bool ownOnly)
    {
        private readonly Lock _gate = new();
        private readonly SemaphoreSlim _signal = new(0, 1);
        private Dictionary<int, LiveValue> _values = [];
        private Dictionary<string, DeviceState> _states = [];
        private HashSet<AlarmSignal> _alarms = [];

        public void Add(in AlarmSignal alarm, bool isRelayed)
        {
            if (ownOnly && isRelayed)
                return;
            lock (_gate)
                _alarms.Add(alarm);
            Signal();
        }

        public void Add(in LiveValue value, bool isRelayed)
        {
            if (ownOnly && isRelayed)
                return;
            lock (_gate)
                _values[value.ChannelId] = value;
            Signal();
        }

        public void Add(in DeviceState state, bool isRelayed)
        {
            if (ownOnly && isRelayed)
                return;
            lock (_gate)
                _states[state.Mn] = state;
            Signal();
        }

        public async Task<bool> Changed(CancellationToken cancellationToken)
        {
            try
            {
                await _signal.WaitAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        public LiveChanges Take()
        {
            lock (_gate)
            {
                var changes = new LiveChanges([.. _values.Values], [.. _states.Values]) { Alarms = [.. _alarms] };
                (_values, _states, _alarms) = ([], [], []);
                return changes;
            }
        }

        private void Signal()
        {
            lock (_gate)
            {
                if (_signal.CurrentCount == 0)
                    _signal.Release();
            }
        }
    }
}
