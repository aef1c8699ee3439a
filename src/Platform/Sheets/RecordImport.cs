using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Sheets;

/// <summary>What is wrong in a cell, or in a row as a whole.</summary>
/// <param name="Row">As Excel counts: the first row below the headings is 2.</param>
/// <param name="Heading">Column; empty for the row as a whole.</param>
/// <param name="Message">What is wrong and what to enter.</param>
public sealed record CellProblem(int Row, string Heading, string Message);

/// <summary>What an import did, or would do.</summary>
/// <param name="IsDone">Records were saved.</param>
/// <param name="Rows">Rows of the sheet.</param>
/// <param name="Added">New records.</param>
/// <param name="Changed">Records that were there and got new content.</param>
/// <param name="Unchanged">Records that say the same already.</param>
/// <param name="BadRows">Rows that are not taken.</param>
/// <param name="Problems">All that is wrong, in the order of the rows.</param>
public sealed record ImportReport(bool IsDone, int Rows, int Added, int Changed, int Unchanged, int BadRows, IReadOnlyList<CellProblem> Problems);

/// <summary>Excel into records: the same checks as the form, for each cell; the good rows or none are taken, as chosen.</summary>
public sealed class RecordImport(IDbContextFactory<ParkDb> databases, RecordService records, CustomFields custom, TimeProvider clock)
{
    /// <summary>Columns of template and import.</summary>
    public static IReadOnlyList<Field> Columns(IReadOnlyList<Field> fields) => [.. fields.Where(field => field.IsEntered && field.Kind != FieldKind.Rows)];

