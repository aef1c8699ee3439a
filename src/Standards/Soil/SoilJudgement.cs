namespace EcoPark.Standards.Soil;

/// <summary>建设用地 class, GB 36600-2018 4.1.</summary>
public enum LandClass
{
    /// <summary>第一类用地: housing, schools, hospitals, community parks …</summary>
    First = 1,

    /// <summary>第二类用地: industry, storage, commerce, roads, green space …</summary>
    Second,
}

/// <summary>Where a value lies, GB 36600-2018 clause 5.3.</summary>
public enum SoilRisk
{
    /// <summary>≤ 筛选值: risk can be neglected.</summary>
    Negligible,

    /// <summary>&gt; 筛选值, ≤ 管制值: detailed investigation and risk assessment.</summary>
    ToInvestigate,

    /// <summary>&gt; 管制值: risk control or remediation.</summary>
    Unacceptable,
}

/// <summary>One factor against screening and intervention value, mg/kg.</summary>
public sealed record SoilFactor(Factor Factor, SoilRisk? Risk, decimal? Value, decimal? ScreeningValue, decimal? InterventionValue, decimal? ExceedanceMultiple, string? Note);

/// <summary>A soil sample against GB 36600-2018.</summary>
/// <param name="Risk">Worst; null where no factor could be judged.</param>
/// <param name="DecidedBy">Factors that have the worst.</param>
public sealed record SoilJudgement(SoilRisk? Risk, IReadOnlyList<SoilFactor> DecidedBy, IReadOnlyList<SoilFactor> Factors, string Reason)
{
    public string StandardNumber => "GB 36600-2018";
}
