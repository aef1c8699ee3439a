using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EcoPark.Reports.Statistics;

/// <summary>What somebody wants to know, as it stands in an address. Nothing of it is checked yet: <see cref="StatisticPlanner"/> does that.</summary>
/// <param name="Fact">Key of a <see cref="FactType"/>.</param>
public sealed record StatisticQuery(string Fact)
{
    private const string Filter = "f.";
    private const char Between = ',';
    private const char Or = '|';

    /// <summary>Keys of dimensions or periods down the side.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Across; empty for none.</summary>
    public string Column { get; init; } = "";

    /// <summary>See <see cref="Measure.Key"/>.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>See <see cref="ReportPeriod.Key"/>.</summary>
    public string Period { get; init; } = "";

    /// <summary>Dimension → keys of members, any of which will do.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Key of a <see cref="Comparison"/>; empty for none.</summary>
    public string Compare { get; init; } = "";

    /// <summary><c>fact</c>, <c>rows</c>, <c>column</c>, <c>measures</c>, <c>period</c>, <c>f.dimension</c>, <c>compare</c>; what else there is has no effect.</summary>
    public static StatisticQuery Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var given = query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new StatisticQuery(One("fact"))
        {
            Rows = Several("rows"),
            Column = One("column"),
            Measures = Several("measures"),
            Period = One("period"),
            Compare = One("compare"),
            Filters = given.Where(pair => pair.Key.StartsWith(Filter, StringComparison.OrdinalIgnoreCase) && pair.Value.Length > 0)
                .ToDictionary(pair => pair.Key[Filter.Length..], pair => (IReadOnlyList<string>)pair.Value.Split(Or, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        };

        string One(string name) => given.GetValueOrDefault(name, "").Trim();

        IReadOnlyList<string> Several(string name) => One(name).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>From what stands behind the question mark of an address.</summary>
    public static StatisticQuery Parse(string query) => Read(QueryHelpers.ParseQuery(query));

    /// <summary>With its question mark; the same for the same query, whatever the order in which it was put together.</summary>
    public string Write()
    {
        List<KeyValuePair<string, string?>> parts = [new("fact", Fact)];
        Add("rows", string.Join(Between, Rows));
        Add("column", Column);
        Add("measures", string.Join(Between, Measures));
        Add("period", Period);
        foreach (var (dimension, keys) in Filters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(Filter + dimension, string.Join(Or, keys));
        Add("compare", Compare);
        return QueryString.Create(parts).Value ?? "";

        void Add(string name, string value)
        {
            if (value.Length > 0)
                parts.Add(new(name, value));
        }
    }
}
