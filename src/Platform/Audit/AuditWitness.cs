using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>
/// Remembers outside the database what has been committed to the log and is not sealed yet. Whoever deletes an entry within the second before it is sealed leaves no gap in the chain;
/// here it is missed. Also in a file beside the heads, so that a node that was killed misses it when it is up again.
/// </summary>
public sealed partial class AuditWitness(AuditHeads heads, AuditSeal seal, ILogger<AuditWitness> logger) : DbTransactionInterceptor
{
    /// <summary>In what a sealer of another node may still be working on, nothing is missed.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int AtOnce = 500;

    /// <summary>Where entries come without a break the file is never empty: at this size, bytes, it is written anew with what is still open.</summary>
    private const long LargestFile = 1 << 20;

    private readonly ConditionalWeakTable<DbContext, List<AuditEntry>> _held = [];
    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private readonly Lock _file = new();

    /// <summary>Entries that a context has written and not yet committed.</summary>
    internal void Hold(DbContext db, IReadOnlyCollection<AuditEntry> entries)
    {
        if (entries.Count > 0)
            _held.GetOrCreateValue(db).AddRange(entries);
    }

    /// <summary>What a context wrote is durable.</summary>
    internal void Commit(DbContext db)
    {
        if (!_held.TryGetValue(db, out var entries))
            return;
        _held.Remove(db);
        var lines = new StringBuilder();
        foreach (var entry in entries.Where(one => one.Proof is not null))
        {
            var seen = new Seen(entry.At, string.Create(CultureInfo.InvariantCulture, $"{ParkTime.FromUtc(entry.At):yyyy-MM-dd HH:mm:ss} {entry.Who} {entry.Action} {entry.Subject} {entry.SubjectId}").ReplaceLineEndings(" ").Replace('\t', ' '));
            _seen[entry.Proof!] = seen;
            lines.Append(LineOf(entry.Proof!, seen));
        }

        try
        {
            lock (_file)
                File.AppendAllText(heads.PendingFile, lines.ToString());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The change itself is durable, and memory still knows of the entry: only a kill within the next second would forget it.
            LogNotNoted(logger, exception);
        }
    }

    /// <summary>What a context wrote is undone.</summary>
    internal void Drop(DbContext db) => _held.Remove(db);

    /// <summary>What a node of this name had committed, and not yet seen sealed, when it ended.</summary>
    internal void Recall()
    {
        if (!File.Exists(heads.PendingFile))
            return;
        foreach (var line in File.ReadLines(heads.PendingFile))
        {
            if (line.Split('\t') is [var proof, var at, var what, var mac] && mac == seal.OfLine($"{proof}\t{at}\t{what}"))
                _seen.TryAdd(proof, new Seen(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), what));
        }
    }

    /// <summary>Looks for what was committed and is neither there nor sealed, and forgets what is sealed.</summary>
    /// <returns>What is missing, in words.</returns>
    internal async Task<IReadOnlyList<string>> Missing(ParkDb db, DateTime now, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var chunk in _seen.ToArray().Chunk(AtOnce))
        {
            List<string> proofs = [.. chunk.Select(one => one.Key)];
            var there = await db.Set<AuditEntry>().AsNoTracking().Where(entry => proofs.Contains(entry.Proof!)).Select(entry => new { entry.Proof, IsSealed = entry.Number != null })
                .ToDictionaryAsync(entry => entry.Proof!, entry => entry.IsSealed, cancellationToken).ConfigureAwait(false);
            foreach (var (proof, seen) in chunk)
            {
                var isGone = !there.TryGetValue(proof, out var isSealed);
                if (isGone && now - seen.At > Patience)
                    missing.Add(seen.What);
                if (isSealed || (isGone && now - seen.At > Patience))
                    _seen.TryRemove(proof, out _);
            }
        }

        lock (_file)
        {
            var file = new FileInfo(heads.PendingFile);
            if (file.Exists && _seen.IsEmpty)
                file.Delete();
            else if (file.Exists && file.Length > LargestFile)
                Rewrite(file.FullName);
        }

        return missing;
    }

    /// <inheritdoc/>
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is { } db)
            Commit(db);
    }

    /// <inheritdoc/>
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is { } db)
            Drop(db);
    }

    /// <inheritdoc/>
    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionRolledBack(transaction, eventData);
        return Task.CompletedTask;
    }

    private string LineOf(string proof, Seen seen)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{proof}\t{seen.At:O}\t{seen.What}");
        return $"{line}\t{seal.OfLine(line)}\n";
    }

    /// <summary>At once: whoever is killed meanwhile finds the former one.</summary>
    private void Rewrite(string file)
    {
        File.WriteAllText(file + ".new", string.Concat(_seen.Select(one => LineOf(one.Key, one.Value))));
        File.Move(file + ".new", file, overwrite: true);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was written to the audit log could not be noted outside the database.")]
    private static partial void LogNotNoted(ILogger logger, Exception exception);

    private sealed record Seen(DateTime At, string What);
}
