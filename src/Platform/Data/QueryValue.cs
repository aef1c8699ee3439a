using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace EcoPark.Platform.Data;

/// <summary>
/// Values in queries that are put together at run time. EF takes a member of an object for a parameter, as in a closure; a constant is part of the query,
/// and a query with another constant is compiled anew and kept.
/// </summary>
internal static class QueryValue
{
    /// <summary>The value as a parameter.</summary>
    /// <param name="value">Not <see langword="null"/>.</param>
    /// <param name="type">As which type, where not as its own.</param>
    public static MemberExpression Of(object value, Type? type = null)
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type ?? value.GetType()), value)!;
        return Expression.Field(Expression.Constant(box), nameof(StrongBox<object>.Value));
    }
}
