using System.Runtime.CompilerServices;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Sheets;

/// <summary>Lists as workbooks, and the empty template of an import.</summary>
public sealed class RecordExport(RecordReader reader, CustomFields custom, AuditLog audit)
{
    private const int Chunk = 2_000;

    /// <summary>All records, however many, in pages, so that memory does not grow with their number of columns alone. The export is in the audit log.</summary>
    public async Task<byte[]> Export(RecordType type, RecordQuery query, IReadOnlyCollection<string> columns, CancellationToken cancellationToken)
    {
        var fields = (await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false)).Where(field => columns.Count == 0 || columns.Contains(field.Name)).ToList();
        await audit.Write("导出", type.Title, "", query.Text is null && query.Filters.Count == 0 ? "全部" : $"{query.Text} {string.Join(' ', query.Filters.Select(one => $"{one.Key}={one.Value}"))}".Trim(), cancellationToken).ConfigureAwait(false);
        var held = fields.Where(field => field.Rows is not null).ToList();
        fields.RemoveAll(held.Contains);
        List<Column> headings = [.. fields.Select(field => new Column(field.Heading, Width: WidthOf(field))), new Column("更新时间", Width: 19), new Column("更新人")];
        return await SheetWriter.WriteBook(
        [
            (type.Title, headings, Rows(type, query, fields, cancellationToken)),
            .. held.Select(field => (field.Label, (IReadOnlyList<Column>)[.. RowSheets.Columns(type, field.Rows!).Select(column => new Column(column.Heading, Width: WidthOf(column)))], HeldRows(type, query, field, cancellationToken))),
        ], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Headings, required columns marked, choices as lists; no rows.</summary>
    public async Task<byte[]> Template(RecordType type, CancellationToken cancellationToken)
    {
        var fields = RecordImport.Columns(await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false));
        return await SheetWriter.WriteBook(
        [
            new SheetContent(type.Title, Empty(fields), []),
            .. type.Fields.Where(field => field.Rows is not null).Select(field => new SheetContent(field.Label, Empty(RowSheets.Columns(type, field.Rows!)), [])),
        ], cancellationToken).ConfigureAwait(false);

        static IReadOnlyList<Column> Empty(IReadOnlyList<Field> fields) =>
            [.. fields.Select(field => new Column(field.Heading, field.IsRequired, WidthOf(field), field.Kind == FieldKind.YesNo ? ["是", "否"] : field.Choices))];
    }

    private async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(RecordType type, RecordQuery query, IReadOnlyList<Field> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in Records(type, query, cancellationToken).ConfigureAwait(false))
            yield return [.. fields.Select(field => new Cell(CellOf(field, record.Values, record.Texts))), new Cell(Time.ParkTime.FromUtc(record.UpdatedAt)), new Cell(record.UpdatedBy)];
    }

    /// <summary>Rows of all these records, each with the keys of its record.</summary>
    private async IAsyncEnumerable<IReadOnlyList<Cell>> HeldRows(RecordType type, RecordQuery query, Field field, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = field.Rows!.Fields.Where(column => column.IsEntered).ToList();
        await foreach (var record in Records(type, query, cancellationToken).ConfigureAwait(false))
        {
            if (record.Values.GetValueOrDefault(field.Name) is not IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
                continue;
            foreach (var (row, texts) in rows.Zip(record.RowTexts![field.Name]))
                yield return [.. type.Keys.Select(key => new Cell(CellOf(key, record.Values, record.Texts))), .. columns.Select(column => new Cell(CellOf(column, row, texts)))];
        }
    }

    private async IAsyncEnumerable<RecordView> Records(RecordType type, RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var skip = 0; ; skip += Chunk)
        {
            var page = await reader.Search(type, query with { Skip = skip, Take = Chunk }, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Items)
                yield return record;
            if (page.Items.Count < Chunk)
                yield break;
        }
    }

    /// <summary>Numbers, days and instants stay what they are; all else is as on the page.</summary>
    private static object? CellOf(Field field, IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, string> texts) => field.Kind switch
    {
        FieldKind.Moment => values.GetValueOrDefault(field.Name) is DateTime utc ? Time.ParkTime.FromUtc(utc) : null,
        FieldKind.Number or FieldKind.Integer or FieldKind.Date or FieldKind.Shape or FieldKind.AnyRecord => values.GetValueOrDefault(field.Name),
        _ => texts.GetValueOrDefault(field.Name),
    };

    private static double WidthOf(Field field) => field.Kind switch
    {
        FieldKind.LongText => 40,
        FieldKind.Code or FieldKind.Reference => 26,
        FieldKind.Text => 22,
        FieldKind.Moment => 19,
        _ => 14,
    };
}
