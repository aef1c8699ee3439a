using System.Linq.Expressions;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Description of the records of one entity, built in one expression: see docs/records.md.</summary>
public sealed class RecordType<T>(string name, string title) : RecordType(name, title, typeof(T))
    where T : Record, new()
{
    private readonly FieldWords<T> _words = new();
    private readonly List<Func<T, DateTime, Problem?>> _checks = [];
    private readonly Dictionary<string, Expression<Func<T, bool>>?> _sections = [];
    private Func<ParkDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>>>? _derive;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields => _words.Fields;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Sections => _sections.Keys;

    /// <inheritdoc/>
    public override bool Works => _words.Works || RowTypes.Any(rows => rows.Fields.Any(one => one.IsStored));

    /// <summary>Place in the menu and in appendix A.</summary>
    public RecordType<T> In(string chapter, string section, string purpose, int order = 0)
    {
        (Chapter, Section, Purpose, Order) = (chapter, section, purpose, order);
        _sections.TryAdd(section, null);
        return this;
    }

    /// <summary>Records of a kind count for an item of appendix A: for the type's own, or for a further one.</summary>
    public RecordType<T> Counts(string section, Expression<Func<T, bool>> which)
    {
        _sections[section] = which;
        return this;
    }

    /// <summary>There is one of it.</summary>
    public RecordType<T> Single()
    {
        IsSingle = true;
        return this;
    }

    /// <summary>Enterprises may see it and not enter it: what they are measured by, such as quotas, is the park's to say.</summary>
    public RecordType<T> SeenByEnterprises()
    {
        (IsOpenToEnterprises, IsEnteredByEnterprises) = (true, false);
        return this;
    }

    /// <summary>What the park has agreed to is no longer the enterprise's to change: it may enter new ones, and of those that stand it may only tell the park.</summary>
    public RecordType<T> FixedOnceApproved()
    {
        IsFixedOnceApproved = true;
        return this;
    }

    /// <summary>
    /// Enterprises may see it and, where it is theirs, enter it; with approval it counts once the park agrees. Without approval only what judges nobody: contacts, not checks,
    /// limits, ranges or plans.
    /// </summary>
    public RecordType<T> ForEnterprises(bool withApproval = false)
    {
        (IsOpenToEnterprises, IsEnteredByEnterprises, NeedsApproval) = (true, true, withApproval);
        return this;
    }

    /// <summary>The enterprise itself.</summary>
    public RecordType<T> ItselfEnterprise()
    {
        IsEnterpriseItself = true;
        return this;
    }

    /// <summary>A page of its own; {0} stands for the id.</summary>
    public RecordType<T> Page(string format)
    {
        PageFormat = format;
        return this;
    }

    /// <summary>The fields that follow stand under this title in the form.</summary>
    public RecordType<T> Part(string title)
    {
        _words.CurrentPart = title;
        return this;
    }

    public RecordType<T> Text(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) => Say(words => words.Text(property, label, more));

    public RecordType<T> LongText(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Say(words => words.LongText(property, label, more));

    public RecordType<T> Number(Expression<Func<T, double?>> property, string label, string unit, Func<Field, Field>? more = null) =>
        Say(words => words.Number(property, label, unit, more));

    public RecordType<T> Integer(Expression<Func<T, int?>> property, string label, string unit = "", Func<Field, Field>? more = null) =>
        Say(words => words.Integer(property, label, unit, more));

    public RecordType<T> Date(Expression<Func<T, DateOnly?>> property, string label, Func<Field, Field>? more = null) => Say(words => words.Date(property, label, more));

    /// <inheritdoc cref="FieldWords{T}.Moment"/>
    public RecordType<T> Moment(Expression<Func<T, DateTime?>> property, string label, Func<Field, Field>? more = null) =>
        Say(words => words.Moment(property, label, more));

    /// <inheritdoc cref="FieldWords{T}.TimeOfDay"/>
    public RecordType<T> TimeOfDay(Expression<Func<T, TimeOnly?>> property, string label, Func<Field, Field>? more = null) =>
        Say(words => words.TimeOfDay(property, label, more));

    public RecordType<T> YesNo(Expression<Func<T, bool?>> property, string label, Func<Field, Field>? more = null) => Say(words => words.YesNo(property, label, more));

    public RecordType<T> Choice(Expression<Func<T, string>> property, string label, IReadOnlyList<string> choices, Func<Field, Field>? more = null) =>
        Say(words => words.Choice(property, label, choices, more));

    public RecordType<T> Code(Expression<Func<T, string>> property, string label, string dictionary, Func<Field, Field>? more = null) =>
        Say(words => words.Code(property, label, dictionary, more));

    public RecordType<T> Reference(Expression<Func<T, int>> property, string label, string target, Func<Field, Field>? more = null) =>
        Say(words => words.Reference(property, label, target, more));

    public RecordType<T> OptionalReference(Expression<Func<T, int?>> property, string label, string target, Func<Field, Field>? more = null) =>
        Say(words => words.OptionalReference(property, label, target, more));

    /// <inheritdoc cref="FieldWords{T}.AnyRecord"/>
    public RecordType<T> AnyRecord(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Say(words => words.AnyRecord(property, label, more));

    public RecordType<T> Shape(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Say(words => words.Shape(property, label, more));

    /// <inheritdoc cref="FieldWords{T}.Stored"/>
    public RecordType<T> Stored<TValue>(Expression<Func<T, TValue>> property, string label, Func<T, TValue> work, Func<Field, Field>? more = null) =>
        Say(words => words.Stored(property, label, work, more));

    /// <summary>Rows that belong to the record; it must hold them in a list that is never <see langword="null"/>.</summary>
    public RecordType<T> Rows<TRow>(Expression<Func<T, List<TRow>>> list, string label, Action<FieldWords<TRow>> describe, Func<Field, Field>? more = null)
        where TRow : RecordRow, new()
    {
        var words = new FieldWords<TRow>();
        describe(words);
        var property = FieldWords<T>.PropertyOf(list);
        var field = new Field(FieldWords<T>.NameOf(list), label, FieldKind.Rows) { Property = property, IsListed = false, Rows = new RowType<T, TRow>(property, words) };
        return Say(all => all.Add((more ?? (same => same))(field)));
    }

    /// <summary>Longitude and latitude, WGS 84.</summary>
    public RecordType<T> Location(Expression<Func<T, double?>> longitude, Expression<Func<T, double?>> latitude, Func<Field, Field>? more = null)
    {
        Field Degrees(Field field) => (more ?? (same => same))(field with { Decimals = 6, IsListed = false });
        var (x, y) = (longitude.Compile(), latitude.Compile());
        return Number(longitude, "经度", "°", field => Degrees(field with { Min = 73, Max = 136, Help = "WGS 84 坐标系，十进制度" }))
            .Number(latitude, "纬度", "°", field => Degrees(field with { Min = 3, Max = 54, LongitudeField = FieldWords<T>.NameOf(longitude) }))
            .Check(record => x(record) is null == y(record) is null ? null : new Problem("location", "经度和纬度要么都填，要么都不填。", "latitude"));
    }

    /// <summary>Fields that are worked out for the records of a page at once.</summary>
    public RecordType<T> Derived(IReadOnlyList<Field> fields, Func<ParkDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>>> derive)
    {
        foreach (var field in fields)
            _words.Add(field with { IsDerived = true });
        _derive = derive;
        return this;
    }

    /// <summary>See <see cref="RecordType.Understand"/>.</summary>
    public RecordType<T> Understands(Func<IReadOnlyDictionary<string, object?>, IReadOnlyDictionary<string, object?>> understand)
    {
        Understand = understand;
        return this;
    }

    /// <summary>A check over several fields.</summary>
    public RecordType<T> Check(Func<T, Problem?> check) => Check((record, _) => check(record));

    /// <summary>A check over several fields against the present; it is given the instant, UTC.</summary>
    public RecordType<T> Check(Func<T, DateTime, Problem?> check)
    {
        _checks.Add(check);
        return this;
    }

    /// <inheritdoc/>
    public override Record New() => new T();

    /// <inheritdoc/>
    public override void Work(Record record)
    {
        foreach (var rows in RowTypes)
            rows.Work(record);
        _words.Work((T)record);
    }

    /// <inheritdoc/>
    public override Problem? Check(Record record, DateTime now) => _checks.Select(check => check((T)record, now)).FirstOrDefault(problem => problem is not null);

    /// <inheritdoc/>
    public override async Task<Page<Record>> Search(ParkDb db, RecordQuery query, IReadOnlyList<Field> fields, ParkDictionaries dictionaries, CancellationToken cancellationToken)
    {
        var found = query.IsDeleted ? db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted]).Where(record => record.DeletedAt != null) : db.Set<T>();
        found = RecordFilters.Apply(found.AsNoTracking(), this, fields, query, dictionaries);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        var page = await RecordFilters.Order(found, fields, query).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken).ConfigureAwait(false);
        await LoadRows(db, page, cancellationToken).ConfigureAwait(false);
        return new Page<Record>(page, total);
    }

    /// <inheritdoc/>
    public override async Task<Record?> Find(ParkDb db, int id, bool isDeleted, CancellationToken cancellationToken)
    {
        var all = isDeleted ? db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted]).Where(record => record.DeletedAt != null) : db.Set<T>();
        if (await all.FirstOrDefaultAsync(record => record.Id == id, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        await LoadRows(db, [found], cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Record>> FindByKeys(ParkDb db, IReadOnlyList<(Field Key, IReadOnlyCollection<object> Values)> keys, CancellationToken cancellationToken)
    {
        var found = await keys.Aggregate(db.Set<T>().AsQueryable(), (records, one) => RecordFilters.WithValue(records, one.Key, one.Values)).ToListAsync(cancellationToken).ConfigureAwait(false);
        await LoadRows(db, found, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public override Task<int> CountWith(ParkDb db, Field field, object value, bool countsDeleted, CancellationToken cancellationToken)
    {
        var all = countsDeleted ? db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted, RecordModel.Scope]) : db.Set<T>();
        return RecordFilters.WithValue(all, field, [value]).CountAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        // A record may refer to one that has been deleted since.
        var found = await db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted]).AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(record => new RecordTitle(record.Id, TitleOf(record) + (record.DeletedAt is null ? "" : "（已删除）"), (record as IOfEnterprise)?.EnterpriseId))];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken)
    {
        // A title that is no text of its own cannot be looked for by text.
        if (TitleField.Property?.PropertyType != typeof(string))
            return [];
        var found = new List<T>();
        foreach (var chunk in titles.Distinct().Chunk(500))
            found.AddRange(await RecordFilters.WithValue(db.Set<T>().AsNoTracking(), TitleField, chunk).ToListAsync(cancellationToken).ConfigureAwait(false));
        return [.. found.Select(record => new RecordTitle(record.Id, TitleOf(record), (record as IOfEnterprise)?.EnterpriseId))];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<RecordTitle>> Choose(ParkDb db, string? text, int most, CancellationToken cancellationToken)
    {
        var found = RecordFilters.Has(db.Set<T>().AsNoTracking(), this, text);
        var some = await RecordFilters.Order(found, Fields, new RecordQuery { Sort = TitleField.Name }).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. some.Select(record => new RecordTitle(record.Id, TitleOf(record), (record as IOfEnterprise)?.EnterpriseId))];
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Derive(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken) =>
        _derive is null || records.Count == 0 ? Task.FromResult<IReadOnlyList<IReadOnlyDictionary<string, object?>>>([]) : _derive(db, [.. records.Cast<T>()], cancellationToken);

    /// <inheritdoc/>
    public override async Task<RecordCount> Count(ParkDb db, IReadOnlyList<Field> fields, string? section, CancellationToken cancellationToken)
    {
        // One group of all rows: group => { Count(), Count(first is filled), … } becomes one SELECT.
        var group = Expression.Parameter(typeof(IGrouping<int, T>), "group");
        MethodCallExpression Number(params Expression[] filter) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], [group, .. filter]);
        var numbers = fields.Select(field => field.Property is null || field.Kind == FieldKind.Rows ? Number() : Number(RecordFilters.IsFilled<T>(field))).Prepend(Number());
        var all = db.Set<T>().AsNoTracking();
        if (section is not null && _sections.GetValueOrDefault(section) is { } which)
            all = all.Where(which);
        var counts = await all.GroupBy(_ => 1).Select(Expression.Lambda<Func<IGrouping<int, T>, int[]>>(Expression.NewArrayInit(typeof(int), numbers), group))
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? new int[fields.Count + 1];
        return new RecordCount(counts[0], counts[1..], await all.MaxAsync(record => (DateTime?)record.UpdatedAt, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public override IQueryable<TypeCount> CountOf(ParkDb db, int enterprise)
    {
        var name = Name;
        return RecordFilters.WithValue(db.Set<T>().AsNoTracking(), Fields.First(field => field.Property?.Name == nameof(IOfEnterprise.EnterpriseId)), [enterprise])
            .GroupBy(_ => 1).Select(group => new TypeCount { Type = name, Count = group.Count() });
    }

    private RecordType<T> Say(Action<FieldWords<T>> describe)
    {
        describe(_words);
        return this;
    }
}
