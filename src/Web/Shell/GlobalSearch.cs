using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Shell;

/// <summary>Something found by the search of the top bar.</summary>
public sealed record Found(string Kind, string Title, string Href);

/// <summary>What else can be found than records; modules register theirs. It must mind the actor's rights itself.</summary>
public delegate Task<IReadOnlyList<Found>> SearchSource(string text, int most, CancellationToken cancellationToken);

/// <summary>全局查找 (Ctrl+K): enterprises, records, points, within the actor's rights and scope.</summary>
public sealed class GlobalSearch(RecordSearch records, RecordTypes types, IEnumerable<SearchSource> sources)
{
    private const int MostPerKind = 5;

    public async Task<IReadOnlyList<Found>> Find(string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        List<Found> found = [.. (await records.Find(text, MostPerKind, cancellationToken)).Select(one => new Found(types[one.Type].Title, one.Title, types[one.Type].HrefOf(one.RecordId)))];
        foreach (var source in sources)
            found.AddRange(await source(text.Trim(), MostPerKind, cancellationToken));
        return [.. found.Distinct()]; // Two of one name that lead to the same address are one to whoever looks.
    }
}

/// <summary>The search for programs.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/search", (string? q, GlobalSearch search, CancellationToken token) => search.Find(q, token)).WithTags("查找").WithSummary("按名称查找企业、档案和点位").RequireAuthorization(Permissions.Any);
}