    /// <param name="type">Kind of record.</param>
    /// <param name="content">The workbook.</param>
    /// <param name="saves">False only checks.</param>
    /// <param name="takesGoodRows">Saves the good rows although others are bad; otherwise one bad row stops all.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is saved then.</param>
    public async Task<Outcome<ImportReport>> Import(RecordType type, byte[] content, bool saves, bool takesGoodRows, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Edit))
            return RecordProblems.Forbidden;
        if (RecordService.MustPropose(type))
            return RecordProblems.NeedsApproval;
        var sheet = SheetReader.Read(content);
        if (!sheet.IsOk)
            return sheet.Problem;
        var fields = Columns(await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false));
        var columns = sheet.Value.Headings.Select(heading => FieldOf(fields, heading)).ToList();
        if (Unfit(type, fields, sheet.Value, columns) is { } unfit)
            return unfit;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = sheet.Value.Rows.Select(row => RecordService.WithOwnEnterprise(type, RawOf(columns, row.Cells))).ToList();
        var book = await records.Book(db, fields, rows, cancellationToken).ConfigureAwait(false);
        var present = await Present(db, type, rows, book, cancellationToken).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(clock.ParkNow());
        var (problems, seen) = (new List<CellProblem>(), new Dictionary<string, int>());
        var (added, changed, unchanged, bad) = (0, 0, 0, 0);
        for (var at = 0; at < rows.Count; at++)
        {
            var number = sheet.Value.Rows[at].Number;
            var key = KeyOf(type, fields, rows[at], book);
            var record = key is not null && present.TryGetValue(key, out var known) ? known : type.New();
            var wrong = records.Apply(type, fields, record, rows[at], record.Id == 0, book).Select(problem => new CellProblem(number, HeadingOf(fields, problem.Field), problem.Message)).ToList();
            if (key is not null && !seen.TryAdd(key, number))
                wrong.Add(new CellProblem(number, type.TitleField.Heading, $"与第 {seen[key]} 行重复。"));
            problems.AddRange(wrong);
            if (wrong.Count > 0)
            {
                bad++;
                if (record.Id != 0)
                    await db.Entry(record).ReloadAsync(cancellationToken).ConfigureAwait(false); // As it was.
                continue;
            }

            record.EffectiveFrom = today;
            if (record.Id == 0)
            {
                added++;
                db.Add(record);
            }
            else if (db.Entry(record).State == EntityState.Modified)
            {
                changed++;
            }
            else
            {
                unchanged++;
            }
        }

        if (!saves || (bad > 0 && !takesGoodRows) || added + changed == 0)
            return new ImportReport(false, rows.Count, added, changed, unchanged, bad, problems);
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || RecordService.IsDuplicate(exception))
        {
            return new Problem("changed", "导入期间有人修改了其中的记录，本次没有导入任何行，请重新导入。", "file");
        }

        return new ImportReport(true, rows.Count, added, changed, unchanged, bad, problems);
    }

    /// <summary>The sheet again with each bad cell coloured and the reasons in the last column.</summary>
    public static async Task<byte[]> ResultSheet(byte[] content, ImportReport report, CancellationToken cancellationToken)
    {
        var sheet = SheetReader.Read(content).Value!;
        var wrong = report.Problems.ToLookup(problem => problem.Row);
        List<Column> columns = [.. sheet.Headings.Select(heading => new Column(heading)), new Column("导入结果", Width: 60)];
        var rows = sheet.Rows.Select(row =>
        {
            var of = wrong[row.Number].ToList();
            var bad = of.Select(problem => problem.Heading).ToHashSet(StringComparer.Ordinal);
            var told = of.Count > 0 ? string.Join('；', of.Select(problem => problem.Message)) : report.IsDone ? "已导入" : "正确，未导入";
            return (IReadOnlyList<Cell>)[.. row.Cells.Select((cell, column) => new Cell(cell, column < sheet.Headings.Count && bad.Contains(Bare(sheet.Headings[column])) ? CellLook.Bad : CellLook.Plain)),
                new Cell(told, of.Count > 0 ? CellLook.Bad : CellLook.Plain)];
        });
        return await SheetWriter.Write("导入结果", columns, rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A heading without the marks people add.</summary>
    private static string Bare(string heading) => heading.Trim().TrimStart('*', '＊').Trim().Replace('(', '（').Replace(')', '）');

    private static Field? FieldOf(IReadOnlyList<Field> fields, string heading) =>
        fields.FirstOrDefault(field => field.Heading == Bare(heading)) ?? fields.FirstOrDefault(field => field.Label == Bare(heading));

    private static string HeadingOf(IReadOnlyList<Field> fields, string? name) => fields.FirstOrDefault(field => field.Name == name)?.Heading ?? "";

    private static Problem? Unfit(RecordType type, IReadOnlyList<Field> fields, SheetTable sheet, List<Field?> columns)
    {
        var unknown = sheet.Headings.Where((heading, at) => heading.Length > 0 && heading != "导入结果" && columns[at] is null).ToList();
        if (unknown.Count > 0)
            return new Problem("columns", $"表头“{string.Join('、', unknown.Take(5))}”不是{type.Title}的字段，请使用下载的模板，不要改动表头。", "file");
        var missing = fields.Where(field => field.IsRequired && !columns.Contains(field) && !(field.Name == "enterpriseId" && Actor.Current.EnterpriseId is not null)).Select(field => field.Label).ToList();
        if (missing.Count > 0)
            return new Problem("columns", $"缺少必填列：{string.Join('、', missing)}。请使用下载的模板。", "file");
        return columns.OfType<Field>().GroupBy(field => field.Name).FirstOrDefault(group => group.Count() > 1) is { } twice ? new Problem("columns", $"“{twice.First().Label}”列出现了两次，请删去一列。", "file") : null;
    }

    private static Dictionary<string, object?> RawOf(List<Field?> columns, IReadOnlyList<object?> row)
    {
        var raw = new Dictionary<string, object?>();
        for (var at = 0; at < Math.Min(columns.Count, row.Count); at++)
        {
            if (columns[at] is { } field)
                raw[field.Name] = row[at];
        }

        return raw;
    }

    /// <summary>Records that the rows mean, tracked, by key.</summary>
    private async Task<Dictionary<string, Record>> Present(ParkDb db, RecordType type, List<IReadOnlyDictionary<string, object?>> rows, ReferenceBook book, CancellationToken cancellationToken)
    {
        if (type.Fields.FirstOrDefault(field => field.IsKey && field.Kind != FieldKind.Reference) is not { } main)
            return [];
        var values = rows.Select(row => records.ParseKey(main, row, book)).OfType<object>().Distinct().ToList();
        var keys = type.Fields.Where(field => field.IsKey).ToList();
        return (await type.FindByKey(db, main, values, cancellationToken).ConfigureAwait(false)).ToDictionary(record => Joined(keys.Select(key => key.Get(record))));
    }

    private string? KeyOf(RecordType type, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> row, ReferenceBook book)
    {
        var keys = fields.Where(field => field.IsKey).Select(field => records.ParseKey(field, row, book)).ToList();
        return keys.Count == 0 || keys.Contains(null) ? null : Joined(keys);
    }

    private static string Joined(IEnumerable<object?> values) => string.Join('\u001f', values.Select(value => value is null ? "" : FieldText.Stored(value)));
}
