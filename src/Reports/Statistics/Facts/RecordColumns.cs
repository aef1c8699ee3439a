using System.Linq.Expressions;
using System.Reflection;
using EcoPark.Platform.Records;

namespace EcoPark.Reports.Statistics;

/// <summary>Fields of records as columns that the database groups by and adds up.</summary>
internal static class RecordColumns
{
    private const string Yes = "是";
    private const string No = "否";

    /// <summary>Values of a field that is yes, no or not given.</summary>
    public static readonly IReadOnlyList<string> YesNo = [Yes, No, ""];

    /// <summary>Has few values, by which records are told apart.</summary>
    public static bool Tells(Field field) => field.Kind is FieldKind.Choice or FieldKind.Code or FieldKind.YesNo or FieldKind.Reference;

    public static LambdaExpression Of(Type row, Field field) => Of(row, field.Property!);

    /// <summary>Texts as they are, ids with 0 for none, yes and no in words.</summary>
    public static LambdaExpression Of(Type row, PropertyInfo property)
    {
        var one = Expression.Parameter(row);
        var value = Expression.Property(one, property);
        Expression column = property.PropertyType switch
        {
            var type when type == typeof(int?) => Expression.Coalesce(value, Expression.Constant(0)),
            var type when type == typeof(bool?) => Expression.Condition(Is(value, true), Expression.Constant(Yes), Expression.Condition(Is(value, false), Expression.Constant(No), Expression.Constant(""))),
            var type when type == typeof(bool) => Expression.Condition(value, Expression.Constant(Yes), Expression.Constant(No)),
            _ => value,
        };
        return Expression.Lambda(column, one);
    }

    /// <summary>A number, or null where none is given.</summary>
    public static Expression<Func<T, double?>> Number<T>(Field field)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, double?>>(Expression.Convert(Expression.Property(row, field.Property!), typeof(double?)), row);
    }

    private static BinaryExpression Is(Expression value, bool wanted) => Expression.Equal(value, Expression.Constant((bool?)wanted, typeof(bool?)));
}
