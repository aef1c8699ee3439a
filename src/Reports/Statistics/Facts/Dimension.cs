namespace EcoPark.Reports.Statistics;

/// <summary>What rows are told apart by: enterprise, industry, outlet, factor …</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Column">Column of the fact that it is read from; several dimensions may share one: an enterprise has an industry.</param>
/// <param name="Members">Its members.</param>
public sealed record Dimension(string Key, string Title, string Column, ReadMembers Members)
{
    /// <summary>By custom the factor: quantities of several factors are never put together.</summary>
    public const string FactorKey = "factor";

    /// <summary>With few members that are known beforehand.</summary>
    public static Dimension Of(string key, string title, string column, IEnumerable<(string Column, string Title)> members)
    {
        IReadOnlyList<Member> all = [.. members.Select(one => new Member(one.Column, one.Column, one.Title))];
        return new Dimension(key, title, column, (_, _, _) => Task.FromResult(all));
    }
}

/// <param name="columns">Only those of these values of the column; null for all that can be chosen.</param>
public delegate Task<IReadOnlyList<Member>> ReadMembers(IServiceProvider services, IReadOnlyCollection<string>? columns, CancellationToken cancellationToken);

/// <summary>A member of a dimension.</summary>
/// <param name="Column">Value of the column that belongs to it; several values may belong to one member.</param>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
public sealed record Member(string Column, string Key, string Title)
{
    /// <summary>Of a factor: units that its values come in; more than one cannot be put together.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Of a factor: places that its values are shown with.</summary>
    public int? Decimals { get; init; }
}
