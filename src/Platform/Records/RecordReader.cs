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

    /// <summary>What a field may refer to by this name.</summary>
    public IReferenceTarget? Target(string name) => types.FindTarget(name);

    /// <summary>Some whose name has the text, to choose one; none where the actor may not see them.</summary>
    public async Task<IReadOnlyList<RecordTitle>> Choose(string target, string? text, int most, CancellationToken cancellationToken)
    {
        if (types.FindTarget(target) is not { IsVisible: true } found)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await found.Choose(db, text, most, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of what is referred to.</summary>
    public async Task<string?> TitleOf(string target, int id, CancellationToken cancellationToken)
    {
        if (types.FindTarget(target) is not { } found)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return (await found.Titles(db, [id], cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Title;
    }

    /// <summary>How many records of each of these types an enterprise has, asked in one query.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsOf(int enterprise, CancellationToken cancellationToken)
    {
        var asked = types.All.Where(type => type.IsOfEnterprise && Actor.Current.May(type.View)).ToList();
        if (asked.Count == 0)
            return new Dictionary<string, int>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var union = asked.Select(type => type.CountOf(db, enterprise)).Aggregate(Queryable.Concat);
        return await union.ToDictionaryAsync(one => one.Type, one => one.Count, cancellationToken).ConfigureAwait(false);
    }

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
            one.record.Id, one.record.Revision, one.texts.GetValueOrDefault(type.TitleField.Name) ?? type.TitleOf(one.record), one.record.UpdatedAt, one.record.UpdatedBy, one.record.DeletedAt, one.record.DeletedWhy, one.own, one.texts)
        {
            RowTexts = RowTextsOf(fields, one.own, book),
        })];
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

    /// <summary>Titles of all that these values refer to, one query a target.</summary>
    private async Task<ReferenceBook> Book(ParkDb db, IReadOnlyList<Field> fields, IReadOnlyList<IReadOnlyDictionary<string, object?>> values, CancellationToken cancellationToken)
    {
        var book = new ReferenceBook();
        foreach (var group in values.SelectMany(one => LinksOf(fields, one)).Distinct().GroupBy(link => link.Target))
        {
            if (types.FindTarget(group.Key) is not { } target)
                continue;
            foreach (var title in await target.Titles(db, [.. group.Select(link => link.Id)], cancellationToken).ConfigureAwait(false))
                book.Add(group.Key, title);
        }

        return book;
    }

    private static IEnumerable<RecordLink> LinksOf(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var field in fields)
        {
            switch (field.Kind, values.GetValueOrDefault(field.Name))
            {
                case (FieldKind.Reference, int id):
                    yield return new RecordLink(field.Target, id);
                    break;
                case (FieldKind.AnyRecord, string text) when RecordLink.Read(text) is { } link:
                    yield return link;
                    break;
                case (FieldKind.Rows, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows):
                    foreach (var inside in rows.SelectMany(row => LinksOf(field.Rows!.Fields, row)))
                        yield return inside;
                    break;
            }
        }
    }

    private Dictionary<string, string> TextsOf(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> values, ReferenceBook book) =>
        fields.Where(field => values.GetValueOrDefault(field.Name) is not null).ToDictionary(field => field.Name, field => parser.Show(field, values[field.Name], book));

    /// <summary>Cell by cell; <see langword="null"/> where no field has rows.</summary>
    private Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>? RowTextsOf(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> values, ReferenceBook book)
    {
        var texts = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();
        foreach (var field in fields.Where(field => field.Kind == FieldKind.Rows))
        {
            if (values.GetValueOrDefault(field.Name) is IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
                texts[field.Name] = [.. rows.Select(row => TextsOf(field.Rows!.Fields, row, book))];
        }

        return texts.Count == 0 ? null : texts;
    }
}
