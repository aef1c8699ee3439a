using System.Collections.Frozen;

namespace EcoPark.Standards.Pollutants;

/// <summary>Codes of characteristic pollutants: those of HJ 212, HJ 524 and HJ 525 where there is one, else CAS and number, else the Chinese name.</summary>
public static class PollutantCodes
{
    private const string Cas = "CAS";

    /// <summary>What every outlet is measured by anyway, and what is no substance: not characteristic of anybody.</summary>
    private static readonly FrozenSet<string> Usual = FrozenSet.ToFrozenSet(
        ["化学需氧量", "氨氮", "总磷", "总氮", "悬浮物", "五日生化需氧量", "生化需氧量", "高锰酸盐指数", "pH值", "色度", "水温", "溶解氧", "浑浊度", "电导率", "污水", "颗粒物", "烟尘", "二氧化硫", "氮氧化物", "一氧化碳", "一氧化氮", "二氧化氮", "臭氧", "PM10", "PM2.5", "林格曼黑度", "臭气浓度"]);

    /// <summary>Every code with its name; a name that standards and lists share occurs once.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [.. Build()];

    private static readonly FrozenDictionary<string, string> CodeOfName = All.DistinctBy(one => FactorNames.Plain(one.Name)).ToFrozenDictionary(one => FactorNames.Plain(one.Name), one => one.Code);

    /// <summary>The one code of a substance in a medium, however it is spelled; null where the text names none.</summary>
    public static string? Of(string codeOrName, PollutantMedium medium)
    {
        var plain = medium switch { PollutantMedium.Water => Medium.WasteWater, PollutantMedium.Air => Medium.FlueGas, _ => Medium.Soil };
        return FactorTable.Find(codeOrName, plain)?.Key ?? FactorTable.FindAnywhere(codeOrName)?.Key ?? (All.Any(one => one.Code == codeOrName) ? codeOrName : CodeOfName.GetValueOrDefault(FactorNames.Plain(codeOrName)));
    }

    /// <summary>Whether it can be characteristic of somebody.</summary>
    public static bool CanBeListed(string codeOrName) => !Substances.NamesOf(codeOrName).Any(Usual.Contains) && !IsState(codeOrName);

    /// <summary>Whether a text is a code of HJ 212 (a25002, w20117), and no name.</summary>
    public static bool IsCoded(string code) => code.Length > 1 && (code[0] is 'a' or 'w' or 'x') && char.IsAsciiDigit(code[1]);

    /// <summary>a01 and w00: flows, temperatures, oxygen; a19 oxygen content.</summary>
    private static bool IsState(string code) => code.StartsWith("a01", StringComparison.Ordinal) || code.StartsWith("a00", StringComparison.Ordinal) || code.StartsWith("w00", StringComparison.Ordinal) || code.StartsWith("w01", StringComparison.Ordinal) || code.StartsWith("a19", StringComparison.Ordinal);

    private static IEnumerable<(string Code, string Name)> Build()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var factor in FactorTable.All.Where(factor => CanBeListed(factor.Key) && CanBeListed(factor.Name) && (factor.Unit.IsConcentration || factor.Unit.Symbol.Contains("TEQ", StringComparison.Ordinal))))
        {
            if (taken.Add(factor.Key))
                yield return (factor.Key, factor.Name);
        }

        var known = FactorTable.All.Select(factor => FactorNames.Plain(factor.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in PollutantLists.Names.Where(name => known.Add(FactorNames.Plain(name)) && FactorTable.FindAnywhere(name) is null))
        {
            var code = Substances.Find(name) is { Cas.Length: > 0 } substance ? Cas + substance.Cas : name;
            if (taken.Add(code))
                yield return (code, name);
        }
    }
}
