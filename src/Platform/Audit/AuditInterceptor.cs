using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Audit;

/// <summary>Writes every change of an audited entity (who, when, from where, before → after) in the transaction of the change itself.</summary>
public sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    private const string Hidden = "（不显示）";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };
    private static readonly ConcurrentDictionary<Type, string?> Names = new();
    private readonly ConditionalWeakTable<DbContext, Pending> _pending = [];

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        if (_pending.TryGetValue(db, out _))
            return result; // The entries themselves are being saved.
        var changes = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && NameOf(entry.Metadata.ClrType) is not null)
            .Select(entry => new Change(entry, entry.State, Describe(entry))).Where(change => change.State != EntityState.Modified || change.Detail.Length > 0).ToList();
        if (changes.Count == 0)
            return result;
        // Keys of new records are known only after the first save: both saves share a transaction.
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false) : null;
        _pending.Add(db, new Pending(changes, own));
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        if (!_pending.TryGetValue(db, out var pending) || pending.IsWriting)
            return result;
        pending.IsWriting = true;
        var (actor, now) = (Actor.Current, clock.UtcNow());
        foreach (var (entry, state, detail) in pending.Changes)
        {
            var action = state switch { EntityState.Added => "新增", EntityState.Deleted => "删除", _ => "修改" };
            db.Add(AuditLog.New(actor, now, action, NameOf(entry.Metadata.ClrType)!, KeyOf(entry), detail));
        }

        try
        {
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

    private static string? NameOf(Type type) => Names.GetOrAdd(type, static one =>
        one == typeof(IdentityUserRole<int>) ? "账户角色" : one.GetCustomAttribute<AuditedAttribute>()?.Name);

    private static string? LabelOf(PropertyInfo? property) => property?.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName;

    private static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Convert.ToString(entry.Property(key.Name).CurrentValue, CultureInfo.InvariantCulture)));

    private static string Describe(EntityEntry entry)
    {
        var fields = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(one => one.Metadata.Name is not ("ConcurrencyStamp" or "SecurityStamp") && !one.Metadata.IsPrimaryKey()))
        {
            if (entry.State == EntityState.Modified && (!property.IsModified || Same(property.OriginalValue, property.CurrentValue)))
                continue;
            var isSecret = property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute)) == true;
            var before = entry.State == EntityState.Added ? null : isSecret ? Hidden : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : isSecret ? Hidden : property.CurrentValue;
            if (before is not null || after is not null)
                fields[LabelOf(property.Metadata.PropertyInfo) ?? property.Metadata.Name] = [before, after];
        }

        return fields.Count == 0 && entry.State == EntityState.Modified ? "" : JsonSerializer.Serialize(fields, Json);
    }

    private static bool Same(object? before, object? after) =>
        before is IEnumerable<string> old && after is IEnumerable<string> now ? old.SequenceEqual(now) : Equals(before, after);

    private sealed record Change(EntityEntry Entry, EntityState State, string Detail);

    private sealed class Pending(IReadOnlyList<Change> changes, IDbContextTransaction? own)
    {
        public IReadOnlyList<Change> Changes { get; } = changes;

        public IDbContextTransaction? Own { get; } = own;

        public bool IsWriting { get; set; }
    }
}
