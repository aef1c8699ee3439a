using System.Linq.Expressions;
using System.Reflection;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Description of the records of one entity, built in one expression: see docs/records.md.</summary>
public sealed class RecordType<T>(string name, string title) : RecordType(name, title, typeof(T))
    where T : Record, new()
{
    private readonly List<Field> _fields = [];
    private readonly List<Func<T, DateTime, Problem?>> _checks = [];
    private Func<ParkDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>>>? _derive;
    private string _part = "";

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields => _fields;

    /// <summary>Place in the menu and in appendix A.</summary>
    public RecordType<T> In(string chapter, string section, string purpose, int order = 0)
    {
        (Chapter, Section, Purpose, Order) = (chapter, section, purpose, order);
        return this;
    }

    /// <summary>There is one of it.</summary>
    public RecordType<T> Single()
    {
        IsSingle = true;
        return this;
    }

    /// <summary>Enterprises may see it and, where it is theirs, enter it; with approval it counts once the park agrees.</summary>
    public RecordType<T> ForEnterprises(bool withApproval = false)
    {
        (IsOpenToEnterprises, NeedsApproval) = (true, withApproval);
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
        _part = title;
        return this;
    }

    public RecordType<T> Text(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.Text, more);

    public RecordType<T> LongText(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.LongText, field => (more ?? Same)(field with { MaxLength = 4_000, IsListed = false }));

    public RecordType<T> Number(Expression<Func<T, double?>> property, string label, string unit, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Number, field => (more ?? Same)(field with { Unit = unit }));

    public RecordType<T> Integer(Expression<Func<T, int?>> property, string label, string unit = "", Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Integer, field => (more ?? Same)(field with { Unit = unit, Decimals = 0 }));

    public RecordType<T> Date(Expression<Func<T, DateOnly?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.Date, more);

    public RecordType<T> YesNo(Expression<Func<T, bool?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.YesNo, more);

    public RecordType<T> Choice(Expression<Func<T, string>> property, string label, IReadOnlyList<string> choices, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Choice, field => (more ?? Same)(field with { Choices = choices, IsFilter = true }));

    public RecordType<T> Code(Expression<Func<T, string>> property, string label, string dictionary, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Code, field => (more ?? Same)(field with { Target = dictionary }));

    public RecordType<T> Reference(Expression<Func<T, int>> property, string label, string recordType, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Reference, field => (more ?? Same)(field with { Target = recordType, IsRequired = true, IsFilter = true }));

    public RecordType<T> OptionalReference(Expression<Func<T, int?>> property, string label, string recordType, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Reference, field => (more ?? Same)(field with { Target = recordType, IsFilter = true }));

    public RecordType<T> Shape(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Shape, field => (more ?? Same)(field with { MaxLength = 2_000_000, IsListed = false }));

    /// <summary>Longitude and latitude, WGS 84.</summary>
    public RecordType<T> Location(Expression<Func<T, double?>> longitude, Expression<Func<T, double?>> latitude, Func<Field, Field>? more = null) =>
        Number(longitude, "经度", "°", field => (more ?? Same)(field with { Min = 73, Max = 136, Decimals = 6, IsListed = false, Help = "WGS 84 坐标系，十进制度" }))
            .Number(latitude, "纬度", "°", field => (more ?? Same)(field with { Min = 3, Max = 54, Decimals = 6, IsListed = false, LongitudeField = NameOf(longitude) }))
            .Check(record => longitude.Compile()(record) is null == latitude.Compile()(record) is null ? null : new Problem("location", "经度和纬度要么都填，要么都不填。", "latitude"));

    /// <summary>Fields that are worked out for the records of a page at once.</summary>
    public RecordType<T> Derived(IReadOnlyList<Field> fields, Func<ParkDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>>> derive)
    {
        _fields.AddRange(fields.Select(field => field with { IsDerived = true, Part = _part }));
        _derive = derive;
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
    public override Problem? Check(Record record, DateTime now) => _checks.Select(check => check((T)record, now)).FirstOrDefault(problem => problem is not null);

    /// <inheritdoc/>
    public override async Task<Page<Record>> Search(ParkDb db, RecordQuery query, IReadOnlyList<Field> fields, ParkDictionaries dictionaries, CancellationToken cancellationToken)
    {
        var found = query.IsDeleted ? db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted]).Where(record => record.DeletedAt != null) : db.Set<T>();
        found = RecordFilters.Apply(found.AsNoTracking(), this, fields, query, dictionaries);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        var page = await RecordFilters.Order(found, fields, query).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new Page<Record>(page, total);
    }

    /// <inheritdoc/>
    public override async Task<Record?> Find(ParkDb db, int id, bool isDeleted, CancellationToken cancellationToken) => isDeleted
        ? await db.Set<T>().IgnoreQueryFilters([RecordModel.Deleted]).FirstOrDefaultAsync(record => record.Id == id && record.DeletedAt != null, cancellationToken).ConfigureAwait(false)
        : await db.Set<T>().FirstOrDefaultAsync(record => record.Id == id, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Record>> FindByKey(ParkDb db, Field key, IReadOnlyCollection<object> values, CancellationToken cancellationToken)
    {
        var found = new List<Record>();
        foreach (var chunk in values.Chunk(500))
            found.AddRange(await RecordFilters.WithKey(db.Set<T>(), key, chunk).ToListAsync(cancellationToken).ConfigureAwait(false));
        return found;
    }

    /// <inheritdoc/>
    public override Task<int> CountWith(ParkDb db, Field field, object value, CancellationToken cancellationToken) => RecordFilters.WithKey(db.Set<T>(), field, [value]).CountAsync(cancellationToken);

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
        var found = await FindByKey(db, TitleField, [.. titles.Distinct().Cast<object>()], cancellationToken).ConfigureAwait(false);
        return [.. found.Select(record => new RecordTitle(record.Id, TitleOf(record), (record as IOfEnterprise)?.EnterpriseId))];
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Derive(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken) =>
        _derive is null || records.Count == 0 ? Task.FromResult<IReadOnlyList<IReadOnlyDictionary<string, object?>>>([]) : _derive(db, [.. records.Cast<T>()], cancellationToken);

    /// <inheritdoc/>
    public override async Task<RecordCount> Count(ParkDb db, IReadOnlyList<Field> fields, CancellationToken cancellationToken)
    {
        // One group of all rows: group => { Count(), Count(first is filled), … } becomes one SELECT.
        var group = Expression.Parameter(typeof(IGrouping<int, T>), "group");
        MethodCallExpression Number(params Expression[] filter) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], [group, .. filter]);
        var numbers = fields.Select(field => field.Property is null ? Number() : Number(RecordFilters.IsFilled<T>(field))).Prepend(Number());
        var all = db.Set<T>().AsNoTracking();
        var counts = await all.GroupBy(_ => 1).Select(Expression.Lambda<Func<IGrouping<int, T>, int[]>>(Expression.NewArrayInit(typeof(int), numbers), group))
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? new int[fields.Count + 1];
        return new RecordCount(counts[0], counts[1..], await all.MaxAsync(record => (DateTime?)record.UpdatedAt, cancellationToken).ConfigureAwait(false));
    }

    private static Field Same(Field field) => field;

    private static string NameOf(LambdaExpression property) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(((MemberExpression)property.Body).Member.Name);

    private RecordType<T> Add(LambdaExpression property, string label, FieldKind kind, Func<Field, Field>? more)
    {
        var member = (PropertyInfo)((MemberExpression)property.Body).Member;
        var name = NameOf(property);
        _fields.Add((more ?? Same)(new Field(name, label, kind) { Property = member, Part = _part }));
        return this;
    }
}
