using EcoPark.Platform.Dictionaries;
using EcoPark.Standards;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.List;

/// <summary>Codes of characteristic pollutants.</summary>
internal static class PollutantDictionary
{
    public const string Name = "pollutant-codes";

    private static readonly IReadOnlyDictionary<string, string> Names = PollutantCodes.All.ToDictionary(one => one.Code, one => one.Name, StringComparer.OrdinalIgnoreCase);

    public static ParkDictionary Create() => new(Name, "特征污染物", "HJ 212 附录 B（HJ 524、HJ 525 编码），标准和国家名录中没有编码的为 CAS 号或名称", "2026", [.. PollutantCodes.All.Select(one => new DictionaryItem(one.Code, one.Name))])
    {
        Aliases = text => FactorTable.FindAnywhere(text)?.Key,
    };

    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);
}
