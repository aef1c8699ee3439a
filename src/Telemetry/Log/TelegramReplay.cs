using System.Buffers;
using EcoPark.Hj212;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Telemetry.Log;

/// <summary>Reads the log again and delivers what it holds. Stores and twins make repeats harmless.</summary>
internal sealed class TelegramReplay(
    ITelegramLog log, IDeviceRegistry registry, IDeviceKeys keys, TelegramDispatcher dispatcher, RelayDebts debts, AuditLog audit, TimeProvider clock) : ITelegramReplay
{
    private const int ChunkSize = 2_000;

    public async Task<ReplayReport> Replay(LogFilter filter, CancellationToken cancellationToken)
    {
        var report = new ReplayReport(0, 0, 0);
        if (Actor.Current.AccountId is not null)
            await audit.Write("重放", "报文", filter.Mn ?? "", $"{filter.Verdict} {filter.From:O} 至 {filter.To:O}", cancellationToken).ConfigureAwait(false);
        var received = filter with { Direction = Direction.Received, To = filter.To ?? clock.UtcNow().AddSeconds(1) };
        await foreach (var chunk in Chunks(received, 0, cancellationToken).ConfigureAwait(false))
        {
            var judged = chunk.Where(entry => entry.Verdict is not (TelegramVerdict.Malformed or TelegramVerdict.Discarded)).Select(Judge).ToList();
            await debts.Note([.. judged.Where(one => one.Verdict == TelegramVerdict.Accepted && one.Entry.Verdict != TelegramVerdict.Accepted).Select(one => one.Entry)], cancellationToken).ConfigureAwait(false);
            foreach (var changed in judged.Where(one => one.Verdict != one.Entry.Verdict || one.Reason != one.Entry.Reason).GroupBy(one => (one.Verdict, one.Reason)))
                await log.SetVerdict([.. changed.Select(one => one.Entry.Id)], changed.Key.Verdict, changed.Key.Reason, cancellationToken).ConfigureAwait(false);
            var accepted = judged.Where(one => one.Verdict == TelegramVerdict.Accepted).Select(one => one.Entry).ToList();
            await Deliver(accepted, cancellationToken).ConfigureAwait(false);
            report = new ReplayReport(report.Read + chunk.Count, report.Accepted + accepted.Count, report.Refused + chunk.Count - accepted.Count);
        }

        return report;
    }

    /// <summary>Delivers again what a node accepted after an id, up to now. Verdicts stand as they were given.</summary>
    /// <returns>How many, and the last id.</returns>
    public async Task<(long Count, long Last)> Redeliver(string node, long afterId, CancellationToken cancellationToken)
    {
        var filter = new LogFilter { Node = node, Verdict = TelegramVerdict.Accepted, Direction = Direction.Received, To = clock.UtcNow().AddSeconds(1) };
        var (count, last) = (0L, afterId);
        await foreach (var chunk in Chunks(filter, afterId, cancellationToken).ConfigureAwait(false))
        {
            await Deliver(chunk, cancellationToken).ConfigureAwait(false);
            (count, last) = (count + chunk.Count, chunk[^1].Id);
        }

        return (count, last);
    }

    private async IAsyncEnumerable<IReadOnlyList<LogEntry>> Chunks(
        LogFilter filter, long afterId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var chunk = await log.ReadOn(filter, afterId, ChunkSize, cancellationToken).ConfigureAwait(false);
            if (chunk.Count == 0)
                yield break;
            yield return chunk;
            afterId = chunk[^1].Id;
        }
    }

    private (LogEntry Entry, TelegramVerdict Verdict, string Reason) Judge(LogEntry entry)
    {
        if (!Telegram.TryParse(new ReadOnlySequence<byte>(entry.Raw), keys, out var telegram, out var error))
        {
            return error.Kind == TelegramErrorKind.Undecryptable && registry.Current.DeviceByMn.ContainsKey(entry.Mn)
                ? (entry, entry.Verdict, TelegramJudge.WrongKeyReason)
                : (entry, entry.Verdict, entry.Reason);
        }

        var (verdict, reason) = TelegramJudge.Judge(telegram!, registry.Current.DeviceByMn.GetValueOrDefault(telegram!.Mn), entry.At, isTimeDecided: entry.Shift is not null);
        return (entry, verdict, verdict == TelegramVerdict.Accepted && entry.Shift is not null ? entry.Reason : reason);
    }

    /// <summary>Brings entries to their twins; ends when their readings are durable.</summary>
    public Task Deliver(IEnumerable<LogEntry> entries, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            entries.GroupBy(entry => entry.Mn, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = cancellationToken },
            async (device, token) => await dispatcher.Deliver(
                device.Key, [.. device.Select(entry => new LoggedTelegram(entry))], null, token).ConfigureAwait(false));
}
