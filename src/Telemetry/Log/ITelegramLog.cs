using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Telemetry.Log.Decisions;

namespace EcoPark.Telemetry.Log;

/// <summary>The durable log of everything that came in and went out. SQLite and PostgreSQL implement it.</summary>
public interface ITelegramLog
{
    /// <summary>Creates or upgrades tables.</summary>
    Task Initialize(CancellationToken cancellationToken);

    /// <summary>Appends entries in one transaction; when it returns they are on disk. Ids are consecutive in the order given.</summary>
    /// <returns>Id of the first entry.</returns>
    Task<long> Append(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken);

    Task<LogEntry?> Find(long id, CancellationToken cancellationToken);

    /// <summary>Newest first; counting stops at 10,000.</summary>
    Task<Page<LogEntry>> Search(LogFilter filter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Entries in order of id, for replay, from <paramref name="afterId"/> (exclusive).</summary>
    Task<IReadOnlyList<LogEntry>> ReadOn(LogFilter filter, long afterId, int take, CancellationToken cancellationToken);

    /// <summary>Sequences of the log within which a higher id came later: one for each node that writes, or one alone.</summary>
    Task<IReadOnlyList<string>> Lanes(CancellationToken cancellationToken);

    /// <summary>The lane an entry stands in.</summary>
    string LaneOf(LogEntry entry);

    /// <summary>Accepted telegrams of a lane in their order. Looks at a bounded stretch of the log, so a page may be empty and yet lead on.</summary>
    Task<LanePage> ReadLane(string lane, long afterId, LaneSelection selection, int take, CancellationToken cancellationToken);

    /// <summary>How many telegrams of a selection follow an id, counting no further than <paramref name="most"/>, and when the first of them came.</summary>
    Task<LaneTally> Tally(string lane, long afterId, LaneSelection selection, int most, CancellationToken cancellationToken);

    /// <summary>The last id of a lane that came before an instant; 0 where none did.</summary>
    Task<long> LastBefore(string lane, DateTime instant, CancellationToken cancellationToken);

    /// <summary>Sets the verdict of entries whose device has been registered or changed since.</summary>
    Task SetVerdict(IReadOnlyCollection<long> ids, TelegramVerdict verdict, string reason, CancellationToken cancellationToken);

    /// <summary>Writes what people decided, in one transaction; what was decided otherwise meanwhile stays.</summary>
    /// <returns>Ids that were decided now.</returns>
    Task<IReadOnlyList<long>> Decide(IReadOnlyCollection<TelegramDecision> decisions, CancellationToken cancellationToken);

    /// <summary>MNs of which telegrams wait for a person (待登记, 时间可疑, 已搁置), newest first, at most 200.</summary>
    Task<IReadOnlyList<WaitingTelegrams>> Waiting(TelegramVerdict verdict, CancellationToken cancellationToken);

    /// <summary>All entries of the node up to this id have reached the reading store; also a sign of life.</summary>
    Task SaveCheckpoint(string node, long throughId, DateTime now, CancellationToken cancellationToken);

    Task<long?> FindCheckpoint(string node, CancellationToken cancellationToken);

    /// <summary>Takes over a node that has shown no life since <paramref name="silentSince"/>; null where there is none.</summary>
    Task<string?> AdoptSilentNode(string self, DateTime silentSince, DateTime now, CancellationToken cancellationToken);
}

/// <summary>What to look for in the log; null means any.</summary>
public sealed record LogFilter
{
    public string? Mn { get; init; }
    public CommandCode? Command { get; init; }
    public Direction? Direction { get; init; }
    public TelegramVerdict? Verdict { get; init; }
    public string? Qn { get; init; }
    public string? Node { get; init; }

    /// <summary>UTC, from ≤ at &lt; to.</summary>
    public DateTime? From { get; init; }
    public DateTime? To { get; init; }

    /// <summary>Text within the raw bytes.</summary>
    public string? Text { get; init; }
}

/// <summary>What waits of one MN.</summary>
public sealed record WaitingTelegrams(string Mn, DateTime FirstSeen, DateTime LastSeen, long Telegrams, string Remote, long SampleId);
