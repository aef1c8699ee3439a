using System.Reflection;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Description of the rows that belong to a record.</summary>
public abstract class RowType(PropertyInfo list, Type entity)
{
    /// <summary>Most rows of one record.</summary>
    public const int Most = 1_000;

    /// <summary>Where the record keeps them.</summary>
    public PropertyInfo List { get; } = list;

    public Type Entity { get; } = entity;

    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>Fields by which a row is told from the others of its record.</summary>
    public IReadOnlyList<Field> Keys => [.. Fields.Where(one => one.IsKey)];

    /// <summary>The rows that the record holds in memory.</summary>
    public abstract IReadOnlyList<RecordRow> Of(Record record);

    /// <summary>Typed values, row by row; <see langword="null"/> where there is none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>>? ValuesOf(Record record) =>
        Of(record) is { Count: > 0 } rows ? [.. rows.OrderBy(row => row.Position).Select(ValuesOf)] : null;

    public IReadOnlyDictionary<string, object?> ValuesOf(RecordRow row) =>
        Fields.Select(field => (field.Name, Value: field.GetFrom(row))).Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value);

    /// <summary>
    /// Makes the record's rows say these values. A row stays itself where its key, or without keys its place, is the same, so that the
    /// database and the audit log see what has changed and no more.
    /// </summary>
    public void Put(Record record, IReadOnlyList<IReadOnlyDictionary<string, object?>> wanted)
    {
        var free = Of(record).OrderBy(row => row.Position).ToList();
        var keys = Keys;
        for (var at = 0; at < wanted.Count; at++)
        {
            var values = wanted[at];
            var row = keys.Count == 0 ? free.FirstOrDefault()
                : free.FirstOrDefault(one => keys.All(key => Equals(key.GetFrom(one), values.GetValueOrDefault(key.Name))));
            if (row is null)
                Add(record, row = New());
            else
                free.Remove(row);
            foreach (var field in Fields.Where(field => field.IsEntered))
                field.SetIn(row, values.GetValueOrDefault(field.Name));
            if (row.Position != at)
                row.Position = at;
        }

        foreach (var gone in free)
            Remove(record, gone);
    }

    /// <summary>Works out the stored fields of every row.</summary>
    public abstract void Work(Record record);

    /// <summary>Brings the rows of these records, tracked where they are.</summary>
    public abstract Task Load(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken);

    /// <summary>How many rows have this value in a field, deleted records' included or not.</summary>
    public abstract Task<int> CountWith(ParkDb db, Field field, object value, bool countsDeleted, CancellationToken cancellationToken);

    protected abstract RecordRow New();

    protected abstract void Add(Record record, RecordRow row);

    protected abstract void Remove(Record record, RecordRow row);
}

/// <inheritdoc/>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its rows.</typeparam>
internal sealed class RowType<T, TRow>(PropertyInfo list, FieldWords<TRow> words) : RowType(list, typeof(TRow))
    where T : Record
    where TRow : RecordRow, new()
{
    public override IReadOnlyList<Field> Fields => words.Fields;

    public override IReadOnlyList<RecordRow> Of(Record record) => Held(record);

    public override void Work(Record record)
    {
        foreach (var row in Held(record))
            words.Work(row);
    }

    public override async Task Load(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        // What is not in the database yet has no rows there.
        var stored = records.Where(record => record.Id > 0).ToList();
        if (stored.Count == 0)
            return;
        var isTracked = db.Entry(stored[0]).State != EntityState.Detached;
        foreach (var chunk in stored.Chunk(500))
        {
            var ids = chunk.Select(record => record.Id).ToList();
            var rows = db.Set<TRow>().IgnoreQueryFilters([RecordModel.Rows]).Where(row => ids.Contains(row.ParentId)).OrderBy(row => row.ParentId).ThenBy(row => row.Position);
            var found = await (isTracked ? rows : rows.AsNoTracking()).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (isTracked)
            {
                // The context puts them into their records.
                foreach (var record in chunk)
                    db.Entry(record).Collection(List.Name).IsLoaded = true;
                continue;
            }

            var byRecord = found.ToLookup(row => row.ParentId);
            foreach (var record in chunk)
            {
                Held(record).Clear();
                Held(record).AddRange(byRecord[record.Id]);
            }
        }
    }

    public override Task<int> CountWith(ParkDb db, Field field, object value, bool countsDeleted, CancellationToken cancellationToken)
    {
        var rows = countsDeleted ? db.Set<TRow>().IgnoreQueryFilters([RecordModel.Rows]) : db.Set<TRow>();
        return RecordFilters.WithValue(rows, field, [value]).CountAsync(cancellationToken);
    }

    protected override RecordRow New() => new TRow();

    protected override void Add(Record record, RecordRow row) => Held(record).Add((TRow)row);

    protected override void Remove(Record record, RecordRow row) => Held(record).Remove((TRow)row);

    private List<TRow> Held(Record record) => (List<TRow>)List.GetValue(record)!;
}
