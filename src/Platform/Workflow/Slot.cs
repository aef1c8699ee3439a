using System.Linq.Expressions;
using System.Reflection;

namespace EcoPark.Platform.Workflow;

/// <summary>A property of an entity, read, written and named in queries.</summary>
internal sealed class Slot<T, TValue>
{
    private readonly PropertyInfo _property;
    private readonly Func<T, TValue> _get;

    public Slot(Expression<Func<T, TValue>> property)
    {
        _property = (PropertyInfo)((MemberExpression)property.Body).Member;
        _get = property.Compile();
    }

    public string Name => _property.Name;

    public TValue this[T one]
    {
        get => _get(one);
        set => _property.SetValue(one, value);
    }

    /// <summary>The property of a row of a query.</summary>
    public MemberExpression Of(Expression row) => Expression.Property(row, _property);
}
