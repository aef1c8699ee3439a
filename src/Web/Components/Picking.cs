namespace EcoPark.Web.Components;

/// <summary>Rows of a list that a person has picked to do something with all of them.</summary>
/// <param name="KeyOf">Tells rows apart, also when they are read anew.</param>
/// <param name="IsPickable">Something can be done with it.</param>
/// <param name="LabelOf">Read by screen readers.</param>
public sealed record Picking<T>(Func<T, int> KeyOf, Func<T, bool> IsPickable, Func<T, string> LabelOf)
{
    private readonly HashSet<int> _keys = [];

    public IReadOnlyCollection<int> Keys => _keys;

    public bool Has(T row) => _keys.Contains(KeyOf(row));

    public void Set(T row, bool isPicked)
    {
        if (!isPicked || !IsPickable(row))
            _keys.Remove(KeyOf(row));
        else
            _keys.Add(KeyOf(row));
    }

    /// <summary>What can no longer be picked, or is no longer on the page, is not.</summary>
    public void Keep(IEnumerable<T> rows) => _keys.IntersectWith(rows.Where(IsPickable).Select(KeyOf));

    public void Clear() => _keys.Clear();
}
