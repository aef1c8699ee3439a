using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Sheets;

/// <summary>
/// Workbooks and texts into records: the same checks as the form, for each cell. The file is read as it goes and saved in batches, so that
/// memory does not grow with its length; the good rows or none are taken, as chosen.
/// </summary>
public sealed class RecordImport(IDbContextFactory<ParkDb> databases, RecordService records, CustomFields custom, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Times that a batch is tried where others change the same records.</summary>
    private const int MostTries = 3;

    /// <summary>Columns of template and import.</summary>
    public static IReadOnlyList<Field> Columns(IReadOnlyList<Field> fields) => [.. fields.Where(field => field.IsEntered && field.Kind != FieldKind.Rows)];

    /// <param name="type">Kind of record.</param>
    /// <param name="file">The workbook or text.</param>
    /// <param name="saves">False only checks.</param>
    /// <param name="takesGoodRows">
    /// Saves the good rows although others are bad, batch by batch: who stops it keeps what was saved. Otherwise all is checked first, one bad
    /// row stops all, and all is saved in one transaction.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="progress">Told after every batch.</param>
    public async Task<Outcome<ImportReport>> Import(
        RecordType type, SheetFile file, bool saves, bool takesGoodRows, CancellationToken cancellationToken, IProgress<ImportProgress>? progress = null)
    {
        if (!Actor.Current.May(type.Edit))
            return RecordProblems.Forbidden;
        if (RecordService.MustPropose(type))
            return RecordProblems.NeedsApproval;
        var sheet = SheetReader.Open(file);
        if (!sheet.IsOk)
            return sheet.Problem;
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var columns = ImportColumns.Of(type.Title, Columns(fields), sheet.Value.Headings);
        if (!columns.IsOk)
            return columns.Problem;
        var rows = RowSheets.Read(type, file);
        if (!rows.IsOk)
            return rows.Problem;
        var plan = new Plan(type, fields, columns.Value, sheet.Value, rows.Value, progress);
        try
        {
            if (saves && takesGoodRows)
                return await SaveGood(plan, cancellationToken).ConfigureAwait(false);
            var check = await Check(plan, cancellationToken).ConfigureAwait(false);
            return !saves || check.Bad > 0 || check.Added + check.Changed == 0 ? check.Report(isDone: false) : await SaveAll(plan, cancellationToken).ConfigureAwait(false);
        }
        catch (SheetBrokenException broken)
        {
            return broken.Problem;
        }
    }

    /// <summary>The sheet again with each bad cell coloured and the reasons in the last column.</summary>
    public static async Task<byte[]> ResultSheet(SheetFile file, ImportReport report, CancellationToken cancellationToken)
    {
        var sheet = SheetReader.Open(file).Value!;
        var wrong = report.Problems.ToLookup(problem => problem.Row);
        var last = report.Untold > 0 && report.Problems.Count > 0 ? report.Problems[^1].Row : int.MaxValue;
        List<Column> columns = [.. sheet.Headings.Select(heading => new Column(heading)), new Column(ImportColumns.Result, Width: 60)];
        var rows = sheet.Rows.Select(row =>
        {
            var of = wrong[row.Number].ToList();
            var bad = of.Select(problem => problem.Heading).ToHashSet(StringComparer.Ordinal);
            var told = of.Count > 0 ? string.Join('；', of.Select(problem => problem.Message)) : row.Number > last ? "问题过多，此行起未逐一列出" : report.IsDone ? "已导入" : "正确，未导入";
            var marked = Enumerable.Range(0, sheet.Headings.Count).Select(column =>
                new Cell(column < row.Cells.Count ? row.Cells[column] : null, bad.Contains(ImportColumns.Bare(sheet.Headings[column])) ? CellLook.Bad : CellLook.Plain));
            return (IReadOnlyList<Cell>)[.. marked, new Cell(told, of.Count > 0 ? CellLook.Bad : CellLook.Plain)];
        });
        return await SheetWriter.Write(ImportColumns.Result, columns, rows, cancellationToken).ConfigureAwait(false);
    }

    private ImportRun RunOf(Plan plan) => new([.. records.ChecksOf(plan.Type).Select(check => check.ForMany())]);

    private async Task<ImportRun> Check(Plan plan, CancellationToken cancellationToken)
    {
        var run = RunOf(plan);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        foreach (var batch in plan.Sheet.Rows.Chunk(Batch))
        {
            run.Count(await Take(db, plan, run, batch, cancellationToken).ConfigureAwait(false));
            db.ChangeTracker.Clear();
            plan.Progress?.Report(new ImportProgress(false, run.Rows));
        }

        foreach (var lost in plan.Rows.Lost())
            run.Tell(lost);
        return run;
    }

    /// <summary>Every batch by itself: others go on working meanwhile.</summary>
    private async Task<ImportReport> SaveGood(Plan plan, CancellationToken cancellationToken)
    {
        var run = RunOf(plan);
        foreach (var batch in plan.Sheet.Rows.Chunk(Batch))
        {
            if (cancellationToken.IsCancellationRequested)
                return run.Report(isDone: true, isCancelled: true);
            run.Count(await SaveBatch(plan, run, batch).ConfigureAwait(false));
            plan.Progress?.Report(new ImportProgress(true, run.Rows));
        }

        foreach (var lost in plan.Rows.Lost())
            run.Tell(lost);
        return run.Report(isDone: true);
    }

    /// <summary>Not stopped half way: whoever stops the import keeps whole batches.</summary>
    private async Task<IReadOnlyList<ImportedRow>> SaveBatch(Plan plan, ImportRun run, SheetRow[] batch)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
            var taken = await Take(db, plan, run, batch, CancellationToken.None).ConfigureAwait(false);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
                return taken;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || RecordService.IsDuplicate(exception))
            {
                // Somebody has saved one of them meanwhile: what is there now is looked up anew.
                if (tries == MostTries)
                    return [.. batch.Select(row => new ImportedRow(RowFate.Bad, [new CellProblem(row.Number, "", "导入期间有人反复修改这些记录，此行未导入，请重新导入。")]))];
            }
        }
    }

    /// <summary>All or nothing.</summary>
    private async Task<Outcome<ImportReport>> SaveAll(Plan plan, CancellationToken cancellationToken)
    {
        var run = RunOf(plan);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var batch in plan.Sheet.Rows.Chunk(Batch))
            {
                run.Count(await Take(db, plan, run, batch, cancellationToken).ConfigureAwait(false));
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                db.ChangeTracker.Clear();
                plan.Progress?.Report(new ImportProgress(true, run.Rows));
            }
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || RecordService.IsDuplicate(exception))
        {
            return new Problem("changed", "导入期间有人修改了其中的记录，本次没有导入任何行，请重新导入。", "file");
        }

        if (run.Bad > 0)
            return run.Report(isDone: false); // Somebody has changed what the rows refer to since they were checked.
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return run.Report(isDone: true);
    }

    /// <summary>Checks a batch and puts what is right into the context.</summary>
    private async Task<IReadOnlyList<ImportedRow>> Take(ParkDb db, Plan plan, ImportRun run, SheetRow[] batch, CancellationToken cancellationToken)
    {
        var (type, columns) = (plan.Type, plan.Columns);
        var rows = batch.Select(row =>
        {
            var raw = columns.RawOf(row);
            plan.Rows.AddTo(raw);
            return RecordService.Understood(type, raw);
        }).ToList();
        var book = await records.Book(db, plan.Fields, rows, cancellationToken).ConfigureAwait(false);
        var present = await Present(db, type, rows, book, cancellationToken).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(clock.ParkNow());
        var taken = new List<ImportedRow>(batch.Length);
        var added = new List<Record>();
        foreach (var (row, raw) in batch.Zip(rows))
        {
            var key = KeyOf(type, raw, book);
            var record = key is not null && present.TryGetValue(key, out var known) ? known : type.New();
            if (key is not null && run.SeenBefore(key, row.Number) is { } before)
            {
                taken.Add(new ImportedRow(RowFate.Bad, [new CellProblem(row.Number, type.TitleField.Heading, $"与第 {before} 行重复。")]));
                continue;
            }

            var old = record.Id == 0 ? null : RecordHistory.ContentOf(type, record);
            var wrong = records.Apply(type, plan.Fields, record, raw, record.Id == 0, book);
            if (wrong.Count == 0 && await RecordService.Objection(run.Checks, record, cancellationToken).ConfigureAwait(false) is { } objection)
                wrong = [objection];
            if (wrong.Count > 0)
            {
                taken.Add(new ImportedRow(RowFate.Bad, [.. wrong.Select(problem => new CellProblem(row.Number, columns.HeadingOf(problem.Field), problem.Message + plan.Rows.PlaceOf(problem, raw)))]));
                Forget(db, type, record);
                continue;
            }

            record.EffectiveFrom = today;
            if (record.Id == 0)
                added.Add(record);
            taken.Add(new ImportedRow(record.Id == 0 ? RowFate.Added : old == RecordHistory.ContentOf(type, record) ? RowFate.Unchanged : RowFate.Changed, [], record));
        }

        db.AddRange(added);
        return taken;
    }

    /// <summary>As if nobody had touched it.</summary>
    private static void Forget(ParkDb db, RecordType type, Record record)
    {
        if (record.Id == 0)
            return;
        foreach (var row in type.RowTypes.SelectMany(rows => rows.Of(record)).ToList())
            db.Entry(row).State = EntityState.Detached;
        db.Entry(record).State = EntityState.Detached;
    }

    /// <summary>Records that the rows mean, tracked, by key.</summary>
    private async Task<Dictionary<string, Record>> Present(ParkDb db, RecordType type, List<IReadOnlyDictionary<string, object?>> rows, ReferenceBook book, CancellationToken cancellationToken)
    {
        // Keys that must be there narrow it down; one that may be missing cannot.
        var wanted = type.Keys.Where(key => key.IsRequired)
            .Select(key => (key, (IReadOnlyCollection<object>)[.. rows.Select(row => records.ParseKey(key, row, book)).OfType<object>().Distinct()])).ToList();
        return wanted.Count == 0 ? []
            : (await type.FindByKeys(db, wanted, cancellationToken).ConfigureAwait(false)).ToDictionary(record => Joined(type.Keys.Select(key => key.Get(record))));
    }

    /// <summary><see langword="null"/> where a key is missing that must be there.</summary>
    private string? KeyOf(RecordType type, IReadOnlyDictionary<string, object?> row, ReferenceBook book)
    {
        var keys = type.Keys.Select(field => (field.IsRequired, Value: records.ParseKey(field, row, book))).ToList();
        return keys.Count == 0 || keys.Exists(key => key.IsRequired && key.Value is null) ? null : Joined(keys.Select(key => key.Value));
    }

    private static string Joined(IEnumerable<object?> values) => string.Join('\u001f', values.Select(value => value is null ? "" : FieldText.Stored(value)));

    private sealed record Plan(RecordType Type, IReadOnlyList<Field> Fields, ImportColumns Columns, SheetStream Sheet, RowSheets Rows, IProgress<ImportProgress>? Progress);
}
