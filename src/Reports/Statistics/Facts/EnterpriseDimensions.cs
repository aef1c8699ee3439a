using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Statistics;

/// <summary>Enterprise, industry and area of rows that bear the id of an enterprise; 0 is the park's own.</summary>
public static class EnterpriseDimensions
{
    public const string Enterprise = "enterprise";
    public const string Industry = "industry";
    public const string Area = "area";

    /// <param name="column">Column with the id.</param>
    public static IReadOnlyList<Dimension> All(string column) =>
    [
        new(Enterprise, "企业", column, (services, ids, token) => Read(services, ids, (_, one) => (one.Id.ToString(CultureInfo.InvariantCulture), one.Name), ("0", "园区"), token)),
        new(Industry, "行业", column, (services, ids, token) => Read(services, ids, (words, one) => Coded(words[ParkDictionaries.Industries], one.Industry), ("none", "（无行业）"), token)),
        new(Area, "行政区", column, (services, ids, token) => Read(services, ids, (words, one) => Coded(words[ParkDictionaries.Regions], one.RegionCode), ("none", "（无行政区）"), token)),
    ];

    private static (string Key, string Title) Coded(ParkDictionary dictionary, string code) => (code, dictionary.Text(code));

    private static async Task<IReadOnlyList<Member>> Read(
        IServiceProvider services, IReadOnlyCollection<string>? ids, Func<ParkDictionaries, Row, (string Key, string Title)> of, (string Key, string Title) none, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var words = services.GetRequiredService<ParkDictionaries>();
        // A park has thousands at most; only those that are asked for are kept.
        var rows = await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Name).Select(one => new Row(one.Id, one.Name, one.Industry, one.RegionCode)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var members = rows.Select(row => (Column: row.Id.ToString(CultureInfo.InvariantCulture), Row: row)).Where(one => ids is null || ids.Contains(one.Column))
            .Select(one => of(words, one.Row) is { Key.Length: > 0 } member ? new Member(one.Column, member.Key, member.Title) : new Member(one.Column, none.Key, none.Title));
        return ids is null || ids.Contains("0") ? [.. members, new Member("0", none.Key, none.Title)] : [.. members];
    }

    private sealed record Row(int Id, string Name, string Industry, string RegionCode);
}
