using System.Runtime.CompilerServices;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Sheets;

/// <summary>Lists as workbooks, and the empty template of an import.</summary>
public sealed class RecordExport(RecordReader reader, CustomFields custom, AuditLog audit)
{
    /// <summary>Records beyond which an export ends; its name says so.</summary>
    public const int MostRows = 100_000;

    private const int Chunk = 2_000;

    /// <summary>All records that fit, in pages, so that memory does not grow with their number of columns alone. The export is in the audit log.</summary>
    public async Task<byte[]> Export(RecordType type, RecordQuery query, IReadOnlyCollection<string> columns, CancellationToken cancellationToken)
    {
        var fields = (await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false)).Where(field => columns.Count == 0 || columns.Contains(field.Name)).ToList();
        await audit.Write("导出", type.Title, "", query.Text is null && query.Filters.Count == 0 ? "全部" : $"{query.Text} {string.Join(' ', query.Filters.Select(one => $"{one.Key}={one.Value}"))}".Trim(), cancellationToken).ConfigureAwait(false);
        List<Column> headings = [.. fields.Select(field => new Column(field.Heading, Width: WidthOf(field))), new Column("更新时间", Width: 19), new Column("更新人")];
        return await SheetWriter.Write(type.Title, headings, Rows(type, query, fields, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Headings, required columns marked, choices as lists; no rows.</summary>
    public async Task<byte[]> Template(RecordType type, CancellationToken cancellationToken)
    {
        var fields = RecordImport.Columns(await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false));
        return await SheetWriter.Write(
            type.Title, [.. fields.Select(field => new Column(field.Heading, field.IsRequired, WidthOf(field), field.Kind == FieldKind.YesNo ? ["是", "否"] : field.Choices))],
            Array.Empty<IReadOnlyList<Cell>>(), cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(RecordType type, RecordQuery query, IReadOnlyList<Field> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var skip = 0; skip < MostRows; skip += Chunk)
        {
            var page = await reader.Search(type, query with { Skip = skip, Take = Chunk }, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Items)
                yield return [.. fields.Select(field => new Cell(CellOf(field, record))), new Cell(Time.ParkTime.FromUtc(record.UpdatedAt)), new Cell(record.UpdatedBy)];
            if (page.Items.Count < Chunk)
                yield break;
        }
    }

    /// <summary>Numbers and days stay what they are; all else is as on the page.</summary>
    private static object? CellOf(Field field, RecordView record) => field.Kind switch
    {
        FieldKind.Moment => record.Values.GetValueOrDefault(field.Name) is DateTime utc ? Time.ParkTime.FromUtc(utc) : null,
        FieldKind.Number or FieldKind.Integer or FieldKind.Date => record.Values.GetValueOrDefault(field.Name),
        FieldKind.Shape => record.Values.GetValueOrDefault(field.Name),
        _ => record.Texts.GetValueOrDefault(field.Name),
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
