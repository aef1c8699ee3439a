using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Dictionaries;

/// <summary>All dictionaries that the rooms have brought, by name.</summary>
public sealed class ParkDictionaries(IEnumerable<ParkDictionary> dictionaries)
{
    /// <summary>行政区划.</summary>
    public const string Regions = "regions";

    /// <summary>国民经济行业分类 GB/T 4754.</summary>
    public const string Industries = "industries";

    private readonly Dictionary<string, ParkDictionary> _byName = dictionaries.ToDictionary(one => one.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<ParkDictionary> All => _byName.Values;

    public ParkDictionary this[string name] => _byName[name];

    public ParkDictionary? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Those that every room needs.</summary>
    public static void Add(IServiceCollection services)
    {
        var here = typeof(ParkDictionaries).Assembly;
        services.AddSingleton<ParkDictionaries>();
        services.AddSingleton(_ => ParkDictionary.FromResource(here, "regions-2023.csv", Regions, "行政区划", "国家统计局统计用区划代码", "2023 年（截止 2023-06-30）"));
        services.AddSingleton(_ => ParkDictionary.FromResource(here, "gbt4754-2017.csv", Industries, "国民经济行业分类", "GB/T 4754-2017", "2017"));
    }
}
