using System.Globalization;
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

    /// <summary>Another record (int, its id).</summary>
    Reference,

    /// <summary>A shape on the map, WGS 84 (string, GeoJSON geometry).</summary>
    Shape,
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

    /// <summary>Offered in the list's filter bar.</summary>
    public bool IsFilter { get; init; }

    public int MaxLength { get; init; } = 200;

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Shown decimals of a number, at most.</summary>
    public int Decimals { get; init; } = 2;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of the dictionary, or of the record type that is referred to.</summary>
    public string Target { get; init; } = "";

    /// <summary>Of a latitude: the field of its longitude. The two can be picked on the map.</summary>
    public string LongitudeField { get; init; } = "";

    /// <summary>Shown below the input: what is meant, with the clause.</summary>
    public string Help { get; init; } = "";

    /// <summary>Title of the part of the form; fields without one belong to the part before.</summary>
    public string Part { get; init; } = "";

    /// <summary>Content of appendix A that this field keeps.</summary>
    public string Content { get; init; } = "";

    /// <summary>A check of its own: Chinese reason, or <see langword="null"/>.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>“规划面积（公顷）”.</summary>
    public string Heading => Unit.Length == 0 ? Label : $"{Label}（{Unit}）";

    public object? Get(Record record)
    {
        if (Property is not null)
            return Property.GetValue(record) is string { Length: 0 } ? null : Property.GetValue(record);
        return record.Custom.TryGetValue(Name, out var text) ? FieldText.Restore(this, text) : null;
    }

    public void Set(Record record, object? value)
    {
        if (Property is null)
        {
            if (value is null)
                record.Custom.Remove(Name);
            else
                record.Custom[Name] = FieldText.Stored(value);
            return;
        }

        if (value is null && Property.PropertyType == typeof(string))
            value = "";
        Property.SetValue(record, value ?? (Property.PropertyType.IsValueType ? Activator.CreateInstance(Property.PropertyType) : null));
    }
}

/// <summary>Values of fields as text.</summary>
public static class FieldText
{
    /// <summary>Independent of place and language.</summary>
    public static string Stored(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Inverse of <see cref="Stored"/>.</summary>
    public static object? Restore(Field field, string text) => field.Kind switch
    {
        _ when text.Length == 0 => null,
        FieldKind.Number => double.Parse(text, CultureInfo.InvariantCulture),
        FieldKind.Integer or FieldKind.Reference => int.Parse(text, CultureInfo.InvariantCulture),
        FieldKind.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldKind.YesNo => text == "true",
        _ => text,
    };

    /// <summary>For people; references and codes are given by who knows them.</summary>
    public static string Shown(Field field, object? value) => value switch
    {
        null => "",
        bool yes => yes ? "是" : "否",
        double number => number.ToString("0." + new string('#', Math.Max(1, field.Decimals)), CultureInfo.InvariantCulture),
        _ when field.Kind == FieldKind.Shape => "已绘制",
        _ => Stored(value),
    };
}
