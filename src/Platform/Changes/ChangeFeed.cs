using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Changes;

/// <summary>One save of a record, as its subscribers see it.</summary>
/// <param name="Number">Place in the feed, which is the place in the audit chain: growing, without gaps, given after the commit.</param>
/// <param name="Type">Name of the record type.</param>
/// <param name="RecordId">The record.</param>
/// <param name="At">UTC of the save.</param>
public sealed record RecordChange(long Number, string Type, int RecordId, DateTime At);

/// <summary>Changes that a subscriber has not seen to yet, oldest first.</summary>
/// <param name="Changes">Of the types asked for.</param>
/// <param name="Through">To be handed to <see cref="ChangeFeed.Advance"/> once all of them are seen to; also covers what is of other types.</param>
public sealed record ChangeBatch(IReadOnlyList<RecordChange> Changes, long Through);

/// <summary>What changes of some types amount to; differs whenever one of them has been saved since.</summary>
/// <param name="Sealed">Number of the last change with a place in the feed.</param>
/// <param name="Waiting">Committed changes that are still to get theirs.</param>
public readonly record struct ChangeVersion(long Sealed, int Waiting);

/// <summary>
/// Every change of a record, once it is committed, in one order for the whole cluster. A subscriber has a durable cursor and moves it only when it has
/// seen to what it was given: at least once, whatever fails or restarts in between; so what it does must bear repetition.
/// </summary>
/// <remarks>The feed is the audit chain: ids of revisions are given before the commit and may become visible out of order, numbers of the chain cannot.</remarks>
public sealed class ChangeFeed(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Reads on after the subscriber's cursor. Who asks for the first time begins with what comes from now on.</summary>
    /// <param name="subscriber">Stable name, 50 characters at most.</param>
    /// <param name="types">Names of record types.</param>
    /// <param name="most">Changes at once.</param>
    public async Task<ChangeBatch> Next(string subscriber, IReadOnlyCollection<string> types, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var head = await db.Set<AuditEntry>().MaxAsync(entry => entry.Number, cancellationToken).ConfigureAwait(false) ?? 0;
        var cursor = await db.Set<ChangeCursor>().AsNoTracking().SingleOrDefaultAsync(one => one.Subscriber == subscriber, cancellationToken).ConfigureAwait(false);
        if (cursor is null)
        {
            await Advance(subscriber, head, cancellationToken).ConfigureAwait(false);
            return new ChangeBatch([], head);
        }

        var changes = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Number > cursor.Number && entry.RecordType != null && types.Contains(entry.RecordType))
            .OrderBy(entry => entry.Number).Take(most).Select(entry => new RecordChange(entry.Number!.Value, entry.RecordType!, entry.RecordId!.Value, entry.At))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new ChangeBatch(changes, changes.Count == most ? changes[^1].Number : Math.Max(head, cursor.Number));
    }

    /// <summary>Everything up to a number is seen to.</summary>
    public async Task Advance(string subscriber, long through, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ChangeCursor" ("Subscriber", "Number", "At") VALUES ({subscriber}, {through}, {now})
            ON CONFLICT ("Subscriber") DO UPDATE SET "Number" = excluded."Number", "At" = excluded."At" WHERE "ChangeCursor"."Number" < excluded."Number"
            """,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For who keeps a picture in memory and reads all of it anew when something of it has changed.</summary>
    public async Task<ChangeVersion> Version(IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var ofTypes = db.Set<AuditEntry>().Where(entry => entry.RecordType != null && types.Contains(entry.RecordType));
        var number = await ofTypes.MaxAsync(entry => entry.Number, cancellationToken).ConfigureAwait(false) ?? 0;
        var waiting = await ofTypes.CountAsync(entry => entry.Number == null, cancellationToken).ConfigureAwait(false);
        return new ChangeVersion(number, waiting);
    }
}
