using EcoPark.Platform.Data;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Records;

/// <summary>A record as others refer to it.</summary>
/// <param name="EnterpriseId">The enterprise it belongs to, where it belongs to one.</param>
public sealed record RecordTitle(int Id, string Title, int? EnterpriseId);

/// <summary>The description of one kind of record. List, form, detail, Excel, API, permissions and the self-check come from it.</summary>
public abstract class RecordType(string name, string title, Type entity)
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

    /// <summary>What enterprises enter counts only when the park has approved it.</summary>
    public bool NeedsApproval { get; protected set; }

    /// <summary>Accounts of enterprises may see it; of records that belong to enterprises, their own.</summary>
    public bool IsOpenToEnterprises { get; protected set; }

    /// <summary>A page of its own instead of the general one; {0} stands for the id.</summary>
    public string? PageFormat { get; protected set; }

    public abstract IReadOnlyList<Field> Fields { get; }

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
        yield return new Permission(View, "档案资料", $"查看{Title}", IsOpenToEnterprises);
        yield return new Permission(Edit, "档案资料", $"新增、修改、导入{Title}", IsOpenToEnterprises && (IsOfEnterprise || IsEnterpriseItself));
        yield return new Permission(Delete, "档案资料", $"删除、恢复{Title}");
        if (NeedsApproval)
            yield return new Permission(Approve, "档案资料", $"审核企业填报的{Title}");
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

    /// <summary>Tracked records whose first key field is among these values.</summary>
    public abstract Task<IReadOnlyList<Record>> FindByKey(ParkDb db, Field key, IReadOnlyCollection<object> values, CancellationToken cancellationToken);

    /// <summary>How many have this value in a field.</summary>
    public abstract Task<int> CountWith(ParkDb db, Field field, object value, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken);

    /// <summary>Values of the derived fields of these records, in their order.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Derive(ParkDb db, IReadOnlyList<Record> records, CancellationToken cancellationToken);

    /// <summary>How many there are, how many have each of these fields, and when the newest was changed; asked in one query.</summary>
    public abstract Task<RecordCount> Count(ParkDb db, IReadOnlyList<Field> fields, CancellationToken cancellationToken);
}

/// <summary>What is there of a type.</summary>
/// <param name="Records">All of them.</param>
/// <param name="Filled">How many have a value in each field that was asked for, in that order.</param>
/// <param name="Newest">Last change, UTC; <see langword="null"/> where there is no record.</param>
public sealed record RecordCount(int Records, IReadOnlyList<int> Filled, DateTime? Newest);
