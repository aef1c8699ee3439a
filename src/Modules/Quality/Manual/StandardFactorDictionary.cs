using EcoPark.Platform.Dictionaries;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality.Manual;

/// <summary>Every factor that a standard limits, and the platform's own codes.</summary>
internal static class StandardFactorDictionary
{
    public const string Name = "standard-factors";

    public static ParkDictionary Create() => new(
        Name, "监测因子（评价标准）", "各环境质量标准与 HJ 212 附录 B；x 开头为平台自编", "2026",
        [.. FactorTable.All.Select(factor => new DictionaryItem(factor.Key, factor.Name)).Concat(LocalFactors.All.Select(one => new DictionaryItem(one.Code, one.Name))).DistinctBy(item => item.Code, StringComparer.OrdinalIgnoreCase)])
    {
        Aliases = text => FactorTable.FindAnywhere(text)?.Key,
    };
}
