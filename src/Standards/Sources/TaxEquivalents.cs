using System.Collections.Frozen;
using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Sources;

/// <summary>How many pollutants of an outlet are taxed goes by these (环境保护税法 第九条).</summary>
public enum TaxClass
{
    /// <summary>第一类水污染物.</summary>
    WaterFirst,

    /// <summary>其他类水污染物.</summary>
    WaterOther,

    /// <summary>大气污染物.</summary>
    Air,
}

/// <summary>污染当量值 of a pollutant.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Kilograms">kg that make one equivalent.</param>
public sealed record TaxEquivalent(TaxClass Class, string Name, decimal Kilograms, Confidence Confidence);

/// <summary>A mass and what it counts for.</summary>
/// <param name="Kilograms">kg.</param>
public sealed record TaxedMass(TaxEquivalent Equivalent, decimal Kilograms)
{
    public decimal Equivalents => Kilograms / Equivalent.Kilograms;
}

/// <summary>污染当量 of emitted masses and which of them are taxed: 环境保护税法, table 2 and articles 8 and 9.</summary>
public static class TaxEquivalents
{
    private const string Soot = "soot";
    private const string Dust = "dust";

    /// <summary>Of these only one is taxed at an outlet.</summary>
    private static readonly FrozenSet<string> OxygenDemands = FrozenSet.ToFrozenSet(["化学需氧量", "生化需氧量", "总有机碳"]);

    private static readonly FrozenDictionary<string, TaxEquivalent> ByFactor = EmbeddedTable.Read("tax-equivalents")
        .SelectMany(row => row["factors"].Split('|').Select(factor => KeyValuePair.Create(factor, Of(row)))).ToFrozenDictionary(StringComparer.Ordinal);

    public static RuleBasis Table { get; } = new("环境保护税法附表二：污染当量数 = 排放量（kg）/ 污染当量值（kg）", Confidence.Verified);

    public static RuleBasis Choice { get; } = new("环境保护税法第九条：每一排放口按污染当量数从大到小，大气取前三项，第一类水污染物取前五项，其他类水污染物取前三项；化学需氧量、生化需氧量和总有机碳只计一项（取当量数最大的）", Confidence.Verified);

    /// <summary>Null for what the table does not have.</summary>
    /// <param name="burns">Particles of burning are 烟尘, all others 一般性粉尘.</param>
    public static TaxEquivalent? Find(string factorCode, bool burns) => ByFactor.GetValueOrDefault(factorCode != FactorCodes.Particles ? factorCode : burns ? Soot : Dust);

    /// <summary>Items taxed at an outlet.</summary>
    public static int Most(TaxClass kind) => kind == TaxClass.WaterFirst ? 5 : 3;

    /// <summary>
    /// Of one outlet and one month: the masses of one item together, the largest number of equivalents first within a class; and the rank of each among those taxed, null for what is not.
    /// </summary>
    public static IReadOnlyList<(TaxedMass Mass, int? Rank)> Rank(IEnumerable<TaxedMass> masses)
    {
        var items = masses.GroupBy(mass => mass.Equivalent).Select(same => new TaxedMass(same.Key, same.Sum(mass => mass.Kilograms))).ToList();
        var demand = items.Where(item => OxygenDemands.Contains(item.Equivalent.Name)).MaxBy(item => item.Equivalents);
        return
        [
            .. from kind in items.GroupBy(item => item.Equivalent.Class).OrderBy(kind => kind.Key)
               let taxed = kind.Where(item => item.Equivalents > 0 && (item == demand || !OxygenDemands.Contains(item.Equivalent.Name))).OrderByDescending(item => item.Equivalents).Take(Most(kind.Key)).ToList()
               from item in kind.OrderByDescending(item => item.Equivalents)
               select (item, taxed.IndexOf(item) is var at && at >= 0 ? at + 1 : (int?)null),
        ];
    }

    private static TaxEquivalent Of(IReadOnlyDictionary<string, string> row) => new(
        row["class"] switch { "water-first" => TaxClass.WaterFirst, "water-other" => TaxClass.WaterOther, _ => TaxClass.Air }, row["name"],
        decimal.Parse(row["kilograms"], NumberStyles.Float, CultureInfo.InvariantCulture), row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled);
}
