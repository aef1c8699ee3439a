using System.Collections.Frozen;
using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards;

/// <summary>Factors by code, Chinese name or usual symbol (COD, SO2, Ld), in each group of media.</summary>
public static class FactorTable
{
    private const string Metals = "汞镉砷铅铜锌硒锰铁银铍镍";
    private static readonly FrozenDictionary<string, Factor>[] ByName;
    private static readonly FrozenDictionary<string, Factor>[] ByPlainName;
    private static readonly FrozenDictionary<string, string> NameOfKey;

    static FactorTable()
    {
        var rows = EmbeddedTable.Read("factors").Select(row => (Group: row["group"], Factor: FactorOf(row), Aliases: row["aliases"].Split('|'))).ToList();
        All = [.. rows.Select(row => row.Factor)];
        NameOfKey = All.DistinctBy(factor => factor.Key).ToFrozenDictionary(factor => factor.Key, factor => factor.Name);
        var aliases = EmbeddedTable.Read("aliases").ToLookup(row => row["group"], row => (Factor: row["factor"], Names: row["aliases"].Split('|')));
        ByName = [.. Enum.GetValues<Medium>().Select(medium => ByNameOf(rows.Where(row => row.Group == GroupOf(medium)), aliases[GroupOf(medium)], medium))];
        ByPlainName = [.. ByName.Select(names => names.DistinctBy(name => FactorNames.Plain(name.Key)).ToFrozenDictionary(name => FactorNames.Plain(name.Key), name => name.Value))];
    }

    /// <summary>Every factor; one of the same name may occur in more than one medium.</summary>
    public static IReadOnlyList<Factor> All { get; }

    /// <summary>The factor of a code, name or symbol, in any of its usual spellings (<see cref="FactorNames"/>, Data/aliases.csv); null where unknown.</summary>
    public static Factor? Find(string codeOrName, Medium medium)
    {
        if (ByName[(int)medium].TryGetValue(codeOrName, out var exact))
            return exact;
        if (ByPlainName[(int)medium].TryGetValue(FactorNames.Plain(codeOrName), out var spelled))
            return spelled;
        // A code of another group (w20117 of a soil): the factor that bears the same name here.
        return NameOfKey.TryGetValue(codeOrName, out var name) && name != codeOrName ? ByPlainName[(int)medium].GetValueOrDefault(FactorNames.Plain(name)) : null;
    }

    /// <summary>The factor of a name, whatever its medium; water and air before soil and noise. Null where unknown.</summary>
    public static Factor? FindAnywhere(string codeOrName) =>
        new[] { Medium.SurfaceWater, Medium.WasteWater, Medium.AmbientAir, Medium.Soil, Medium.Noise }.Select(medium => Find(codeOrName, medium)).FirstOrDefault(factor => factor is not null);

    /// <summary>Every code, name and symbol that <see cref="Find"/> knows in a medium.</summary>
    public static IEnumerable<KeyValuePair<string, Factor>> Names(Medium medium) => ByName[(int)medium];

    /// <summary>Key to find limits by: the factor's, or what was given where the factor is unknown.</summary>
    public static string KeyOf(string codeOrName, Medium medium) => Find(codeOrName, medium)?.Key ?? codeOrName;

    private static FrozenDictionary<string, Factor> ByNameOf(
        IEnumerable<(string Group, Factor Factor, string[] Aliases)> rows, IEnumerable<(string Factor, string[] Names)> others, Medium medium)
    {
        var names = new Dictionary<string, Factor>();
        var ofGroup = rows.ToList();
        foreach (var (_, factor, _) in ofGroup)
            names.TryAdd(factor.Key, factor);
        foreach (var (_, factor, aliases) in ofGroup)
        {
            foreach (var name in aliases.Prepend(factor.Name).Where(name => name.Length > 0))
                names.TryAdd(name, factor);
        }

        // Other names may be names of rows of their own (莠去津 is 阿特拉津): one substance, one factor.
        var plain = names.Keys.ToLookup(FactorNames.Plain);
        foreach (var (factor, aliases) in others)
        {
            foreach (var name in aliases.SelectMany(alias => plain[FactorNames.Plain(alias)].Append(alias)))
                names[name] = names[factor];
        }

        if (medium is Medium.SurfaceWater or Medium.Groundwater)
            TakeTotalMetalsAsMetals(names);
        return names.ToFrozenDictionary();
    }

    // Waste water has 总铅 (w20120), GB 3838 and GB/T 14848 have 铅 (w20144): analysers at a river report the former.
    private static void TakeTotalMetalsAsMetals(Dictionary<string, Factor> names)
    {
        foreach (var metal in Metals.Select(character => character.ToString()))
        {
            if (!names.TryGetValue(metal, out var factor) || !names.TryGetValue("总" + metal, out var total))
                continue;
            names[total.Key] = factor;
            names[total.Name] = factor;
        }
    }

    private static Factor FactorOf(IReadOnlyDictionary<string, string> row) => new(
        row["key"],
        row["name"],
        Unit.Of(row["unit"]),
        row["decimals"].Length == 0 ? null : int.Parse(row["decimals"], CultureInfo.InvariantCulture),
        row["molar_mass"].Length == 0 ? null : decimal.Parse(row["molar_mass"], CultureInfo.InvariantCulture),
        row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled);

    private static string GroupOf(Medium medium) => medium switch
    {
        Medium.WasteWater or Medium.SurfaceWater or Medium.Groundwater => "water",
        Medium.Soil => "soil",
        Medium.Noise or Medium.FenceLineNoise or Medium.IndoorNoise => "noise",
        _ => "air",
    };
}
