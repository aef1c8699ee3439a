using System.Globalization;
using System.Text;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Org.BouncyCastle.Crypto.Digests;

namespace EcoPark.Platform.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Checked">Entries looked at.</param>
/// <param name="BrokenAt">Number of the first entry that is missing, altered or out of place; <see langword="null"/> where all is well.</param>
/// <param name="Head">Seal of the last good entry: noted elsewhere, it proves that nothing was cut off at the end.</param>
public sealed record ChainReport(long Checked, long? BrokenAt, string Head);

/// <summary>Each entry is sealed together with the seal before it (SM3): who alters, removes or inserts one breaks all that follow.</summary>
public sealed class AuditChain(IDbContextFactory<ParkDb> databases)
{
    internal const int ChunkSize = 1_000;

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
        var (number, seal) = (last?.Number ?? 0, last?.Seal ?? "");
        foreach (var entry in waiting)
        {
            entry.Number = ++number;
            entry.Seal = seal = SealOf(entry, seal);
        }

        // Another node that seals the same entries meets the unique number and starts again.
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return waiting.Count;
    }

    /// <summary>Goes through the whole chain.</summary>
    public async Task<ChainReport> Check(CancellationToken cancellationToken)
    {
        var (number, seal) = (0L, "");
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var after = number;
            var chunk = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Number > after)
                .OrderBy(entry => entry.Number).Take(ChunkSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (chunk.Count == 0)
                return new ChainReport(number, null, seal);
            foreach (var entry in chunk)
            {
                var right = SealOf(entry, seal);
                if (entry.Number != number + 1 || entry.Seal != right)
                    return new ChainReport(number, number + 1, seal);
                (number, seal) = (number + 1, right);
            }
        }
    }

    private static string SealOf(AuditEntry entry, string before)
    {
        // Lengths in front of the fields, so that no two entries read the same. PostgreSQL keeps microseconds.
        var text = new StringBuilder(before);
        string?[] fields =
        [
            entry.Number?.ToString(CultureInfo.InvariantCulture), (entry.At.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
            entry.AccountId?.ToString(CultureInfo.InvariantCulture), entry.Who, entry.Remote, entry.Action, entry.Subject, entry.SubjectId, entry.Detail,
        ];
        foreach (var field in fields)
            text.Append(CultureInfo.InvariantCulture, $"|{field?.Length ?? -1}:{field}");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
