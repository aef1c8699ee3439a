using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>
/// What is due to a platform, in the order of the log: first what is owed, then what follows the cursors. <see cref="Next"/> gives, <see cref="Sent"/>
/// and <see cref="Refused"/> settle durably; a queue that is dropped in between gives the same again when it is opened anew, and nothing else.
/// </summary>
/// <remarks>One page of each lane is held in memory, however long the backlog.</remarks>
internal sealed class RelayQueue(UpperPlatform platform, ITelegramLog log, RelayLedger ledger, IDeviceRegistry registry, TimeProvider clock)
{
    /// <summary>After a refusal the device's next telegram is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);

    private const int PageSize = 200;

    /// <summary>A step of the cursor over telegrams that are not for the platform.</summary>
    private const int LongSkip = 5_000;

    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(2);

    /// <summary>What another node appended may become readable this much later than it arrived.</summary>
    private static readonly TimeSpan LogDelay = TimeSpan.FromSeconds(2);

    /// <summary>A replay that noted a telegram and then did not accept it has died in between.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(1);

    private readonly Dictionary<string, RelayLane> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<RelayItem> _owed = new();
    private Dictionary<int, RelayHold> _holds = [];
    private HashSet<int> _owing = [];
    private RelaySelection _selection = RelaySelection.Of(platform, registry.Current);
    private DateTime _refreshAt;
    private DateTime _owedAgainAt;

    /// <summary>The next telegrams, at most so many; empty where nothing is due now.</summary>
    public async Task<IReadOnlyList<RelayItem>> Next(int most, CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken).ConfigureAwait(false);
        if (await NextOwed(most, cancellationToken).ConfigureAwait(false) is { Count: > 0 } owed)
            return owed;

        var next = new List<RelayItem>();
        while (next.Count < most && await Head(cancellationToken).ConfigureAwait(false) is { } lane)
        {
            if (!IsPutOff(lane.Page.Peek()))
            {
                next.Add(lane.Page.Dequeue());
                continue;
            }

            if (next.Count > 0)
                break; // What was taken is settled before the cursor passes more.
            await ledger.AdvanceOwing(lane.Name, Owe(lane.Page.Peek()), hold: null, cancellationToken).ConfigureAwait(false);
            _owing.Add(lane.Page.Peek().Device.DeviceId);
            lane.Saved = lane.Page.Dequeue().Entry.Id;
        }

