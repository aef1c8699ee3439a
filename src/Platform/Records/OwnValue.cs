using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Records;

/// <summary>Values of a park's own fields inside the database, where all of a record lie in one JSON text: lists filter and sort by them.</summary>
internal static class OwnValue
{
    private static readonly MethodInfo TextMethod = typeof(OwnValue).GetMethod(nameof(Text), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo NumberMethod = typeof(OwnValue).GetMethod(nameof(Number), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A field's value of a record: <c>double?</c> of numbers, else <c>string?</c>, as <see cref="FieldText.Stored"/> writes it.</summary>
    public static Expression Of(Expression record, Field field) => Expression.Call(
        field.Kind is FieldKind.Number or FieldKind.Integer ? NumberMethod : TextMethod,
        // The column's own text, past the converter.
        Expression.Convert(Expression.Convert(Expression.Property(record, nameof(Record.Custom)), typeof(object)), typeof(string)),
        Expression.Constant(field.Name));

    /// <summary>Teaches the model how the database gets at them.</summary>
    public static void Configure(ModelBuilder model, bool isPostgres)
    {
        var (text, number) = (new StringTypeMapping(isPostgres ? "text" : "TEXT", DbType.String), new DoubleTypeMapping(isPostgres ? "double precision" : "REAL", DbType.Double));
        SqlExpression Inside(IReadOnlyList<SqlExpression> arguments)
        {
            var name = (string)((SqlConstantExpression)arguments[1]).Value!;
            return isPostgres
                ? Function("json_extract_path_text", new SqlUnaryExpression(ExpressionType.Convert, arguments[0], typeof(string), new StringTypeMapping("json", DbType.String)), new SqlConstantExpression(name, text))
                : Function("json_extract", arguments[0], new SqlConstantExpression($"$.{name}", text));
        }

        SqlFunctionExpression Function(string name, SqlExpression json, SqlExpression path) => new(name, [json, path], nullable: true, argumentsPropagateNullability: [true, true], typeof(string), text);
        model.HasDbFunction(TextMethod).HasTranslation(Inside);
        model.HasDbFunction(NumberMethod).HasTranslation(arguments => new SqlUnaryExpression(ExpressionType.Convert, Inside(arguments), typeof(double), number));
    }

    private static string? Text(string custom, string name) => throw new NotSupportedException($"{custom} {name}: for queries alone.");

    private static double? Number(string custom, string name) => throw new NotSupportedException($"{custom} {name}: for queries alone.");
}
