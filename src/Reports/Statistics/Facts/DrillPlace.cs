namespace EcoPark.Reports.Statistics;

/// <summary>Which rows stand behind a figure.</summary>
/// <param name="Members">Dimension → keys of members, both of the figure's place and of the filters.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record DrillPlace(IReadOnlyDictionary<string, IReadOnlyList<string>> Members, DateOnly First, DateOnly Last)
{
    /// <summary>The one member of a dimension; null where there is none, or several.</summary>
    public string? One(string dimension) => Members.GetValueOrDefault(dimension) is [var only] ? only : null;

    /// <summary>Nothing else narrows the rows, and each of these by one member at most: a list that knows these filters shows just the rows.</summary>
    public bool IsBy(params ReadOnlySpan<string> dimensions)
    {
        foreach (var (dimension, keys) in Members)
        {
            if (!dimensions.Contains(dimension) || keys.Count != 1)
                return false;
        }

        return true;
    }
}
