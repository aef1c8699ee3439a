using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Audit;

/// <summary>
/// Writes every change of an audited entity (who, when, from where, before → after) in the transaction of the change itself, and every
/// save of a record as its next revision. What is outside the actor's scope cannot be saved at all.
/// </summary>
public sealed class AuditInterceptor(RecordTypes types, AuditSeal seal, AuditWitness witness, TimeProvider clock) : SaveChangesInterceptor
{
    private const string Hidden = "（不显示）";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };
    private static readonly string[] Bookkeeping = ["ConcurrencyStamp", "SecurityStamp", nameof(Record.Revision), nameof(Record.UpdatedAt), nameof(Record.UpdatedBy)];
    private readonly ConcurrentDictionary<Type, string?> _names = new();
    private readonly ConditionalWeakTable<DbContext, Pending> _pending = [];

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        List<AuditEntry> added = [.. db.ChangeTracker.Entries<AuditEntry>().Where(one => one.State == EntityState.Added).Select(one => one.Entity)];
        foreach (var entry in added)
            entry.Proof = seal.Prove(entry);
        witness.Hold(db, added);
        if (_pending.TryGetValue(db, out _))
            return result; // The entries themselves are being saved.
        var rows = await RowChanges.Of((ParkDb)db, types, cancellationToken).ConfigureAwait(false);
        foreach (var entry in db.ChangeTracker.Entries().Where(one => one.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || IsTouched(rows, one)).ToList())
        {
            RefuseOutsideScope(entry);
            Count(entry, IsTouched(rows, entry));
        }

        var changes = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && NameOf(entry.Metadata.ClrType) is not null)
            .Select(entry => new Change(entry, entry.State, Describe(entry, rows))).Where(change => change.State != EntityState.Modified || change.Detail.Length > 0).ToList();
        if (changes.Count == 0)
            return result;
        // Keys of new records are known only after the first save: both saves share a transaction.
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false) : null;
        _pending.Add(db, new Pending(changes, own, Turned(changes, toDeleted: true).ToHashSet(), Turned(changes, toDeleted: false).ToHashSet()));
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        if (!_pending.TryGetValue(db, out var pending) || pending.IsWriting)
        {
            if (db.Database.CurrentTransaction is null)
                witness.Commit(db); // A single row is written without a transaction.
            return result;
        }

        pending.IsWriting = true;
        var (actor, now) = (Actor.Current, clock.UtcNow());
        var (entries, revisions, records) = (new List<AuditEntry>(), new List<RecordRevision>(), new List<(Record Record, bool IsNew)>());
        foreach (var (entry, state, detail) in pending.Changes)
        {
            var action = state switch { EntityState.Added => "新增", EntityState.Deleted => "删除", _ => "修改" };
            var written = AuditLog.New(actor, now, action, NameOf(entry.Metadata.ClrType)!, KeyOf(entry), detail);
            entries.Add(written);
            if (entry.Entity is not Record record)
                continue;
            var type = types.Of(entry.Metadata.ClrType)!;
            (written.RecordType, written.RecordId) = (type.Name, record.Id);
            var turned = pending.Deletions.Contains(record) ? "删除" : pending.Restorations.Contains(record) ? "恢复" : action;
            revisions.Add(Revision(type, record, turned, actor, now));
            records.Add((record, state == EntityState.Added));
        }

        foreach (var written in entries)
            written.Proof = seal.Prove(written);
        try
        {
            await BulkInsert.Into(db, entries, cancellationToken).ConfigureAwait(false);
            witness.Hold(db, entries);
            await BulkInsert.Into(db, revisions, cancellationToken).ConfigureAwait(false);
            await BulkInsert.Into(db, await RecordSearch.Follow((ParkDb)db, types, records, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            if (pending.Own is { } own)
                await own.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await Forget(db, pending).ConfigureAwait(false);
        }

        return result;
    }

    /// <inheritdoc/>
    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        witness.Drop(eventData.Context!);
        if (_pending.TryGetValue(eventData.Context!, out var pending))
            await Forget(eventData.Context!, pending).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save asynchronously: the audit log is written with the change.");

    private async Task Forget(DbContext db, Pending pending)
    {
        _pending.Remove(db);
        if (pending.Own is { } own)
            await own.DisposeAsync().ConfigureAwait(false); // Without a commit this undoes the change.
    }

    private static void RefuseOutsideScope(EntityEntry entry)
    {
        if (Actor.Current.EnterpriseId is not { } own)
            return;
        var key = entry.Entity is IOfEnterprise ? nameof(IOfEnterprise.EnterpriseId) : entry.Entity is Record ? nameof(Record.Id) : null;
        if (key is not null && (!Equals(entry.Property(key).CurrentValue, own) || (entry.State != EntityState.Added && !Equals(entry.Property(key).OriginalValue, own))))
            throw new UnauthorizedAccessException($"{entry.Metadata.ClrType.Name} is outside the scope of enterprise {own}.");
    }

    /// <summary>A changed record is its next revision.</summary>
    private void Count(EntityEntry entry, bool isTouched)
    {
        if (entry.Entity is not Record record || entry.State == EntityState.Deleted)
            return;
        if (entry.State == EntityState.Modified && !isTouched && entry.Properties.All(one => Bookkeeping.Contains(one.Metadata.Name) || !one.IsModified))
            return;
        (record.Revision, record.UpdatedAt, record.UpdatedBy) = (record.Revision + 1, clock.UtcNow(), Actor.Current.Name);
    }

    private static bool IsTouched(RowChanges rows, EntityEntry entry) => entry.Entity is Record record && rows.Touched.Contains(record);

    private static IEnumerable<Record> Turned(IEnumerable<Change> changes, bool toDeleted) => changes
        .Where(change => change.State == EntityState.Modified && change.Entry.Entity is Record && change.Entry.Property(nameof(Record.DeletedAt)) is var deleted
            && (deleted.CurrentValue is not null) == toDeleted && (deleted.OriginalValue is null) == toDeleted)
        .Select(change => (Record)change.Entry.Entity);

    private static RecordRevision Revision(RecordType type, Record record, string action, Actor actor, DateTime now) => new()
    {
        Type = type.Name,
        RecordId = record.Id,
        Revision = record.Revision,
        EffectiveFrom = record.EffectiveFrom ?? DateOnly.FromDateTime(ParkTime.FromUtc(now)),
        At = now,
        By = actor.Name,
        Action = action,
        EnterpriseId = type.OwnerOf(record),
        Content = RecordHistory.ContentOf(type, record),
    };

    private string? NameOf(Type type) => _names.GetOrAdd(type, one =>
        one == typeof(IdentityUserRole<int>) ? "账户角色" : types.Of(one)?.Title ?? one.GetCustomAttribute<AuditedAttribute>()?.Name);

    private string LabelOf(EntityEntry entry, string property) =>
        types.Of(entry.Metadata.ClrType)?.Fields.FirstOrDefault(field => field.Property?.Name == property)?.Label
        ?? entry.Metadata.FindProperty(property)?.PropertyInfo?.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName
        ?? property switch
        {
            nameof(Record.DeletedAt) => "删除时间",
            nameof(Record.DeletedWhy) => "删除原因",
            nameof(Record.Custom) => "自定义字段",
            _ => property,
        };

    private static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Convert.ToString(entry.Property(key.Name).CurrentValue, CultureInfo.InvariantCulture)));

    private string Describe(EntityEntry entry, RowChanges rows)
    {
        var fields = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(one => !Bookkeeping.Contains(one.Metadata.Name) && !one.Metadata.IsPrimaryKey()))
        {
            if (entry.State == EntityState.Modified && (!property.IsModified || Same(property.OriginalValue, property.CurrentValue)))
                continue;
            var isSecret = property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute)) == true;
            var before = entry.State == EntityState.Added ? null : isSecret ? Hidden : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : isSecret ? Hidden : property.CurrentValue;
            if (before is not (null or "") || after is not (null or ""))
                fields[LabelOf(entry, property.Metadata.Name)] = [before, after];
        }

        if (types.Of(entry.Metadata.ClrType) is { } type)
        {
            foreach (var (label, before, after) in rows.Describe(type, entry))
                fields[label] = [before, after];
        }

        return fields.Count == 0 && entry.State == EntityState.Modified ? "" : JsonSerializer.Serialize(fields, Json);
    }

    private static bool Same(object? before, object? after) =>
        (before, after) switch
        {
            (IEnumerable<string> old, IEnumerable<string> now) => old.SequenceEqual(now),
            (Dictionary<string, string> old, Dictionary<string, string> now) => old.Count == now.Count && !old.Except(now).Any(),
            _ => Equals(before, after),
        };

    private sealed record Change(EntityEntry Entry, EntityState State, string Detail);

    private sealed class Pending(IReadOnlyList<Change> changes, IDbContextTransaction? own, IReadOnlySet<Record> deletions, IReadOnlySet<Record> restorations)
    {
        public IReadOnlySet<Record> Deletions { get; } = deletions;

        public IReadOnlySet<Record> Restorations { get; } = restorations;

        public IReadOnlyList<Change> Changes { get; } = changes;

        public IDbContextTransaction? Own { get; } = own;

        public bool IsWriting { get; set; }
    }
}
