using System.Collections.Frozen;
using System.Globalization;

namespace EcoPark.Standards.Water;

/// <summary>Class of surface water and groundwater by the single worst factor.</summary>
public static class WaterQuality
{
    // 环办〔2011〕22号: cyanide and heavy metals that exceed come first among the main pollutants (seen quoted in public code).
    private static readonly FrozenSet<string> ComeFirst = FrozenSet.ToFrozenSet([FactorCodes.Cyanide, FactorCodes.Lead, FactorCodes.HexavalentChromium, FactorCodes.Mercury, FactorCodes.Cadmium, FactorCodes.Arsenic]);

    /// <summary>GB 3838-2002 table 1; total phosphorus and total nitrogen by kind of water body.</summary>
    public static WaterJudgement OfSurfaceWater(WaterSample sample) => sample.Body switch
    {
        WaterBody.Sea => new(ClassLimits.River.StandardNumber, null, [], null, [], [], "近岸海域执行 GB 3097，限值库未收录，不作评价"),
        WaterBody.Lake => Judge(sample, ClassLimits.Lake),
        _ => Judge(sample, ClassLimits.River),
    };

    /// <summary>GB/T 14848-2017 tables 1 and 2, clause 6: classes I … V by the worst factor.</summary>
    public static WaterJudgement OfGroundwater(WaterSample sample) => Judge(sample, ClassLimits.Ground);

    private static WaterJudgement Judge(WaterSample sample, ClassLimits standard)
    {
        var temperature = sample.Results.FirstOrDefault(result => FactorTable.KeyOf(result.Factor, standard.Medium) == FactorCodes.WaterTemperature)?.Value;
        var factors = sample.Results.Select(result => FactorClassification.Of(result, sample, standard, temperature)).ToList();
        var counted = factors.Where(factor => factor is { Counts: true, Class: not null }).ToList();
        if (counted.Count == 0)
            return new(standard.StandardNumber, null, [], null, factors, [], "没有可评价的项目");

        var worst = counted.Max(factor => factor.Class!.Value);
        var decidedBy = counted.Where(factor => factor.Class == worst).ToList();
        var meets = sample.Target is { } target ? worst <= target : (bool?)null;
        return new(standard.StandardNumber, worst, decidedBy, meets, factors, MainPollutants(counted), Reason(worst, decidedBy, sample.Target, counted));
    }

    private static List<FactorClass> MainPollutants(IEnumerable<FactorClass> counted) =>
    [
        .. counted.Where(factor => factor.MeetsTarget == false)
            .OrderByDescending(factor => ComeFirst.Contains(factor.Factor.Key))
            .ThenByDescending(factor => factor.Class)
            .ThenByDescending(factor => factor.ExceedanceMultiple ?? 0)
            .Take(3),
    ];

    private static string Reason(WaterClass worst, List<FactorClass> decidedBy, WaterClass? target, List<FactorClass> counted)
    {
        var text = $"水质{worst.Chinese()}，定类项目：{string.Join("、", decidedBy.Select(factor => factor.Factor.Name))}";
        if (target is not { } wanted)
            return text;
        if (worst <= wanted)
            return $"{text}；达到{wanted.Chinese()}目标";
        var exceeding = counted.Where(factor => factor.MeetsTarget == false)
            .Select(factor => factor.ExceedanceMultiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"{factor.Factor.Name}（{decimal.Round(multiple, 2):0.##}）") : factor.Factor.Name);
        return $"{text}；劣于{wanted.Chinese()}目标，超标项目（倍数）：{string.Join("、", exceeding)}";
    }
}
