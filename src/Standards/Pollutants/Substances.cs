using System.Collections.Frozen;
using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Pollutants;

/// <summary>What is known of a substance beside its limits.</summary>
/// <param name="Cas">CAS registry number.</param>
/// <param name="MolarMass">g/mol.</param>
/// <param name="OdourThreshold">Detection threshold by the triangle odour bag method (Nagata), ppm by volume; null where unknown.</param>
/// <param name="Mir">Maximum incremental reactivity (Carter), g O₃ per g; null where unknown.</param>
/// <param name="Confidence">Of threshold and reactivity.</param>
public sealed record Substance(string Name, string Cas, double? MolarMass, double? OdourThreshold, double? Mir, Confidence Confidence)
{
    /// <summary>m³/kmol at 25 °C and 101.325 kPa.</summary>
    private const double MolarVolume = 24.465;

    /// <summary>The odour threshold as a mass, mg/m³ at 25 °C: ppm × M / 24.465.</summary>
    public double? OdourMass => OdourThreshold is { } ppm && MolarMass is { } mass ? ppm * mass / MolarVolume : null;
}

/// <summary>Substances by factor code, Chinese name or CAS number.</summary>
public static class Substances
{
    private static readonly FrozenDictionary<string, Substance> ByName = EmbeddedTable.Read("substances")
        .SelectMany(row => row["names"].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row["name"]).Select(name => KeyValuePair.Create(FactorNames.Plain(name), Of(row))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static RuleBasis Ozone { get; } = new("臭氧生成潜势 = 排放量 × MIR（Carter 最大增量反应活性）", Confidence.Recalled);

    public static RuleBasis Odour { get; } = new("异味当量 = 排放量 ÷ 嗅阈值质量浓度，即稀释到嗅阈值所需的空气体积（嗅阈值为三点比较式臭袋法，25 ℃）", Confidence.Recalled);

    /// <summary>Null for what nothing is known of.</summary>
    public static Substance? Find(string codeOrName) => NamesOf(codeOrName).Select(name => ByName.GetValueOrDefault(FactorNames.Plain(name))).FirstOrDefault(found => found is not null);

    /// <summary>Names that a code or name stands for: its own, and that of the factor that bears it.</summary>
    public static IReadOnlyList<string> NamesOf(string codeOrName) =>
        FactorTable.FindAnywhere(codeOrName) is { } factor && factor.Name != codeOrName ? [codeOrName, factor.Name] : [codeOrName];

    private static Substance Of(IReadOnlyDictionary<string, string> row) => new(
        row["name"], row["cas"], Number(row["molar_mass"]), Number(row["odour_ppm"]), Number(row["mir"]), row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled);

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
