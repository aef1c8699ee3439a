using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EcoPark.Platform.Records;

/// <summary>
/// What a save is about to do to rows of records, and what is worked out of them: a record whose row changes is a changed record, with a
/// revision of its own.
/// </summary>
internal sealed class RowChanges
{
    private readonly ILookup<(Type Rows, int Record), EntityEntry> _rows;

    private RowChanges(IEnumerable<EntityEntry> rows) => _rows = rows.ToLookup(row => (row.Metadata.ClrType, ParentOf(row)));

    /// <summary>Records of which a row was added, changed or taken away.</summary>
    public HashSet<Record> Touched { get; } = [];

    /// <summary>Looks at what the context is about to save, and works out what is worked out and stored.</summary>
    public static async Task<RowChanges> Of(ParkDb db, RecordTypes types, CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var changes = new RowChanges(entries.Where(entry => entry.Entity is RecordRow));
        var records = entries.Where(entry => entry.Entity is Record).ToList();
        if (changes._rows.Count > 0)
            changes.Touch(records, types);
        var worked = records.Where(entry => (entry.State is EntityState.Added or EntityState.Modified || changes.Touched.Contains((Record)entry.Entity)) && types.Of(entry.Metadata.ClrType)?.Works == true)
            .GroupBy(entry => types.Of(entry.Metadata.ClrType)!);
        foreach (var group in worked)
        {
            var unknown = group.Where(entry => entry.State != EntityState.Added && group.Key.RowTypes.Any(rows => !entry.Collection(rows.List.Name).IsLoaded));
            await group.Key.LoadRows(db, [.. unknown.Select(entry => (Record)entry.Entity)], cancellationToken).ConfigureAwait(false);
            foreach (var entry in group)
                group.Key.Work((Record)entry.Entity);
        }

        return changes;
    }

    /// <summary>The rows of a record before and after the save, for the audit log; by label of the field.</summary>
    public IEnumerable<(string Label, string Before, string After)> Describe(RecordType type, EntityEntry record)
    {
        foreach (var field in type.Fields.Where(field => field.Rows is not null))
        {
            var rows = _rows[(field.Rows!.Entity, IdOf(record))].ToList();
            if (rows.All(row => row.State == EntityState.Unchanged))
                continue;
            yield return (field.Label,
                Text(field.Rows, rows.Where(row => row.State != EntityState.Added), row => row.OriginalValues),
                Text(field.Rows, rows.Where(row => row.State != EntityState.Deleted), row => row.CurrentValues));
        }
    }

    private static string Text(RowType type, IEnumerable<EntityEntry> rows, Func<EntityEntry, PropertyValues> values) => string.Join('；', rows
        .Select(values).OrderBy(row => row.GetValue<int>(nameof(RecordRow.Position))).Select(row => string.Join('，', type.Fields
            .Where(field => row[field.Property!.Name] is not (null or "")).Select(field => $"{field.Label} {FieldText.Shown(field, row[field.Property!.Name])}"))));

    private static int ParentOf(EntityEntry row)
    {
        var parent = row.Property(nameof(RecordRow.ParentId));
        return (int)(row.State == EntityState.Deleted ? parent.OriginalValue : parent.CurrentValue)!;
    }

    /// <summary>As the context knows it: of a new record a number of its own.</summary>
    private static int IdOf(EntityEntry record) => (int)record.Property(nameof(Record.Id)).CurrentValue!;

    private void Touch(IReadOnlyList<EntityEntry> records, RecordTypes types)
    {
        var known = new HashSet<(Type, int)>();
        foreach (var record in records)
        {
            foreach (var rows in types.Of(record.Metadata.ClrType)?.RowTypes ?? [])
            {
                var key = (rows.Entity, IdOf(record));
                known.Add(key);
                if (_rows[key].Any(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
                    Touched.Add((Record)record.Entity);
            }
        }

        if (_rows.FirstOrDefault(group => !known.Contains(group.Key) && group.Any(row => row.State != EntityState.Unchanged)) is { } lost)
            throw new InvalidOperationException($"Rows of {lost.Key.Rows.Name} are saved with their record, so that its revision says them.");
    }
}
