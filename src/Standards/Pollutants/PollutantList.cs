using System.Collections.Frozen;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Pollutants;

/// <summary>Media that characteristic pollutants are listed by (要素).</summary>
public enum PollutantMedium
{
    /// <summary>废水.</summary>
    Water,

    /// <summary>废气.</summary>
    Air,

    /// <summary>土壤及地下水.</summary>
    Ground,
}

/// <summary>A national list of pollutants.</summary>
/// <param name="Key">toxic-air-2018 …</param>
/// <param name="Medium">Of this medium alone; null for all.</param>
public sealed record PollutantList(string Key, string Title, string Short, PollutantMedium? Medium);

/// <summary>An entry of a national list.</summary>
/// <param name="Name">As the list has it.</param>
/// <param name="Confidence">Whether list and entry were seen in a source.</param>
public sealed record ListEntry(PollutantList List, string Name, Confidence Confidence);

/// <summary>National lists, and which of them a substance is in.</summary>
public static class PollutantLists
{
    public static IReadOnlyList<PollutantList> All { get; } =
    [
        new("toxic-air-2018", "有毒有害大气污染物名录（2018年）", "有毒有害大气", PollutantMedium.Air),
        new("toxic-water-1", "有毒有害水污染物名录（第一批）", "有毒有害水", PollutantMedium.Water),
        new("priority-1", "优先控制化学品名录（第一批）", "优先控制化学品①", null),
        new("priority-2", "优先控制化学品名录（第二批）", "优先控制化学品②", null),
        new("new-2023", "重点管控新污染物清单（2023年版）", "新污染物", null),
    ];

    private static readonly FrozenDictionary<string, PollutantList> ByKey = All.ToFrozenDictionary(list => list.Key);

    /// <summary>Every entry, in the order of the lists.</summary>
    public static IReadOnlyList<ListEntry> Entries { get; } = [.. Rows().Select(row => row.Entry)];

    private static readonly ILookup<string, ListEntry> ByName = Rows().SelectMany(row => row.Names.Select(name => (Name: FactorNames.Plain(name), row.Entry))).ToLookup(one => one.Name, one => one.Entry);

    /// <summary>Entries that name a substance, of the lists of its medium and of those for all.</summary>
    /// <param name="codeOrName">Factor code or Chinese name.</param>
    public static IReadOnlyList<ListEntry> Of(string codeOrName, PollutantMedium medium) =>
        [.. Substances.NamesOf(codeOrName).SelectMany(name => ByName[FactorNames.Plain(name)]).Where(entry => entry.List.Medium is null || entry.List.Medium == medium).DistinctBy(entry => entry.List.Key)];

    /// <summary>Names that the lists alone know: they are no factors of any standard here.</summary>
    internal static IEnumerable<string> Names => Rows().SelectMany(row => row.Names);

    private static IEnumerable<(ListEntry Entry, IReadOnlyList<string> Names)> Rows() => EmbeddedTable.Read("pollutant-lists").Select(row => (
        new ListEntry(ByKey[row["list"]], row["name"], row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled),
        (IReadOnlyList<string>)[row["name"], .. row["names"].Split('|', StringSplitOptions.RemoveEmptyEntries)]));
}
