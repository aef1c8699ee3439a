using EcoPark.Platform.Data;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Records;

/// <summary>What is referred to, as others name it.</summary>
/// <param name="Id">In its table.</param>
/// <param name="Title">Chinese.</param>
/// <param name="EnterpriseId">The enterprise it belongs to, where it belongs to one.</param>
/// <param name="Also">A shorter name by which it may be meant where that is clear.</param>
public sealed record RecordTitle(int Id, string Title, int? EnterpriseId, string? Also = null);

/// <summary>The description of one kind of record. List, form, detail, Excel, API, permissions and the self-check come from it.</summary>
public abstract class RecordType(string name, string title, Type entity) : IReferenceTarget
{
    /// <summary>In addresses and permissions.</summary>
    public string Name { get; } = name;

    /// <summary>Chinese.</summary>
    public string Title { get; } = title;

    public Type Entity { get; } = entity;

    /// <summary>Chapter of the menu; empty for records that are reached from another page.</summary>
    public string Chapter { get; protected set; } = "";

    /// <summary>Item of appendix A, such as 7.2.1.</summary>
    public string Section { get; protected set; } = "";

    /// <summary>One line that says what the list is for.</summary>
    public string Purpose { get; protected set; } = "";

    /// <summary>In the menu, within the chapter.</summary>
    public int Order { get; protected set; }

    /// <summary>There is one of it: the park itself.</summary>
    public bool IsSingle { get; protected set; }

    /// <summary>Enterprises may enter it where it is theirs.</summary>
    public bool IsEnteredByEnterprises { get; protected set; }

    /// <summary>See <see cref="RecordType{T}.FixedOnceApproved"/>.</summary>
    public bool IsFixedOnceApproved { get; protected set; }

    /// <summary>What enterprises enter counts only when the park has approved it.</summary>
    public bool NeedsApproval { get; protected set; }

    /// <summary>Accounts of enterprises may see it; of records that belong to enterprises, their own.</summary>
    public bool IsOpenToEnterprises { get; protected set; }

    /// <summary>A page of its own instead of the general one; {0} stands for the id.</summary>
    public string? PageFormat { get; protected set; }

    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>Items of appendix A that fields of this type keep contents of.</summary>
    public abstract IReadOnlyCollection<string> Sections { get; }

    /// <summary>Whether fields are worked out and stored.</summary>
    public abstract bool Works { get; }

    /// <summary>What belongs to a record of this type.</summary>
    public IReadOnlyList<RowType> RowTypes => [.. Fields.Select(one => one.Rows).OfType<RowType>()];

    /// <summary>What people enter as the fields mean it, before it is parsed: a name whose code depends on another field.</summary>
    public Func<IReadOnlyDictionary<string, object?>, IReadOnlyDictionary<string, object?>> Understand { get; protected set; } = raw => raw;

    /// <summary>Fields that together name a record.</summary>
    public IReadOnlyList<Field> Keys => [.. Fields.Where(one => one.IsKey)];

    /// <inheritdoc/>
    public bool IsVisible => Actor.Current.May(View);

    /// <summary>Enterprise that a record of this type belongs to; <see langword="null"/> where it is no enterprise's.</summary>
    public int? OwnerOf(Record record) => record is IOfEnterprise owned ? owned.EnterpriseId : IsEnterpriseItself ? record.Id : null;

    public bool IsOfEnterprise => typeof(IOfEnterprise).IsAssignableFrom(Entity);

    public string View => $"records.{Name}.view";

    public string Edit => $"records.{Name}.edit";

    public string Delete => $"records.{Name}.delete";

    public string Approve => $"records.{Name}.approve";

    /// <summary>The field that names a record among people.</summary>
    public Field TitleField => Fields.FirstOrDefault(one => one.IsTitle) ?? Fields.FirstOrDefault(one => one.IsKey && one.Kind != FieldKind.Reference) ?? Fields[0];

