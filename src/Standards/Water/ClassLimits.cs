using System.Collections.Frozen;

namespace EcoPark.Standards.Water;

/// <summary>Limits of a classified standard, by factor and class.</summary>
internal sealed class ClassLimits
{
    private static readonly FrozenDictionary<string, WaterClass> Classes =
        Enum.GetValues<WaterClass>().Take(5).ToFrozenDictionary(waterClass => waterClass.Numeral());

    private readonly FrozenDictionary<string, FrozenDictionary<WaterClass, Limit>> _byFactor;

    private ClassLimits(string standardNumber, Medium medium, Func<Limit, bool> belongs)
    {
        (StandardNumber, Medium) = (standardNumber, medium);
        _byFactor = LimitLibrary.Default.All
            .Where(limit => limit.StandardNumber == standardNumber && limit.IsEnabled && Classes.ContainsKey(limit.Class) && belongs(limit))
            .GroupBy(limit => limit.Factor)
            .ToFrozenDictionary(group => group.Key, group => group.DistinctBy(limit => limit.Class).ToFrozenDictionary(limit => Classes[limit.Class]));
    }

    public static ClassLimits River { get; } = new("GB 3838-2002", Medium.SurfaceWater, limit => limit.HoldsFor(WaterBody.River));

    public static ClassLimits Lake { get; } = new("GB 3838-2002", Medium.SurfaceWater, limit => limit.HoldsFor(WaterBody.Lake));

    public static ClassLimits Ground { get; } = new("GB/T 14848-2017", Medium.Groundwater, _ => true);

    public string StandardNumber { get; }

    public Medium Medium { get; }

    public FrozenDictionary<WaterClass, Limit>? For(string key) => _byFactor.GetValueOrDefault(key);
}
