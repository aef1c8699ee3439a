using System.Globalization;
using System.Linq.Expressions;

namespace EcoPark.Reports.Statistics;

/// <summary>Columns of a table as expressions that the database works out.</summary>
internal static class DbColumn
{
    /// <summary>The lambda's body with this in the place of its parameter.</summary>
    public static Expression On(this LambdaExpression lambda, Expression row) => new Swap(lambda.Parameters[0], row).Visit(lambda.Body);

    public static Expression AsText(Expression column) =>
        column.Type == typeof(string) ? column : Expression.Call(column, column.Type.GetMethod(nameof(ToString), Type.EmptyTypes)!);

    /// <summary>Rows whose column is one of these; numbers are compared as numbers, so that an index serves.</summary>
    public static Expression<Func<TFact, bool>> IsOneOf<TFact>(LambdaExpression column, IReadOnlyCollection<string> values)
    {
        var row = Expression.Parameter(typeof(TFact));
        LambdaExpression isOne = column.ReturnType == typeof(int) ? Whole(values) : Words(values);
        return Expression.Lambda<Func<TFact, bool>>(isOne.On(column.On(row)), row);
    }

    private static Expression<Func<int, bool>> Whole(IReadOnlyCollection<string> values)
    {
        var numbers = values.Where(value => int.TryParse(value, CultureInfo.InvariantCulture, out _)).Select(value => int.Parse(value, CultureInfo.InvariantCulture)).ToList();
        return number => numbers.Contains(number);
    }

    private static Expression<Func<string, bool>> Words(IReadOnlyCollection<string> values)
    {
        var words = values.ToList();
        return word => words.Contains(word);
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
