using System.Runtime.CompilerServices;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Telemetry.Log.Decisions;

/// <summary>Decisions of people, chunk by chunk; each is in the audit log before it is carried out.</summary>
internal sealed class TelegramDecisions(
    ITelegramLog log, IDeviceRegistry registry, IDeviceKeys keys, TelegramReplay replay, RelayDebts debts, AuditLog audit) : ITelegramDecisions
{
    private const int ChunkSize = 2_000;
    private const int LongestReason = 200;

    public async Task<Outcome<DecisionReport>> Accept(TelegramChoice choice, TimeCorrection correction, string reason, CancellationToken cancellationToken)
    {
        if (Forbidden(reason) is { } forbidden)
            return forbidden;
        if (choice.Id is null && (choice.Verdict != TelegramVerdict.Held || correction.Way == CorrectionWay.ToTime))
            return new Problem("bad-choice", "按设备采纳只用于“时间可疑”的报文，且不能指定同一个数据时间；请给出更正量或按到达时间推算。", "way");

        await audit.Write("采纳报文", "报文", Named(choice), $"{WordsOf(correction)}；理由：{reason}", cancellationToken).ConfigureAwait(false);
        var (decided, left, why, shifts) = (0L, 0L, (Problem?)null, (TimeShifts?)null);
        await foreach (var chunk in Chosen(choice, [TelegramVerdict.Held], cancellationToken).ConfigureAwait(false))
        {
            var accepted = new List<(LogEntry Entry, TelegramDecision Decision)>();
            TimeSpan? ofAll = null; // The parts of one telegram belong together.
            foreach (var entry in chunk)
            {
                var shift = Judge(entry, correction, ref shifts, choice.Id is null ? null : ofAll);
                if (!shift.IsOk)
                {
                    (left, why) = (left + 1, why ?? shift.Problem);
                    continue;
                }

                ofAll = shift.Value;
                accepted.Add((entry, new TelegramDecision(entry.Id, TelegramVerdict.Held, TelegramVerdict.Accepted, shift.Value, Signed($"采纳（{Words(shift.Value)}）", reason))));
            }

            await debts.Note([.. accepted.Select(one => one.Entry)], cancellationToken).ConfigureAwait(false);
            var now = (await log.Decide([.. accepted.Select(one => one.Decision)], cancellationToken).ConfigureAwait(false)).ToHashSet();
            await replay.Deliver(accepted.Where(one => now.Contains(one.Entry.Id)).Select(one => one.Entry with { Shift = one.Decision.Shift }), cancellationToken).ConfigureAwait(false);
            decided += now.Count;
        }

        return Report(decided, left, why);
    }

    public async Task<Outcome<DecisionReport>> Discard(TelegramChoice choice, string reason, CancellationToken cancellationToken)
    {
        TelegramVerdict[] waiting = [TelegramVerdict.Held, TelegramVerdict.Quarantined, TelegramVerdict.SetAside];
        if (Forbidden(reason) is { } forbidden)
            return forbidden;
        if (choice.Id is null && !waiting.Contains(choice.Verdict))
            return new Problem("bad-choice", "只能舍弃时间可疑、待登记、已搁置的报文。", "verdict");

        await audit.Write("舍弃报文", "报文", Named(choice), $"理由：{reason}", cancellationToken).ConfigureAwait(false);
        var decided = 0L;
        await foreach (var chunk in Chosen(choice, waiting, cancellationToken).ConfigureAwait(false))
        {
            var decisions = chunk.Select(entry => new TelegramDecision(entry.Id, entry.Verdict, TelegramVerdict.Discarded, null, Signed("舍弃", reason)));
            decided += (await log.Decide([.. decisions], cancellationToken).ConfigureAwait(false)).Count;
        }

        return Report(decided, 0, null);
    }

    private static Problem? Forbidden(string reason)
    {
        if (Rights.Missing(TelemetryPermissions.DecideTelegrams, "处置报文") is { } missing)
            return missing;
        if (Actor.Current.EnterpriseId is not null)
            return new Problem("forbidden", "报文由园区处置，企业账户不能处置。");
        return string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? new Problem("no-reason", $"请写明理由，不超过 {LongestReason} 字。", "reason")
            : null;
    }

    private Outcome<TimeSpan> Judge(LogEntry entry, TimeCorrection correction, ref TimeShifts? shifts, TimeSpan? ofAll)
    {
        if (registry.Current.DeviceByMn.GetValueOrDefault(entry.Mn) is not { } device)
            return new Problem("unknown-device", $"没有登记 MN 为 {entry.Mn} 的数采仪，请先登记。", "mn");
        if (new LoggedTelegram(entry).Parse(keys) is not { } telegram)
            return new Problem("unreadable", "报文现在无法读出（密钥可能已更换）。");
        shifts ??= new TimeShifts(correction, device);
        var shift = ofAll is { } same ? same : shifts.Of(entry, telegram);
        if (!shift.IsOk)
            return shift;
        var (verdict, reason) = TelegramJudge.Judge(telegram, device, entry.At, isTimeDecided: true);
        return verdict == TelegramVerdict.Accepted ? shift : new Problem("refused", reason);
    }

    private async IAsyncEnumerable<IReadOnlyList<LogEntry>> Chosen(TelegramChoice choice, TelegramVerdict[] verdicts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (choice.Id is { } id)
        {
            if (await log.Find(id, cancellationToken).ConfigureAwait(false) is { Direction: Direction.Received } one && verdicts.Contains(one.Verdict))
                yield return await WithItsParts(one, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var filter = new LogFilter { Mn = choice.Mn, Verdict = choice.Verdict, Direction = Direction.Received };
        for (var after = 0L; await log.ReadOn(filter, after, ChunkSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } chunk; after = chunk[^1].Id)
            yield return chunk;
    }

    /// <summary>The part that has DataTime first: it says what the time of all of them is.</summary>
    private async Task<IReadOnlyList<LogEntry>> WithItsParts(LogEntry one, CancellationToken cancellationToken)
    {
        if (new LoggedTelegram(one).Parse(keys) is not { IsSplit: true } part)
            return [one];
        var group = new Reassembly();
        group.Add(part, one.At);
        var around = new LogFilter
        {
            Mn = one.Mn,
            Command = one.Command,
            Direction = Direction.Received,
            Verdict = one.Verdict,
            From = one.At - Reassembly.Patience,
            To = one.At + Reassembly.Patience,
        };
        var parts = (await log.ReadOn(around, 0, ChunkSize, cancellationToken).ConfigureAwait(false))
            .Where(other => other.Id != one.Id && new LoggedTelegram(other).Parse(keys) is { IsSplit: true } its && group.Knows(its));
        return [.. parts.Append(one).OrderBy(entry => entry.DataTime is null).ThenBy(entry => entry.Id)];
    }

    private static Outcome<DecisionReport> Report(long decided, long left, Problem? why)
    {
        if (decided > 0)
            return new DecisionReport(decided, left, why?.Message ?? "");
        return why ?? new Problem("nothing-waits", "没有等待处置的报文，可能已由他人处置，请刷新页面。");
    }

    private static string Named(TelegramChoice choice) => choice.Id is { } id ? $"编号 {id}" : choice.Mn;

    private static string Signed(string what, string reason) => StorableText.Of($"由{Actor.Current.Name}{what}：{reason}");

    private static string WordsOf(TimeCorrection correction) => correction.Way switch
    {
        CorrectionWay.AsWritten => "按原时间",
        CorrectionWay.ByShift => Words(correction.Shift),
        CorrectionWay.ToTime => $"数据时间更正为 {correction.DataTime:yyyy-MM-dd HH:mm:ss}",
        _ => "按到达时间推算",
    };

    private static string Words(TimeSpan shift) =>
        shift == TimeSpan.Zero ? "按原时间" : $"时间更正 {(shift < TimeSpan.Zero ? "−" : "+")}{(shift.Days != 0 ? $"{Math.Abs(shift.Days)} 天 " : "")}{shift.Duration():hh\\:mm\\:ss}";
}
