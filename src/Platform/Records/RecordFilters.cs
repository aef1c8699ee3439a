using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Records;

/// <summary>Turns a list's query into one of the database: parameters only, so nothing that people type becomes SQL.</summary>
internal static class RecordFilters
{
    private static readonly MethodInfo HasText = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <param name="fields">Of the description and of the park.</param>
    public static IQueryable<T> Apply<T>(IQueryable<T> records, RecordType type, IReadOnlyList<Field> fields, RecordQuery query, ParkDictionaries dictionaries)
        where T : Record
    {
        records = Has(records, type, query.Text);
        foreach (var (name, wanted) in query.Filters)
        {
            if (wanted.Length > 0 && fields.FirstOrDefault(field => field.Name == name) is { IsColumn: true } field)
                records = Where(records, field, wanted, dictionaries);
        }

        return records;
    }

    /// <summary>Those whose title or searched fields have the text.</summary>
    public static IQueryable<T> Has<T>(IQueryable<T> records, RecordType type, string? text)
        where T : Record =>
        string.IsNullOrWhiteSpace(text) ? records : records.Where(AnyHas<T>([.. type.Fields.Where(field => field.IsSearched || field == type.TitleField)], text.Trim()));

    public static IQueryable<T> Order<T>(IQueryable<T> records, IReadOnlyList<Field> fields, RecordQuery query)
        where T : Record
    {
        if (fields.FirstOrDefault(field => field.Name == query.Sort) is not { IsColumn: true } field)
            return query.Sort == "updatedAt" && !query.IsDescending ? records.OrderBy(record => record.UpdatedAt).ThenBy(record => record.Id) : records.OrderByDescending(record => record.Id);
        var record = Expression.Parameter(typeof(T));
        var key = Expression.Lambda(ValueOf(record, field), record);
        var method = query.IsDescending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);
        var ordered = (IOrderedQueryable<T>)records.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), method, [typeof(T), key.ReturnType], records.Expression, Expression.Quote(key)));
        return ordered.ThenBy(one => one.Id); // So that pages never overlap.
    }

    /// <summary>Records or rows whose field is one of these values.</summary>
    public static IQueryable<T> WithValue<T>(IQueryable<T> records, Field key, IReadOnlyCollection<object> values)
    {
        var type = key.Property?.PropertyType ?? typeof(string);
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var value in values)
            list.Add(value);
        return records.Where(Lambda<T>(property => Expression.Call(QueryValue.Of(list), list.GetType().GetMethod("Contains", [type])!, property), key));
    }

    public static Expression<Func<T, bool>> IsFilled<T>(Field field) => Lambda<T>(
        property => property.Type == typeof(string) ? Expression.NotEqual(property, Expression.Constant(""))
            : Nullable.GetUnderlyingType(property.Type) is null ? Expression.Constant(true) : Expression.NotEqual(property, Expression.Constant(null, property.Type)),
        field);

    private static IQueryable<T> Where<T>(IQueryable<T> records, Field field, string wanted, ParkDictionaries dictionaries)
        where T : Record
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText or FieldKind.Shape:
                return records.Where(Lambda<T>(property => Expression.Call(property, HasText, QueryValue.Of(wanted)), field));
            case FieldKind.Choice:
                return WithValue(records, field, wanted.Split('|'));
            case FieldKind.Code:
                return WithValue(records, field, [.. dictionaries[field.Target].Under(wanted)]);
            case FieldKind.YesNo:
                return records.Where(Equal<T>(field, field.Property is null ? FieldText.Stored(wanted is "true" or "是") : wanted is "true" or "是"));
            case FieldKind.AnyRecord:
                return WithValue(records, field, [wanted]);
            case FieldKind.Moment:
                return Between(records, field, wanted);
            case FieldKind.Reference:
                return int.TryParse(wanted, CultureInfo.InvariantCulture, out var id) ? records.Where(Equal<T>(field, id)) : records.Where(_ => false);
            default:
                return InRange(records, field, wanted);
        }
    }

    private static IQueryable<T> InRange<T>(IQueryable<T> records, Field field, string wanted)
        where T : Record
    {
        var (from, to) = wanted.Split("..") is [var first, var last] ? (first, last) : (wanted, wanted);
        if (Limit(field, from) is { } low)
            records = records.Where(Lambda<T>(property => Bounded(Expression.GreaterThanOrEqual, property, low), field));
        if (Limit(field, to) is { } high)
            records = records.Where(Lambda<T>(property => Bounded(Expression.LessThanOrEqual, property, high), field));
        return records;
    }

    /// <summary>From an instant or the beginning of a day to an instant, or to the end of a day.</summary>
    private static IQueryable<T> Between<T>(IQueryable<T> records, Field field, string wanted)
        where T : Record
    {
        var (from, to) = wanted.Split("..") is [var first, var last] ? (first, last) : (wanted, wanted);
        object Bound(DateTime utc) => field.Property is null ? FieldText.Stored(utc) : utc;
        if (TimeParser.Moment(from) is { } low)
            records = records.Where(Lambda<T>(property => Bounded(Expression.GreaterThanOrEqual, property, Bound(low)), field));
        if (TimeParser.Moment(to) is not { } high)
            return records;
        // The beginning of a day means the whole of it.
        return ParkTime.FromUtc(high).TimeOfDay == TimeSpan.Zero
            ? records.Where(Lambda<T>(property => Bounded(Expression.LessThan, property, Bound(high.AddDays(1))), field))
            : records.Where(Lambda<T>(property => Bounded(Expression.LessThanOrEqual, property, Bound(high)), field));
    }

    /// <summary>Days of a park's own fields are texts, and in the order of texts.</summary>
    private static BinaryExpression Bounded(Func<Expression, Expression, BinaryExpression> how, Expression property, object bound) => bound is string text
        ? how(Expression.Call(Compare, property, QueryValue.Of(text)), Expression.Constant(0)) : how(property, QueryValue.Of(bound, property.Type));

    private static object? Limit(Field field, string text) => field.Kind switch
    {
        FieldKind.Date when field.Property is null => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? FieldText.Stored(day) : null,
        FieldKind.Date => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null,
        FieldKind.TimeOfDay => TimeParser.TimeOfDay(text) is { } time ? field.Property is null ? FieldText.Stored(time) : time : null,
        FieldKind.Integer when field.Property is not null => int.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        _ => double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
    };

    private static Expression<Func<T, bool>> Equal<T>(Field field, object value) => Lambda<T>(property => Expression.Equal(property, QueryValue.Of(value, property.Type)), field);

    private static Expression<Func<T, bool>> AnyHas<T>(IReadOnlyList<Field> fields, string text)
    {
        var record = Expression.Parameter(typeof(T));
        var any = fields.Where(field => field.Property?.PropertyType == typeof(string))
            .Select(field => (Expression)Expression.Call(Expression.Property(record, field.Property!), HasText, QueryValue.Of(text)))
            .DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(any, record);
    }

    private static Expression<Func<T, bool>> Lambda<T>(Func<Expression, Expression> condition, Field field)
    {
        var record = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(condition(ValueOf(record, field)), record);
    }

    private static Expression ValueOf(Expression record, Field field) => field.Property is null ? OwnValue.Of(record, field) : Expression.Property(record, field.Property);
}
