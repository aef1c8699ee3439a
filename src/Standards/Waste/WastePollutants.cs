using System.Collections.Frozen;

namespace EcoPark.Standards.Waste;

/// <summary>What a category of the 国家危险废物名录 contains by its very name: HW22 含铜废物 contains copper. Categories named by an industry tell nothing and are not here.</summary>
public static class WastePollutants
{
    private static readonly FrozenDictionary<string, string[]> ByCategory = new Dictionary<string, string[]>
    {
        ["HW07"] = ["氰化物"],
        ["HW10"] = ["多氯联苯"],
        ["HW20"] = ["铍"],
        ["HW21"] = ["总铬", "六价铬"],
        ["HW22"] = ["铜"],
        ["HW23"] = ["锌"],
        ["HW24"] = ["砷"],
        ["HW25"] = ["硒"],
        ["HW26"] = ["镉"],
        ["HW27"] = ["锑"],
        ["HW29"] = ["汞"],
        ["HW30"] = ["铊"],
        ["HW31"] = ["铅"],
        ["HW32"] = ["氟化物"],
        ["HW33"] = ["氰化物"],
        ["HW38"] = ["氰化物"],
        ["HW39"] = ["挥发酚"],
        ["HW46"] = ["镍"],
        ["HW47"] = ["钡"],
    }.ToFrozenDictionary();

    /// <summary>Names of pollutants; empty where the category names none.</summary>
    /// <param name="category">HW22.</param>
    public static IReadOnlyList<string> Of(string category) => ByCategory.GetValueOrDefault(category, []);
}
