using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Checked">Entries that are good, from the first on.</param>
/// <param name="BrokenAt">Number of the first entry that is missing, altered or not the platform's; <see langword="null"/> where all is well.</param>
/// <param name="Head">Seal of the last good entry.</param>
/// <param name="Heads">Heads outside the database that it was held against.</param>
/// <param name="Finding">What is wrong, Chinese; empty where all is well.</param>
public sealed record ChainReport(long Checked, long? BrokenAt, string Head, int Heads = 0, string Finding = "")
{
    /// <summary>Nothing is wrong with the entries, and there was something outside the database to hold them against.</summary>
    public bool IsWhole => BrokenAt is null && Finding.Length == 0;
}

/// <summary>Each entry is sealed together with the seal before it, with a key: who alters, removes or inserts one breaks all that follow, and cannot mend them.</summary>
public sealed class AuditChain(IDbContextFactory<ParkDb> databases, AuditSeal seal, AuditHeads heads)
{
    internal const int ChunkSize = 1_000;

    /// <summary>An entry is written with the time at which its transaction began to save; clocks of nodes and long imports differ by less than this.</summary>
    internal static readonly TimeSpan Disorder = TimeSpan.FromMinutes(30);

    /// <summary>Seals what has been written since; called every second.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SealNew(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var waiting = await db.Set<AuditEntry>().Where(entry => entry.Number == null).OrderBy(entry => entry.Id).Take(ChunkSize).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (waiting.Count == 0)
            return 0;
        var last = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Number != null)
            .OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var (number, before) = (last?.Number ?? 0, last?.Seal ?? "");
        foreach (var entry in waiting)
        {
            entry.Number = ++number;
            entry.Seal = before = seal.Of(entry, before);
        }

        // Another node that seals the same entries meets the unique number and starts again.
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await heads.Keep(number, before, cancellationToken).ConfigureAwait(false);
        return waiting.Count;
    }

    /// <summary>Goes through the whole chain, and holds it against the heads outside the database.</summary>
    public async Task<ChainReport> Check(CancellationToken cancellationToken)
    {
        var (kept, forged) = await heads.Read(cancellationToken).ConfigureAwait(false);
        var expected = kept.GroupBy(head => head.Number).ToDictionary(same => same.Key, same => same.Select(head => head.Seal).Distinct().ToList());
        var (number, before, latest) = (0L, "", DateTime.UnixEpoch);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var after = number;
            var chunk = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Number > after)
                .OrderBy(entry => entry.Number).Take(ChunkSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (chunk.Count == 0)
                break;
            foreach (var entry in chunk)
            {
                if (Wrong(entry, number + 1, before, latest, expected.GetValueOrDefault(number + 1)) is { } finding)
                    return new ChainReport(number, number + 1, before, kept.Count, finding);
                (number, before) = (number + 1, entry.Seal!);
                latest = entry.At > latest ? entry.At : latest;
            }
        }

        if (kept.Count > 0 && kept.Max(head => head.Number) is var reached && reached > number)
            return new ChainReport(number, number + 1, before, kept.Count, $"库外留存的记录到第 {reached} 条，库中只到第 {number} 条：其后的被删去了。");
        if (forged > 0)
            return new ChainReport(number, null, before, kept.Count, $"库外留存的记录有 {forged} 行不是平台所写。");
        return number > 0 && kept.Count == 0 ? new ChainReport(number, null, before, 0, "没有库外留存的记录可以核对，整体删去后重写、截去末尾都查不出；请找回审计印记文件夹。") : new ChainReport(number, null, before, kept.Count);
    }

    /// <summary>Proves and seals every entry anew with another key, within the caller's transaction. Only a chain that is whole may be: see <see cref="Check"/>.</summary>
    /// <returns>How many.</returns>
    public static async Task<long> Renew(ParkDb db, AuditSeal fresh, CancellationToken cancellationToken)
    {
        var (number, before) = (0L, "");
        while (true)
        {
            var after = number;
            var chunk = await db.Set<AuditEntry>().Where(entry => entry.Number > after).OrderBy(entry => entry.Number).Take(ChunkSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (chunk.Count == 0)
                return number;
            foreach (var entry in chunk)
            {
                entry.Proof = fresh.Prove(entry);
                entry.Seal = before = fresh.Of(entry, before);
            }

            number = chunk[^1].Number!.Value;
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Number and seal of the last entry.</summary>
    public async Task<(long Number, string Seal)?> Last(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var last = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Number != null).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return last is null ? null : (last.Number!.Value, last.Seal!);
    }

    private string? Wrong(AuditEntry entry, long number, string before, DateTime latest, List<string>? expected) => entry switch
    {
        _ when entry.Number != number => $"第 {number} 条缺失。",
        _ when entry.Seal != seal.Of(entry, before) => $"第 {number} 条起印记不符：该条被改动、插入，或其前有删除。",
        _ when expected is not null && !expected.TrueForAll(one => one == entry.Seal) => $"第 {number} 条与库外留存的印记不符：该条及其后被整段改写。",
        _ when !seal.IsProven(entry) => $"第 {number} 条不是平台写入的。",
        _ when entry.At < latest - Disorder => $"第 {number} 条的时间早于前面的条目：被倒填。",
        _ => null,
    };
}