    public string Href => $"/records/{Name}";

    public string HrefOf(int id) => PageFormat is null ? $"{Href}/{id}" : string.Format(System.Globalization.CultureInfo.InvariantCulture, PageFormat, id);

    public IEnumerable<Permission> Permissions()
    {
        var group = Chapter.Length == 0 ? "档案资料" : Chapter;
        yield return new Permission(View, group, $"查看{Title}", IsOpenToEnterprises);
        yield return new Permission(Edit, group, $"新增、修改、导入{Title}", IsEnteredByEnterprises && (IsOfEnterprise || IsEnterpriseItself));
        yield return new Permission(Delete, group, $"删除、恢复{Title}");
        if (NeedsApproval)
            yield return new Permission(Approve, group, $"审核企业填报的{Title}");
    }

    /// <summary>The enterprise's own record: its id is the scope.</summary>
    public bool IsEnterpriseItself { get; protected set; }

    public string TitleOf(Record record) => TitleField.Get(record) is { } value ? FieldText.Shown(TitleField, value) : $"{Title} {record.Id}";

    public abstract Record New();

    /// <summary>The checks over several fields.</summary>
    /// <param name="now">UTC.</param>
    public abstract Problem? Check(Record record, DateTime now);

    /// <summary>One page and the number of all that fit.</summary>
    /// <param name="fields">What may be filtered and sorted by: those of the description and those of the park.</param>
    public abstract Task<Page<Record>> Search(ParkDb db, RecordQuery query, IReadOnlyList<Field> fields, Dictionaries.ParkDictionaries dictionaries, CancellationToken cancellationToken);

    /// <summary>The tracked record, if the actor's scope has it.</summary>
    public abstract Task<Record?> Find(ParkDb db, int id, bool isDeleted, CancellationToken cancellationToken);

    /// <summary>Works out what is worked out and stored, of the record and its rows, which must be there.</summary>
    public abstract void Work(Record record);

    /// <summary>Brings the rows of these records.</summary>
    public async Task LoadRows(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        foreach (var rows in RowTypes)
            await rows.Load(db, records, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tracked records, with their rows, of which each of these fields is among its values: a little more than what several keys mean.</summary>
    public abstract Task<IReadOnlyList<Record>> FindByKeys(ParkDb db, IReadOnlyList<(Field Key, IReadOnlyCollection<object> Values)> keys, CancellationToken cancellationToken);

    /// <summary>How many have this value in a field, deleted ones and those of all enterprises included or not.</summary>
    public abstract Task<int> CountWith(ParkDb db, Field field, object value, bool countsDeleted, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<RecordTitle>> Choose(ParkDb db, string? text, int most, CancellationToken cancellationToken);

    /// <summary>Values of the derived fields of these records, in their order.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Derive(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken);

    /// <summary>How many there are, how many have each of these fields, and when the newest was changed; asked in one query.</summary>
    /// <param name="section">Only those that count for this item of appendix A; all where it is <see langword="null"/>.</param>
    public abstract Task<RecordCount> Count(ParkDb db, IReadOnlyList<Field> fields, string? section, CancellationToken cancellationToken);

    /// <summary>One row with the number of records of an enterprise, fit to stand in a union with other types'; the type must be <see cref="IsOfEnterprise"/>.</summary>
    public abstract IQueryable<TypeCount> CountOf(ParkDb db, int enterprise);
}

/// <summary>What is there of a type.</summary>
/// <param name="Records">All of them.</param>
/// <param name="Filled">How many have a value in each field that was asked for, in that order.</param>
/// <param name="Newest">Last change, UTC; <see langword="null"/> where there is no record.</param>
public sealed record RecordCount(int Records, IReadOnlyList<int> Filled, DateTime? Newest);

/// <summary>How many records of a type there are.</summary>
public sealed record TypeCount
{
    /// <summary>Name of the type.</summary>
    public required string Type { get; init; }

    public required int Count { get; init; }
}
