using EcoPark.Platform;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Log.Decisions;

namespace EcoPark.Telemetry.Log;

/// <summary>The log as whoever acts may read it. Telegrams name devices, passwords and settings of everybody: to accounts of enterprises it is empty, whatever their role says.</summary>
internal sealed class ScopedLog(ITelegramLog log) : ITelegramLog
{
    private static bool IsPark => Actor.Current.EnterpriseId is null;

    public Task Initialize(CancellationToken cancellationToken) => log.Initialize(cancellationToken);

    public Task<long> Append(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken) => log.Append(entries, cancellationToken);

    public async Task<LogEntry?> Find(long id, CancellationToken cancellationToken) => IsPark ? await log.Find(id, cancellationToken).ConfigureAwait(false) : null;

    public async Task<Page<LogEntry>> Search(LogFilter filter, int skip, int take, CancellationToken cancellationToken) =>
        IsPark ? await log.Search(filter, skip, take, cancellationToken).ConfigureAwait(false) : new Page<LogEntry>([], 0);

    public async Task<IReadOnlyList<LogEntry>> ReadOn(LogFilter filter, long afterId, int take, CancellationToken cancellationToken) =>
        IsPark ? await log.ReadOn(filter, afterId, take, cancellationToken).ConfigureAwait(false) : [];

    public Task<IReadOnlyList<string>> Lanes(CancellationToken cancellationToken) => log.Lanes(cancellationToken);

    public string LaneOf(LogEntry entry) => log.LaneOf(entry);

    public async Task<LanePage> ReadLane(string lane, long afterId, LaneSelection selection, int take, CancellationToken cancellationToken) =>
        IsPark ? await log.ReadLane(lane, afterId, selection, take, cancellationToken).ConfigureAwait(false) : throw new UnauthorizedAccessException("The log is the park's.");

    public Task<LaneTally> Tally(string lane, long afterId, LaneSelection selection, int most, CancellationToken cancellationToken) => log.Tally(lane, afterId, selection, most, cancellationToken);

    public Task<long> LastBefore(string lane, DateTime instant, CancellationToken cancellationToken) => log.LastBefore(lane, instant, cancellationToken);

    public Task SetVerdict(IReadOnlyCollection<long> ids, TelegramVerdict verdict, string reason, CancellationToken cancellationToken) => log.SetVerdict(ids, verdict, reason, cancellationToken);

    public async Task<IReadOnlyList<long>> Decide(IReadOnlyCollection<TelegramDecision> decisions, CancellationToken cancellationToken) =>
        IsPark ? await log.Decide(decisions, cancellationToken).ConfigureAwait(false) : [];

    public async Task<IReadOnlyList<WaitingTelegrams>> Waiting(TelegramVerdict verdict, CancellationToken cancellationToken) =>
        IsPark ? await log.Waiting(verdict, cancellationToken).ConfigureAwait(false) : [];

    public Task SaveCheckpoint(string node, long throughId, DateTime now, CancellationToken cancellationToken) => log.SaveCheckpoint(node, throughId, now, cancellationToken);

    public Task<long?> FindCheckpoint(string node, CancellationToken cancellationToken) => log.FindCheckpoint(node, cancellationToken);

    public Task<string?> AdoptSilentNode(string self, DateTime silentSince, DateTime now, CancellationToken cancellationToken) => log.AdoptSilentNode(self, silentSince, now, cancellationToken);
}
