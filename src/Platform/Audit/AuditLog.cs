using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Audit;

/// <summary>What to look for.</summary>
public sealed record AuditFilter(string? Who = null, string? Action = null, string? Subject = null, string? SubjectId = null, DateTime? From = null, DateTime? To = null);

/// <summary>Writes what no change of a record shows (sign-ins, exports), and reads the log.</summary>
public sealed class AuditLog(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Data leave the house.</summary>
    public const string Export = "导出";

    /// <summary>Somebody was refused something.</summary>
    public const string Refusal = "拒绝";

    /// <summary>An entry was deleted before it was sealed.</summary>
    public const string Missing = "条目缺失";

    private static readonly AsyncLocal<Watching?> Watched = new();

    /// <summary>Notes whether an export is written from here on down the flow.</summary>
    internal static Watching Watch() => Watched.Value = new Watching();

    /// <param name="action">At most 20 letters.</param>
    public async Task Write(string action, string subject, string subjectId, string detail, CancellationToken cancellationToken)
    {
        if (action == Export && Watched.Value is { } watching)
            watching.HasExport = true;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.Add(New(Actor.Current, clock.UtcNow(), action, subject, subjectId, detail));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds it to what the context will save: written if and only if that is done.</summary>
    public void Add(ParkDb db, string action, string subject, string subjectId, string detail) => db.Add(New(Actor.Current, clock.UtcNow(), action, subject, subjectId, detail));

    /// <summary>Newest first, or oldest.</summary>
    public async Task<Page<AuditEntry>> Search(AuditFilter filter, int skip, int take, CancellationToken cancellationToken, bool isOldestFirst = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => filter.Who == null || entry.Who.Contains(filter.Who))
            .Where(entry => filter.Action == null || entry.Action == filter.Action)
            .Where(entry => filter.Subject == null || entry.Subject == filter.Subject)
            .Where(entry => filter.SubjectId == null || entry.SubjectId == filter.SubjectId)
            .Where(entry => filter.From == null || entry.At >= filter.From)
            .Where(entry => filter.To == null || entry.At < filter.To);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new(await (isOldestFirst ? found.OrderBy(entry => entry.Id) : found.OrderByDescending(entry => entry.Id)).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    internal static AuditEntry New(Actor actor, DateTime at, string action, string subject, string subjectId, string detail) => new()
    {
        At = new DateTime(at.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        AccountId = actor.AccountId,
        Who = actor.Name,
        Program = actor.Program,
        Remote = actor.Remote,
        Action = action,
        Subject = subject,
        SubjectId = subjectId.Length > 100 ? subjectId[..100] : subjectId,
        Detail = detail,
    };

    /// <summary>What was noted within a request.</summary>
    internal sealed class Watching : IDisposable
    {
        public bool HasExport { get; set; }

        public void Dispose() => Watched.Value = null;
    }
}