        return next;
    }

    /// <summary>Settles telegrams that <see cref="Next"/> gave, all of them.</summary>
    public async Task Sent(IReadOnlyList<RelayItem> items, CancellationToken cancellationToken)
    {
        foreach (var last in items.Where(item => !item.IsOwed).GroupBy(item => log.LaneOf(item.Entry)).Select(lane => lane.Last()))
        {
            var lane = _lanes[log.LaneOf(last.Entry)];
            var through = lane.Page.Count == 0 ? lane.Through : last.Entry.Id;
            await ledger.Advance(lane.Name, through, cancellationToken).ConfigureAwait(false);
            lane.Saved = through;
        }

        if (!items[0].IsOwed)
            return;
        await ledger.Settle([.. items.Select(item => item.Entry.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var device in items.Select(item => item.Device.DeviceId).Where(_holds.ContainsKey).Distinct())
        {
            await ledger.Release(device, cancellationToken).ConfigureAwait(false);
            _holds.Remove(device);
            _owed.Clear(); // It was tried with one; the rest follows in its order.
        }
    }

    /// <summary>The platform refuses a telegram: it stays owed, and its device is held so that the others go on.</summary>
    public async Task Refused(RelayItem item, string reason, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var hold = new RelayHold { PlatformId = platform.Id, DeviceId = item.Device.DeviceId, Reason = reason, Since = now, RetryAt = now + RetryAfter };
        if (item.IsOwed)
        {
            await ledger.HoldDevice(hold, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var lane = _lanes[log.LaneOf(item.Entry)];
            await ledger.AdvanceOwing(lane.Name, Owe(item), hold, cancellationToken).ConfigureAwait(false);
            lane.Saved = item.Entry.Id;
        }

        _holds[hold.DeviceId] = hold;
        _owing.Add(hold.DeviceId);
        _owed.Clear();
    }

    private bool IsPutOff(RelayItem item) => _owing.Contains(item.Device.DeviceId) || _holds.ContainsKey(item.Device.DeviceId);

    private OwedTelegram Owe(RelayItem item) =>
        new() { PlatformId = platform.Id, LogId = item.Entry.Id, DeviceId = item.Device.DeviceId, At = item.Entry.At, Since = clock.UtcNow() };

    /// <summary>Takes over what people and other nodes changed.</summary>
    private async Task Refresh(CancellationToken cancellationToken)
    {
        if (clock.UtcNow() < _refreshAt)
            return;
        _refreshAt = clock.UtcNow() + RefreshEvery;
        _selection = RelaySelection.Of(platform, registry.Current);
        _holds = await ledger.Holds(cancellationToken).ConfigureAwait(false);
        _owing = await ledger.Owing(cancellationToken).ConfigureAwait(false);
        await ledger.Verify(cancellationToken).ConfigureAwait(false); // After the holds: those that a new registration releases are not for this sender.
        var lanes = await log.Lanes(cancellationToken).ConfigureAwait(false);
        if (lanes.All(_lanes.ContainsKey))
            return;
        var cursors = await ledger.Cursors(cancellationToken).ConfigureAwait(false);
        foreach (var name in lanes.Where(name => !_lanes.ContainsKey(name)))
        {
            if (!cursors.TryGetValue(name, out var through))
            {
                through = await log.LastBefore(name, platform.StartsAt, cancellationToken).ConfigureAwait(false);
                await ledger.PlaceCursor(name, through, cancellationToken).ConfigureAwait(false);
            }

            _lanes[name] = new RelayLane(name, through);
        }
    }

    /// <summary>The lane whose next telegram came first; <see langword="null"/> where all are at their end.</summary>
    private async Task<RelayLane?> Head(CancellationToken cancellationToken)
    {
        var first = First();
        foreach (var lane in _lanes.Values.Where(lane => lane.Page.Count == 0 && (first is null || lane.ReadAt < first.Page.Peek().Entry.At + LogDelay)))
            await Fill(lane, cancellationToken).ConfigureAwait(false);
        return First();
    }

    private RelayLane? First() => _lanes.Values.Where(lane => lane.Page.Count > 0).MinBy(lane => (lane.Page.Peek().Entry.At, lane.Page.Peek().Entry.Id));

    private async Task Fill(RelayLane lane, CancellationToken cancellationToken)
    {
        while (lane.Page.Count == 0)
        {
            var now = clock.UtcNow();
            var page = await log.ReadLane(lane.Name, lane.Through, _selection.Lane, PageSize, cancellationToken).ConfigureAwait(false);
            lane.ReadAt = now;
            if (page.Through == lane.Through)
                return;
            lane.Through = page.Through;
            foreach (var item in await Items(page.Entries, isOwed: false, cancellationToken).ConfigureAwait(false))
                lane.Page.Enqueue(item);
            if (lane.Page.Count > 0)
            {
                // Accepted afterwards, but in time for the cursor: owed no longer.
                await ledger.Settle([.. page.Entries.Select(entry => entry.Id)], cancellationToken).ConfigureAwait(false);
            }
            else if (lane.Through - lane.Saved >= LongSkip)
            {
                await ledger.Advance(lane.Name, lane.Through, cancellationToken).ConfigureAwait(false);
                lane.Saved = lane.Through;
            }
        }
    }

    private async Task<IReadOnlyList<RelayItem>> NextOwed(int most, CancellationToken cancellationToken)
    {
        if (_owed.Count == 0)
            await FillOwed(cancellationToken).ConfigureAwait(false);
        if (_owed.Count == 0)
            return [];
        if (_holds.ContainsKey(_owed.Peek().Device.DeviceId))
            most = 1; // A device that was refused is tried with one.
        var next = new List<RelayItem>();
        while (next.Count < most && _owed.TryPeek(out var item) && (next.Count == 0 || !_holds.ContainsKey(item.Device.DeviceId)))
            next.Add(_owed.Dequeue());
        return next;
    }

    private async Task FillOwed(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var devices = _owing.Where(device => !_holds.TryGetValue(device, out var hold) || hold.RetryAt <= now).ToList();
        if (devices.Count == 0 || now < _owedAgainAt)
            return;
        var rows = await ledger.Owed(devices, PageSize, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
            _owing.ExceptWith(devices);
        var entries = new List<LogEntry>();
        var idle = new List<long>();
        foreach (var row in rows)
        {
            var entry = await log.Find(row.LogId, cancellationToken).ConfigureAwait(false);
            if (entry is null || _selection.Find(entry) is null || (entry.Verdict != TelegramVerdict.Accepted && row.Since < now - Doubt))
                idle.Add(row.LogId); // Gone, deselected since, or not accepted after all.
            else if (entry.Verdict == TelegramVerdict.Accepted && await HasPassed(entry, cancellationToken).ConfigureAwait(false))
                entries.Add(entry); // What the cursor has not passed yet comes in its place.
        }

        if (idle.Count > 0)
            await ledger.Settle(idle, cancellationToken).ConfigureAwait(false);
        foreach (var item in await Items(entries, isOwed: true, cancellationToken).ConfigureAwait(false))
            _owed.Enqueue(item);
        if (_owed.Count == 0 && rows.Count > idle.Count)
            _owedAgainAt = now + RefreshEvery;
    }

    /// <summary>Whether the durable cursor is beyond an entry; it follows what was read once all of that is settled.</summary>
    private async Task<bool> HasPassed(LogEntry entry, CancellationToken cancellationToken)
    {
        if (!_lanes.TryGetValue(log.LaneOf(entry), out var lane))
            return false;
        if (lane.Page.Count == 0 && lane.Saved < entry.Id && entry.Id <= lane.Through)
        {
            await ledger.Advance(lane.Name, lane.Through, cancellationToken).ConfigureAwait(false);
            lane.Saved = lane.Through;
        }

        return entry.Id <= lane.Saved;
    }

    private async Task<IReadOnlyList<RelayItem>> Items(IReadOnlyList<LogEntry> entries, bool isOwed, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return [];
        var answers = await ledger.AnswersToCommands(entries, cancellationToken).ConfigureAwait(false);
        return [.. entries.Select(entry => (entry, device: _selection.Find(entry))).Where(one => one.device is not null)
            .Select(one => new RelayItem(one.entry, one.device!, isOwed, answers.Contains(one.entry.Id)))];
    }
}
