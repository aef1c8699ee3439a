using System.Reflection;

namespace EcoPark.Platform.Records;

/// <summary>What a field holds; in brackets the type of its value.</summary>
public enum FieldKind
{
    /// <summary>One line (string).</summary>
    Text,

    /// <summary>Several lines (string).</summary>
    LongText,

    /// <summary>A number with a unit (double).</summary>
    Number,

    /// <summary>A whole number (int).</summary>
    Integer,

    /// <summary>A day (DateOnly).</summary>
    Date,

    /// <summary>是 or 否 (bool).</summary>
    YesNo,

    /// <summary>One of a few words (string).</summary>
    Choice,

    /// <summary>A code of a dictionary (string).</summary>
    Code,

    /// <summary>Another record, a point or a device (int, its id).</summary>
    Reference,

    /// <summary>A shape on the map, WGS 84 (string, GeoJSON geometry).</summary>
    Shape,

    /// <summary>An instant, to the second (DateTime, UTC); entered and shown on the park's clock.</summary>
    Moment,

    /// <summary>A time of the park's clock, to the minute (TimeOnly).</summary>
    TimeOfDay,

    /// <summary>A record of any type (string, “type/id”).</summary>
    AnyRecord,

    /// <summary>Rows that belong to the record (a list of values by name).</summary>
    Rows,
}

/// <summary>One field of a record type: from it come form, list, checks, Excel column and API.</summary>
/// <param name="Name">In the API, camel case.</param>
/// <param name="Label">Chinese, without unit.</param>
/// <param name="Kind">What it holds.</param>
public sealed record Field(string Name, string Label, FieldKind Kind)
{
    /// <summary>Where the entity keeps it; <see langword="null"/> for fields that the park has added and for derived ones.</summary>
    public PropertyInfo? Property { get; init; }

    public string Unit { get; init; } = "";

    public bool IsRequired { get; init; }

    /// <summary>Fields that together name the record: unique, and imports find the record by them.</summary>
    public bool IsKey { get; init; }

    /// <summary>Names the record among people; without one the key does.</summary>
    public bool IsTitle { get; init; }

    /// <summary>Found by the list's search box.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Among the columns of the list before anybody chooses.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Worked out when shown; nobody enters it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Worked out when saved, and stored; nobody enters it.</summary>
    public bool IsStored { get; init; }

    /// <summary>People, sheets and programs give it.</summary>
    public bool IsEntered => !IsDerived && !IsStored;

    /// <summary>A column that lists filter and sort by.</summary>
    public bool IsColumn => !IsDerived && Kind != FieldKind.Rows;

    /// <summary>Of rows: what each of them has.</summary>
    public RowType? Rows { get; init; }

    /// <summary>Offered in the list's filter bar.</summary>
    public bool IsFilter { get; init; }

    public int MaxLength { get; init; } = 200;

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Shown decimals of a number, at most.</summary>
    public int Decimals { get; init; } = 2;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of the dictionary, or of the <see cref="IReferenceTarget"/> that is referred to.</summary>
    public string Target { get; init; } = "";

    /// <summary>Of a latitude: the field of its longitude. The two can be picked on the map.</summary>
    public string LongitudeField { get; init; } = "";

    /// <summary>Shown below the input: what is meant, with the clause.</summary>
    public string Help { get; init; } = "";

    /// <summary>Title of the part of the form; fields without one belong to the part before.</summary>
    public string Part { get; init; } = "";

    /// <summary>
    /// Content of appendix A that this field keeps, in every section of its type; several are parted by “|”. One that belongs to a single
    /// section names it: “7.3.2:水体类型”.
    /// </summary>
    public string Content { get; init; } = "";

    /// <summary>A check of its own: Chinese reason, or <see langword="null"/>.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>“规划面积（公顷）”.</summary>
    public string Heading => Unit.Length == 0 ? Label : $"{Label}（{Unit}）";

    /// <summary>Whether this field keeps a content in a section of the appendix.</summary>
    public bool Keeps(string section, string content) => Content.Split('|').Any(one => one == content || one == $"{section}:{content}");

    public object? Get(Record record) => Rows is not null ? Rows.ValuesOf(record) : Property is not null ? GetFrom(record)
        : record.Custom.TryGetValue(Name, out var text) ? FieldText.Restore(this, text) : null;

    /// <summary>The same of a row.</summary>
    internal object? GetFrom(object holder) => Property!.GetValue(holder) is var value and not string { Length: 0 } ? value : null;

    /// <summary>The value that means this thing, where the field refers to such.</summary>
    internal object? ValueFor(string target, int id) => Kind switch
    {
        FieldKind.Reference when Target == target => id,
        FieldKind.AnyRecord => new RecordLink(target, id).ToString(),
        _ => null,
    };

    public void Set(Record record, object? value)
    {
        if (Rows is not null)
            Rows.Put(record, value as IReadOnlyList<IReadOnlyDictionary<string, object?>> ?? []);
        else if (Property is not null)
            SetIn(record, value);
        else if (value is null)
            record.Custom.Remove(Name);
        else
            record.Custom[Name] = FieldText.Stored(value);
    }

    /// <summary>The same of a row.</summary>
    internal void SetIn(object holder, object? value)
    {
        if (value is null && Property!.PropertyType == typeof(string))
            value = "";
        Property!.SetValue(holder, value ?? (Property.PropertyType.IsValueType ? Activator.CreateInstance(Property.PropertyType) : null));
    }
}
