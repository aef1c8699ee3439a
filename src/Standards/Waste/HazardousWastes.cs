using EcoPark.Standards.Data;

namespace EcoPark.Standards.Waste;

/// <summary>A waste of the national catalogue.</summary>
/// <param name="Code">Eight digits: industry, number, category: 900-249-08.</param>
/// <param name="Category">HW08.</param>
/// <param name="CategoryName">废矿物油与含矿物油废物.</param>
/// <param name="Industry">Where it arises; the catalogue has names of GB/T 4754 groups, these were written down from memory.</param>
/// <param name="Name">What it is, in the catalogue's words.</param>
/// <param name="Hazards">T toxic, C corrosive, I ignitable, R reactive, In infectious.</param>
public sealed record HazardousWaste(string Code, string Category, string CategoryName, string Industry, string Name, string Hazards);

/// <summary>
/// 国家危险废物名录（2021 年版）: 467 codes in 46 categories, transcribed from its text. In force until 2024-12-31; the edition of 2025 (部令第 36 号, since 2025-01-01) is a small
/// revision whose table is not here, so that each code is still to be checked against it.
/// </summary>
public static class HazardousWastes
{
    /// <summary>As people are told.</summary>
    public const string Edition = "2021 年版；2025 年版代码表未载入，待核对";

    /// <summary>Last day that the edition was in force.</summary>
    public static readonly DateOnly LastDay = new(2024, 12, 31);

    private static readonly Dictionary<string, HazardousWaste> ByCode = EmbeddedTable.Read("hazardous-wastes-2021")
        .Select(row => new HazardousWaste(row["code"], row["category"], row["category_name"], row["industry"], row["waste"], row["hazard"])).ToDictionary(waste => waste.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<HazardousWaste> All => ByCode.Values;

    /// <summary>Code and name of each category.</summary>
    public static IReadOnlyList<(string Code, string Name)> Categories { get; } = [.. ByCode.Values.Select(waste => (waste.Category, waste.CategoryName)).Distinct().OrderBy(one => one.Category, StringComparer.Ordinal)];

    public static HazardousWaste? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whether a licence that names a code, or a whole category, covers a code.</summary>
    public static bool Covers(string licensed, string code) => licensed == code || (Find(code) is { } waste && waste.Category == licensed);
}
