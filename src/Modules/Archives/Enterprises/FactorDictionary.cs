using EcoPark.Hj212;
using EcoPark.Platform.Dictionaries;
using EcoPark.Standards;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>The factors of HJ 212 as a dictionary.</summary>
internal static class FactorDictionary
{
    public const string Name = "factors";

    public static ParkDictionary Create() => new(
        Name, "监测因子", "HJ 212-2017 附录 B（HJ 212-2025 沿用）", "2017", [.. Factors.All.Where(factor => !factor.Code.EndsWith("xx", StringComparison.Ordinal)).DistinctBy(factor => factor.Code).Select(factor => new DictionaryItem(factor.Code, factor.Name))])
    {
        Aliases = text => FactorTable.FindAnywhere(text)?.Key,
    };
}
