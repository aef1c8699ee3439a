using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace EcoPark.Platform.Records;

/// <summary>The words by which fields are described, of records and of their rows: see docs/records.md.</summary>
/// <typeparam name="T">What has the fields.</typeparam>
public sealed class FieldWords<T>
{
    private readonly List<Field> _fields = [];
    private readonly List<Action<T>> _workings = [];

    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>Whether fields are worked out and stored.</summary>
    public bool Works => _workings.Count > 0;

    /// <summary>Title in the form of the fields that follow.</summary>
    internal string CurrentPart { get; set; } = "";

    public FieldWords<T> Text(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.Text, more);

    public FieldWords<T> LongText(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.LongText, field => (more ?? Same)(field with { MaxLength = 4_000, IsListed = false }));

    public FieldWords<T> Number(Expression<Func<T, double?>> property, string label, string unit, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Number, field => (more ?? Same)(field with { Unit = unit }));

    public FieldWords<T> Integer(Expression<Func<T, int?>> property, string label, string unit = "", Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Integer, field => (more ?? Same)(field with { Unit = unit, Decimals = 0 }));

    public FieldWords<T> Date(Expression<Func<T, DateOnly?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.Date, more);

    /// <summary>An instant: entered and shown on the park's clock, stored in UTC.</summary>
    public FieldWords<T> Moment(Expression<Func<T, DateTime?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.Moment, more);

    /// <summary>A time of the park's clock, on no day in particular.</summary>
    public FieldWords<T> TimeOfDay(Expression<Func<T, TimeOnly?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.TimeOfDay, more);

    public FieldWords<T> YesNo(Expression<Func<T, bool?>> property, string label, Func<Field, Field>? more = null) => Add(property, label, FieldKind.YesNo, more);

    public FieldWords<T> Choice(Expression<Func<T, string>> property, string label, IReadOnlyList<string> choices, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Choice, field => (more ?? Same)(field with { Choices = choices, IsFilter = true }));

    public FieldWords<T> Code(Expression<Func<T, string>> property, string label, string dictionary, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Code, field => (more ?? Same)(field with { Target = dictionary }));

    public FieldWords<T> Reference(Expression<Func<T, int>> property, string label, string target, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Reference, field => (more ?? Same)(field with { Target = target, IsRequired = true, IsFilter = true }));

    public FieldWords<T> OptionalReference(Expression<Func<T, int?>> property, string label, string target, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Reference, field => (more ?? Same)(field with { Target = target, IsFilter = true }));

    /// <summary>A record of any type, kept as “type/id”: see <see cref="RecordLink"/>.</summary>
    public FieldWords<T> AnyRecord(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.AnyRecord, field => (more ?? Same)(field with { MaxLength = 70 }));

    public FieldWords<T> Shape(Expression<Func<T, string>> property, string label, Func<Field, Field>? more = null) =>
        Add(property, label, FieldKind.Shape, field => (more ?? Same)(field with { MaxLength = 2_000_000, IsListed = false }));

    /// <summary>
    /// Worked out of the rest, in the order of the description, whenever the record is saved, and stored: lists filter and sort by it. When
    /// the formula changes, <c>--recompute</c> works it out anew for all that is there.
    /// </summary>
    public FieldWords<T> Stored<TValue>(Expression<Func<T, TValue>> property, string label, Func<T, TValue> work, Func<Field, Field>? more = null)
    {
        var member = PropertyOf(property);
        _workings.Add(one => member.SetValue(one, work(one)));
        return Add(property, label, KindOf(typeof(TValue)), field => (more ?? Same)(field) with { IsStored = true });
    }

    internal static string NameOf(LambdaExpression property) => JsonNamingPolicy.CamelCase.ConvertName(PropertyOf(property).Name);

    internal static PropertyInfo PropertyOf(LambdaExpression property) => (PropertyInfo)((MemberExpression)property.Body).Member;

    internal void Work(T one)
    {
        foreach (var work in _workings)
            work(one);
    }

    internal void Add(Field field) => _fields.Add(field with { Part = CurrentPart });

    private static Field Same(Field field) => field;

    private static FieldKind KindOf(Type value) => (Nullable.GetUnderlyingType(value) ?? value) switch
    {
        var type when type == typeof(string) => FieldKind.Text,
        var type when type == typeof(double) => FieldKind.Number,
        var type when type == typeof(int) => FieldKind.Integer,
        var type when type == typeof(DateOnly) => FieldKind.Date,
        var type when type == typeof(DateTime) => FieldKind.Moment,
        var type when type == typeof(TimeOnly) => FieldKind.TimeOfDay,
        var type when type == typeof(bool) => FieldKind.YesNo,
        _ => throw new NotSupportedException($"No kind of field holds a {value.Name}."),
    };

    private FieldWords<T> Add(LambdaExpression property, string label, FieldKind kind, Func<Field, Field>? more)
    {
        Add((more ?? Same)(new Field(NameOf(property), label, kind) { Property = PropertyOf(property) }));
        return this;
    }
}
