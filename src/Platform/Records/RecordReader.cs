using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Reads records for people and programs; without the permission there is nothing to read.</summary>
public sealed class RecordReader(IDbContextFactory<ParkDb> databases, RecordTypes types, CustomFields custom, FieldParser parser, ParkDictionaries dictionaries)
{
    public async Task<Page<RecordView>> Search(RecordType type, RecordQuery query, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.View))
            return new Page<RecordView>([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var page = await type.Search(db, query, await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false), dictionaries, cancellationToken).ConfigureAwait(false);
        return new Page<RecordView>(await Views(db, type, page.Items, cancellationToken).ConfigureAwait(false), page.Total);
    }

    public async Task<RecordView?> Find(RecordType type, int id, CancellationToken cancellationToken, bool isDeleted = false)
    {
        if (!Actor.Current.May(type.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await type.Find(db, id, isDeleted, cancellationToken).ConfigureAwait(false) is { } record ? (await Views(db, type, [record], cancellationToken).ConfigureAwait(false))[0] : null;
    }

    /// <summary>Records whose title or searched fields have the text, for choosing one.</summary>
    public async Task<IReadOnlyList<(int Id, string Title)>> Choose(RecordType type, string? text, int most, CancellationToken cancellationToken) =>
        [.. (await Search(type, new RecordQuery { Text = text, Take = most, Sort = type.TitleField.Name }, cancellationToken).ConfigureAwait(false)).Items.Select(record => (record.Id, record.Title))];

    /// <summary>Texts of values that are in no record yet, or no more.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Texts(RecordType type, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        (await Texts(type, [values], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The same for many, with one look-up of what they refer to.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Texts(RecordType type, IReadOnlyList<IReadOnlyDictionary<string, object?>> values, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var book = await Book(db, fields, values, cancellationToken).ConfigureAwait(false);
        return [.. values.Select(one => TextsOf(fields, one, book))];
    }

    internal async Task<IReadOnlyList<RecordView>> Views(ParkDb db, RecordType type, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var derived = await type.Derive(db, records, cancellationToken).ConfigureAwait(false);
        var values = records.Select((record, at) => ValuesOf(fields, record, derived.Count > at ? derived[at] : null)).ToList();
        var book = await Book(db, fields, values, cancellationToken).ConfigureAwait(false);
        return [.. records.Zip(values, (record, own) => (record, own, texts: TextsOf(fields, own, book))).Select(one => new RecordView(
            one.record.Id, one.record.Revision, one.texts.GetValueOrDefault(type.TitleField.Name) ?? type.TitleOf(one.record), one.record.UpdatedAt, one.record.UpdatedBy, one.record.DeletedAt, one.record.DeletedWhy, one.own, one.texts))];
    }

    internal static Dictionary<string, object?> ValuesOf(IReadOnlyList<Field> fields, Record record, IReadOnlyDictionary<string, object?>? derived = null)
    {
        var values = new Dictionary<string, object?>();
        foreach (var field in fields)
        {
            if ((field.IsDerived ? derived?.GetValueOrDefault(field.Name) : field.Get(record)) is { } value)
                values[field.Name] = value;
        }

        return values;
    }

    /// <summary>Titles of all records that these values refer to, one query a type.</summary>
    private async Task<ReferenceBook> Book(ParkDb db, IReadOnlyList<Field> fields, IReadOnlyList<IReadOnlyDictionary<string, object?>> values, CancellationToken cancellationToken)
    {
        var book = new ReferenceBook();
        foreach (var group in fields.Where(field => field.Kind == FieldKind.Reference).GroupBy(field => field.Target))
        {
            var ids = group.SelectMany(field => values.Select(one => one.GetValueOrDefault(field.Name))).OfType<int>().Distinct().ToList();
            if (ids.Count == 0)
                continue;
            foreach (var title in await types[group.Key].Titles(db, ids, cancellationToken).ConfigureAwait(false))
                book.Add(group.Key, title);
        }

        return book;
    }

    private Dictionary<string, string> TextsOf(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> values, ReferenceBook book) =>
        fields.Where(field => values.GetValueOrDefault(field.Name) is not null).ToDictionary(field => field.Name, field => parser.Show(field, values[field.Name], book));
}
