using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>A field that two people have changed differently.</summary>
/// <param name="Field">Which.</param>
/// <param name="Theirs">What the record says now.</param>
/// <param name="Mine">What was to be saved.</param>
public sealed record FieldDifference(Field Field, string Theirs, string Mine);

/// <summary>Somebody else has saved in the meantime.</summary>
public sealed record EditConflict(int Revision, string By, DateTime At, IReadOnlyList<FieldDifference> Differences);

/// <summary>What became of a save: the record, or all that is wrong, or a conflict. In the latter two nothing was changed.</summary>
public sealed record SaveResult(RecordView? Saved, IReadOnlyList<Problem> Problems, EditConflict? Conflict = null)
{
    public static implicit operator SaveResult(Problem problem) => new(null, [problem]);
}

/// <summary>Saves, deletes and restores records: permission, scope, checks, uniqueness and conflicts are settled here and nowhere else.</summary>
public sealed class RecordService(
    IDbContextFactory<ParkDb> databases, RecordReferences references, CustomFields custom, FieldParser parser, RecordReader reader,
    IEnumerable<IRecordCheck> checks, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Whether what the actor enters waits for approval.</summary>
    public static bool MustPropose(RecordType type) => type.NeedsApproval && Actor.Current.EnterpriseId is not null;

    /// <param name="type">Kind of record.</param>
    /// <param name="id">The record to change; <see langword="null"/> for a new one.</param>
    /// <param name="raw">Values by field name as entered; fields that are missing stay as they are.</param>
    /// <param name="basedOn">Revision that the editor saw; <see langword="null"/> to overwrite whatever is there.</param>
    /// <param name="effectiveFrom">Day since which it holds; today by default, never later.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SaveResult> Save(RecordType type, int? id, IReadOnlyDictionary<string, object?> raw, int? basedOn, DateOnly? effectiveFrom, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Edit))
            return RecordProblems.Forbidden;
        if (MustPropose(type))
            return RecordProblems.NeedsApproval;
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var result = await SaveChecked(db, type, id, raw, basedOn, effectiveFrom, cancellationToken).ConfigureAwait(false);
            // Whoever saw no revision overwrites whatever is there, also what somebody (a flow, a job) saved at this very moment: the fields not entered are then theirs.
            if (result.Conflict is null || basedOn is not null || attempt == MostAttempts)
                return result;
        }
    }

    /// <summary>Checks without saving, as the form does while one types, and a proposal before it is kept.</summary>
    /// <param name="isWhole">Also against what the platform holds, as saving does: what is handed in must be such that it can be approved.</param>
    public async Task<(IReadOnlyDictionary<string, object?> Values, IReadOnlyList<Problem> Problems)> Check(RecordType type, int? id, IReadOnlyDictionary<string, object?> raw, CancellationToken cancellationToken, bool isWhole = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (record, problems) = await Fill(db, type, id, raw, cancellationToken).ConfigureAwait(false);
        if (isWhole && record is not null && problems.Count == 0 && await Objection(ChecksOf(type), record, cancellationToken).ConfigureAwait(false) is { } objection)
            problems = [objection];
        return record is null ? (new Dictionary<string, object?>(), problems)
            : (RecordReader.ValuesOf(await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false), record), problems);
    }

    public async Task<SaveResult> Delete(RecordType type, int id, string why, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Delete))
            return RecordProblems.Forbidden;
        if (why.Trim().Length is 0 or > 500)
            return new Problem("why", "请填写删除原因，至多 500 字。", "why");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await type.Find(db, id, isDeleted: false, cancellationToken).ConfigureAwait(false) is not { } record)
            return RecordProblems.NotFound(type);
        if (await references.To(db, type.Name, id, countsDeleted: false, cancellationToken).ConfigureAwait(false) is { } referring)
            return new Problem("referred", $"还有{referring}引用它，请先处理这些记录再删除。");
        foreach (var check in ChecksOf(type))
        {
            if (await check.CheckDeletion(record, cancellationToken).ConfigureAwait(false) is { } objection)
                return objection;
        }

        (record.DeletedAt, record.DeletedWhy) = (clock.UtcNow(), why.Trim());
        return await Turn(db, type, record, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SaveResult> Restore(RecordType type, int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Delete))
            return RecordProblems.Forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await type.Find(db, id, isDeleted: true, cancellationToken).ConfigureAwait(false) is not { } record)
            return RecordProblems.NotFound(type);
        if (await Duplicate(db, type, record, cancellationToken).ConfigureAwait(false) is { } duplicate)
            return duplicate;
        (record.DeletedAt, record.DeletedWhy) = (null, "");
        return await Turn(db, type, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves what the actor may save, together with all else that the context holds; nothing at all where something is wrong.</summary>
    internal async Task<SaveResult> SaveChecked(ParkDb db, RecordType type, int? id, IReadOnlyDictionary<string, object?> raw, int? basedOn, DateOnly? effectiveFrom, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.ParkNow());
        if (effectiveFrom > today)
            return new Problem("effective", "生效日期不能晚于今天：尚未生效的内容请到时再改。", "effectiveFrom");
        var (record, problems) = await Fill(db, type, id, raw, cancellationToken).ConfigureAwait(false);
        if (record is null || problems.Count > 0)
            return new SaveResult(null, problems);
        if (await Objection(ChecksOf(type), record, cancellationToken).ConfigureAwait(false) is { } objection)
            return objection;
        if (basedOn is { } seen && id is not null && record.Revision != seen)
            return await Conflict(db, type, id.Value, record, cancellationToken).ConfigureAwait(false);
        if (type.IsSingle && id is null && (await type.Count(db, [], null, cancellationToken).ConfigureAwait(false)).Records > 0)
            return new Problem("single", $"{type.Title}只有一份，请修改已有的一份。");
        if (await Duplicate(db, type, record, cancellationToken).ConfigureAwait(false) is { } duplicate)
            return duplicate;
        record.EffectiveFrom = effectiveFrom ?? today;
        if (id is null)
            db.Add(record);
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.All(entry => entry.Entity is Record))
        {
            return await Conflict(db, type, id!.Value, record, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (IsDuplicate(exception))
        {
            return await DuplicateOf(type, record, cancellationToken).ConfigureAwait(false); // Somebody saved the same a moment before.
        }

        return new SaveResult((await reader.Views(db, type, [record], cancellationToken).ConfigureAwait(false))[0], []);
    }

    /// <summary>Titles of all that these rows may mean, one look-up a target.</summary>
    internal async Task<ReferenceBook> Book(ParkDb db, IReadOnlyList<Field> fields, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows, CancellationToken cancellationToken)
    {
        var entered = rows.SelectMany(row => Entered(fields, row)).Distinct().ToLookup(one => one.Target, one => one.Text);
        var book = new ReferenceBook();
        foreach (var group in entered)
        {
            if (reader.Target(group.Key) is not { } target)
                continue;
            var ids = group.Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToList();
            foreach (var title in await target.ByTitles(db, [.. group], cancellationToken).ConfigureAwait(false))
                book.Add(group.Key, title, title.Also is { } also ? [also] : []);
            foreach (var title in await target.Titles(db, ids, cancellationToken).ConfigureAwait(false))
                book.Add(group.Key, title, title.Also is { } also ? [also] : []);
        }

        return book;
    }

    /// <summary>Puts the entered values into a record; every wrong one is named.</summary>
    internal List<Problem> Apply(RecordType type, IReadOnlyList<Field> fields, Record record, IReadOnlyDictionary<string, object?> raw, bool isNew, ReferenceBook book)
    {
        var problems = new List<Problem>();
        if (raw.Keys.FirstOrDefault(name => !fields.Any(field => field.Name == name && field.IsEntered)) is { } unknown)
            problems.Add(new Problem("unknown-field", $"{type.Title}没有可填的字段“{unknown}”。", unknown));
        foreach (var field in fields.Where(one => one.IsEntered && (isNew || raw.ContainsKey(one.Name))))
        {
            var (entered, enterprise) = (raw.GetValueOrDefault(field.Name), (record as IOfEnterprise)?.EnterpriseId);
            if (field.Kind == FieldKind.Rows)
            {
                var (rows, wrong) = parser.ParseRows(field, entered, book, enterprise);
                problems.AddRange(wrong);
                if (wrong.Count == 0)
                    field.Set(record, rows);
                continue;
            }

            var parsed = parser.Parse(field, entered, book, enterprise);
            if (parsed.Problem is { } problem)
                problems.Add(problem);
            else
                field.Set(record, parsed.Value);
        }

        if (problems.Count > 0)
            return problems;
        type.Work(record);
        if (type.Check(record, clock.UtcNow()) is { } together)
            problems.Add(together);
        return problems;
    }

    /// <summary>A key value as it will be stored; <see langword="null"/> where it is missing or wrong.</summary>
    internal object? ParseKey(Field field, IReadOnlyDictionary<string, object?> raw, ReferenceBook book) => parser.Parse(field, raw.GetValueOrDefault(field.Name), book).Value;

    /// <summary>A new record as it is meant: an enterprise enters its own only, and need not say so.</summary>
    internal static IReadOnlyDictionary<string, object?> Understood(RecordType type, IReadOnlyDictionary<string, object?> raw) => type.Understand(
        type.IsOfEnterprise && Actor.Current.EnterpriseId is { } own && raw.GetValueOrDefault("enterpriseId") is null
            ? new Dictionary<string, object?>(raw) { ["enterpriseId"] = own } : raw);

    internal static bool IsDuplicate(DbUpdateException exception) => exception.InnerException switch
    {
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteExtendedErrorCode == 2067, // SQLITE_CONSTRAINT_UNIQUE
        Npgsql.PostgresException postgres => postgres.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>What is entered where something is referred to: an id or a title, in fields and in their rows.</summary>
    private static IEnumerable<(string Target, string Text)> Entered(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, object?> row)
    {
        foreach (var field in fields)
        {
            if (!row.TryGetValue(field.Name, out var raw) || raw is null)
                continue;
            var text = field.Kind is not (FieldKind.Reference or FieldKind.AnyRecord) ? ""
                : raw is System.Text.Json.JsonElement element ? element.ToString().Trim() : Convert.ToString(raw, CultureInfo.InvariantCulture)!.Trim();
            if (field.Kind == FieldKind.Reference && text.Length > 0)
                yield return (field.Target, text);
            else if (field.Kind == FieldKind.AnyRecord && RecordLink.Read(text) is { } link)
                yield return (link.Target, link.Id.ToString(CultureInfo.InvariantCulture));
            foreach (var inside in (field.Rows is null ? null : RawRows.Of(raw))?.SelectMany(one => Entered(field.Rows!.Fields, one)) ?? [])
                yield return inside;
        }
    }

    /// <summary>Deletes or restores.</summary>
    private async Task<SaveResult> Turn(ParkDb db, RecordType type, Record record, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("changed", $"这条{type.Title}刚由别人修改，请刷新后再试。");
        }
        catch (DbUpdateException exception) when (IsDuplicate(exception))
        {
            return await DuplicateOf(type, record, cancellationToken).ConfigureAwait(false);
        }

        return new SaveResult((await reader.Views(db, type, [record], cancellationToken).ConfigureAwait(false))[0], []);
    }

    /// <summary>Those who look at records of a type.</summary>
    internal IReadOnlyList<IRecordCheck> ChecksOf(RecordType type) => [.. checks.Where(check => check.Type == type.Name)];

    /// <summary>What the data that the platform holds say against it; see <see cref="IRecordCheck"/>.</summary>
    internal static async Task<Problem?> Objection(IReadOnlyList<IRecordCheck> checks, Record record, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            if (await check.Check(record, cancellationToken).ConfigureAwait(false) is { } objection)
                return objection;
        }

        return null;
    }

    private async Task<(Record? Record, IReadOnlyList<Problem> Problems)> Fill(ParkDb db, RecordType type, int? id, IReadOnlyDictionary<string, object?> raw, CancellationToken cancellationToken)
    {
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var record = id is { } known ? await type.Find(db, known, isDeleted: false, cancellationToken).ConfigureAwait(false) : type.New();
        if (record is null)
            return (null, [RecordProblems.NotFound(type)]);
        raw = id is null ? Understood(type, raw) : type.Understand(raw);
        var book = await Book(db, fields, [raw], cancellationToken).ConfigureAwait(false);
        return (record, Apply(type, fields, record, raw, id is null, book));
    }

    private async Task<SaveResult> Conflict(ParkDb db, RecordType type, int id, Record mine, CancellationToken cancellationToken)
    {
        await using var fresh = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await type.Find(fresh, id, isDeleted: false, cancellationToken).ConfigureAwait(false) is not { } theirs)
            return RecordProblems.NotFound(type);
        var fields = await custom.FieldsOf(type, cancellationToken).ConfigureAwait(false);
        var (now, wanted) = ((await reader.Views(fresh, type, [theirs], cancellationToken).ConfigureAwait(false))[0], (await reader.Views(db, type, [mine], cancellationToken).ConfigureAwait(false))[0]);
        var differences = fields.Where(field => field.IsEntered && !Same(now.Values.GetValueOrDefault(field.Name), wanted.Values.GetValueOrDefault(field.Name)))
            .Select(field => new FieldDifference(field, now.Texts.GetValueOrDefault(field.Name, ""), wanted.Texts.GetValueOrDefault(field.Name, ""))).ToList();
        return new SaveResult(null, [new Problem("conflict", $"{theirs.UpdatedBy}在此期间已修改了这条{type.Title}，您的修改尚未保存。请对照差异后决定。")], new EditConflict(theirs.Revision, theirs.UpdatedBy, theirs.UpdatedAt, differences));
    }

    private static bool Same(object? one, object? other) => (one is null ? "" : FieldText.Stored(one)) == (other is null ? "" : FieldText.Stored(other));

    private async Task<Problem?> Duplicate(ParkDb db, RecordType type, Record record, CancellationToken cancellationToken)
    {
        var given = type.Keys.Select(key => (key, Value: key.Get(record))).Where(one => one.Value is not null).ToList();
        if (given.Count == 0)
            return null;
        var same = await type.FindByKeys(db, [.. given.Select(one => (one.key, (IReadOnlyCollection<object>)[one.Value!]))], cancellationToken).ConfigureAwait(false);
        return same.Any(other => other.Id != record.Id && type.Keys.All(key => Equals(key.Get(other), key.Get(record))))
            ? await DuplicateOf(type, record, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<Problem> DuplicateOf(RecordType type, Record record, CancellationToken cancellationToken)
    {
        var keys = type.Keys;
        var texts = await reader.Texts(type, RecordReader.ValuesOf(keys, record), cancellationToken).ConfigureAwait(false);
        var named = string.Join('、', keys.Where(key => texts.ContainsKey(key.Name)).Select(key => $"{key.Label}“{texts[key.Name]}”"));
        var how = keys.Count == 1 ? $"更正{keys[0].Label}" : "更正其中一项";
        return new Problem("duplicate", $"{named}已有一条{type.Title}，请修改原有的一条，或{how}。", (keys.FirstOrDefault(key => key.Kind != FieldKind.Reference) ?? keys[0]).Name);
    }
}
