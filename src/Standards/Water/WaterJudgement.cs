namespace EcoPark.Standards.Water;

/// <summary>What one factor says about the class.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Class">Its class; null where it could not be judged.</param>
/// <param name="Value">Value in the unit of the limits.</param>
/// <param name="Counts">Whether it takes part in the class of the water (水温、总氮、粪大肠菌群 do not).</param>
/// <param name="ExceedanceMultiple">超标倍数 over the target class; null where it is met, or the factor has none (pH, DO …).</param>
/// <param name="MeetsTarget">Null where no target is given or the factor cannot be judged.</param>
/// <param name="Note">Chinese note; null where nothing is to be said.</param>
public sealed record FactorClass(Factor Factor, WaterClass? Class, decimal? Value, bool Counts, decimal? ExceedanceMultiple, bool? MeetsTarget, string? Note);

/// <summary>Class of a water by the single worst factor (单因子评价).</summary>
/// <param name="StandardNumber">GB 3838-2002 or GB/T 14848-2017.</param>
/// <param name="Class">Null where no factor could be judged.</param>
/// <param name="DecidedBy">Factors that have the worst class.</param>
/// <param name="MeetsTarget">Null where no target is given.</param>
/// <param name="Factors">Every factor.</param>
/// <param name="MainPollutants">定类/主要污染指标: factors beyond the target (or beyond Ⅲ), worst first, at most three.</param>
/// <param name="Reason">Chinese sentence.</param>
public sealed record WaterJudgement(
    string StandardNumber,
    WaterClass? Class,
    IReadOnlyList<FactorClass> DecidedBy,
    bool? MeetsTarget,
    IReadOnlyList<FactorClass> Factors,
    IReadOnlyList<FactorClass> MainPollutants,
    string Reason);
