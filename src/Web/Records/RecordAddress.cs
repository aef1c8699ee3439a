using System.Globalization;
using EcoPark.Platform.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EcoPark.Web.Records;

/// <summary>A list's state as an address: the same words on the page and in the API.</summary>
public static class RecordAddress
{
    private const string Filter = "f.";
    private const string Value = "v.";
    private static readonly HashSet<string> Own = new(["q", "sort", "desc", "deleted", "cols", "skip", "take", "page", "size"], StringComparer.OrdinalIgnoreCase);

    /// <summary><c>q</c>, <c>f.field</c>, <c>sort</c>, <c>desc</c>, <c>deleted</c>, and either <c>skip</c> and <c>take</c> or <c>page</c> and <c>size</c>.</summary>
    /// <remarks>A filter by what is no field of the type, nor one of the park, has no effect.</remarks>
    public static RecordQuery Read(IReadOnlyCollection<KeyValuePair<string, StringValues>> query) =>
        Read(query, [.. query.Where(pair => pair.Key.StartsWith(Filter, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Key[Filter.Length..])]);

    /// <summary>The same for lists of other things.</summary>
    public static RecordQuery Read(IEnumerable<KeyValuePair<string, StringValues>> query, IReadOnlyCollection<string> filters)
    {
        var given = query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var take = Math.Clamp(Number("take") ?? Number("size") ?? 20, 1, 500);
        return new RecordQuery
        {
            Text = given.GetValueOrDefault("q"),
            Filters = filters.Where(name => given.GetValueOrDefault(Filter + name) is { Length: > 0 }).ToDictionary(name => name, name => given[Filter + name]),
            Sort = given.GetValueOrDefault("sort"),
            IsDescending = given.GetValueOrDefault("desc") is "1" or "true",
            IsDeleted = given.GetValueOrDefault("deleted") is "1" or "true",
            Skip = Math.Max(0, Number("skip") ?? (Math.Clamp(Number("page") ?? 1, 1, 1_000_000) - 1) * take),
            Take = take,
        };

        int? Number(string name) => int.TryParse(given.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Chosen columns; empty for those of the description.</summary>
    public static IReadOnlyList<string> Columns(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        [.. query.Where(pair => pair.Key == "cols").SelectMany(pair => pair.Value.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Reads what stands after the question mark of an address.</summary>
    public static Dictionary<string, StringValues> Parse(string uri) => QueryHelpers.ParseQuery(new Uri(uri).Query);

    /// <summary>Words of an address that are not the list's but the page's around it, such as its year: they stay when the list moves. Without question mark.</summary>
    public static string Around(string uri) =>
        QueryString.Create(Parse(uri).Where(pair => !Own.Contains(pair.Key) && !pair.Key.StartsWith(Filter, StringComparison.OrdinalIgnoreCase))).Value?.TrimStart('?') ?? "";

    /// <summary>What a new record begins with: <c>v.field</c>, as the fields store it.</summary>
    public static Dictionary<string, string> Values(string uri) =>
        Parse(uri).Where(pair => pair.Key.StartsWith(Value, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[Value.Length..], pair => pair.Value.ToString());

    /// <summary>The address' query for a list, without page.</summary>
    public static string Write(RecordQuery query, IReadOnlyCollection<string> columns)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (!string.IsNullOrWhiteSpace(query.Text))
            parts.Add(new("q", query.Text));
        parts.AddRange(query.Filters.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new KeyValuePair<string, string?>(Filter + pair.Key, pair.Value)));
        if (query.Sort is { } sort)
            parts.Add(new("sort", sort));
        if (query.IsDescending)
            parts.Add(new("desc", "1"));
        if (query.IsDeleted)
            parts.Add(new("deleted", "1"));
        if (columns.Count > 0)
            parts.Add(new("cols", string.Join(',', columns)));
        return QueryString.Create(parts).Value ?? "";
    }
}
