using System.Collections.Frozen;

namespace EcoPark.Standards;

/// <summary>Limits by factor, medium and day; immutable, safe for many threads.</summary>
public sealed class LimitLibrary
{
    private static readonly Lazy<LimitLibrary> Embedded = new(() => Of(LimitFile.Read()));
    private readonly FrozenDictionary<(Medium, string), Limit[]> _byFactor;

    private LimitLibrary(Limit[] all)
    {
        All = all;
        _byFactor = all.GroupBy(limit => (limit.Medium, FactorTable.KeyOf(limit.Factor, limit.Medium))).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Standards = [.. all.DistinctBy(limit => limit.StandardNumber).Select(limit => (limit.StandardNumber, limit.StandardName))];
    }

    /// <summary>The embedded limits, only recalled rows switched off.</summary>
    public static LimitLibrary Default => Embedded.Value;

    /// <summary>Every row, whether in force and enabled or not.</summary>
    public IReadOnlyList<Limit> All { get; }

    /// <summary>Number and name of every standard with rows.</summary>
    public IReadOnlyList<(string Number, string Name)> Standards { get; }

    /// <summary>A library of these limits alone.</summary>
    public static LimitLibrary Of(IEnumerable<Limit> limits) => new([.. limits]);

    /// <summary>The same library with recalled rows that satisfy <paramref name="confirmed"/> switched on.</summary>
    public LimitLibrary Enable(Func<Limit, bool> confirmed) =>
        new([.. All.Select(limit => !limit.IsEnabled && confirmed(limit) ? limit with { IsEnabled = true } : limit)]);

    /// <summary>Enabled limits in force that satisfy the query, in the order of the standard.</summary>
    public IReadOnlyList<Limit> Find(LimitQuery query) =>
        [.. RowsOf(query.Factor, query.Medium).Where(limit => limit.IsEnabled && limit.IsInForce(query.Day) && query.Matches(limit))];

    /// <summary>Every row of a factor, whether in force and enabled or not.</summary>
    /// <param name="factor">Code, name or symbol.</param>
    public IReadOnlyList<Limit> Of(string factor, Medium medium) => [.. RowsOf(factor, medium)];

    internal ReadOnlySpan<Limit> RowsSpan(string key, Medium medium) => _byFactor.TryGetValue((medium, key), out var rows) ? rows : [];

    private Limit[] RowsOf(string factor, Medium medium) => _byFactor.GetValueOrDefault((medium, FactorTable.KeyOf(factor, medium))) ?? [];
}
