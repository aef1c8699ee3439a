using EcoPark.Platform.Records;
using EcoPark.Platform.Security;

namespace EcoPark.Reports.Statistics;

/// <summary>All facts that the rooms have brought, and their records, as far as the actor may see the data.</summary>
public sealed class FactBook
{
    private readonly IReadOnlyList<FactType> _all;
    private readonly Dictionary<string, FactType> _byKey;

    /// <param name="records">Every type of records is a fact as well.</param>
    public FactBook(IEnumerable<FactType> facts, RecordTypes? records = null)
    {
        _all = [.. facts.OrderBy(fact => fact.Chapter, StringComparer.Ordinal).ThenBy(fact => fact.Title, StringComparer.Ordinal), .. records is null ? [] : RecordFacts.Of(records)];
        _byKey = _all.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
    }

    /// <summary>Those that the actor may see: what rooms bring first, then records.</summary>
    public IReadOnlyList<FactType> Mine => [.. _all.Where(IsMine)];

    /// <summary>Null where there is none, or not for the actor.</summary>
    public FactType? Find(string key) => _byKey.GetValueOrDefault(key) is { } fact && IsMine(fact) ? fact : null;

    private static bool IsMine(FactType fact) => Actor.Current.May(ReportPermissions.View) && Actor.Current.May(fact.Permission);
}
