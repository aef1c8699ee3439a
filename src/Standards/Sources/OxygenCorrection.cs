namespace EcoPark.Standards.Sources;

/// <summary>A concentration at the reference oxygen.</summary>
/// <param name="Value">mg/m³; null where it cannot be made.</param>
/// <param name="WhyNot">Chinese reason; null where there is a value.</param>
public readonly record struct CorrectedConcentration(decimal? Value, string? WhyNot);

/// <summary>折算: concentration at the reference oxygen of the standard (GB 13271-2014, GB 31571-2015, GB 37822-2019; HJ 75-2017 formulas of appendix).</summary>
public static class OxygenCorrection
{
    private const decimal OxygenOfAir = 21;

    /// <summary>
    /// Correction by more than this is of gas that is nearly air: the furnace does not burn, and a tenth of a per cent of oxygen decides over the value.
    /// </summary>
    private const decimal MostCorrection = 10;

    /// <summary>Why such hours stand apart.</summary>
    public static RuleBasis NearlyAirBasis { get; } = new("平台规则：折算倍数超过 10 时气体近于空气（启停炉、漏风），不折算、不计入折算均值，单独列出（标准未作规定）", Confidence.Verified);

    /// <summary>Whether gas of this oxygen is nearly air: see <see cref="NearlyAirBasis"/>. From 21 % on nothing is corrected at all.</summary>
    public static bool IsNearlyAir(decimal oxygen, decimal reference) => oxygen >= OxygenOfAir || (OxygenOfAir - reference) / (OxygenOfAir - oxygen) > MostCorrection;

    /// <summary>The same told from what a logger has corrected, where its oxygen is not at hand.</summary>
    public static bool IsNearlyAir(double measured, double corrected) => measured > 0 && corrected > (double)MostCorrection * measured;

    /// <summary>ρ = ρ′ · (21 − O) / (21 − O′).</summary>
    /// <param name="measured">Measured dry concentration at the standard state, mg/m³.</param>
    /// <param name="oxygen">Measured dry oxygen, %.</param>
    /// <param name="reference">Reference oxygen of the standard, %; see <see cref="ReferenceOxygen"/>.</param>
    public static CorrectedConcentration Correct(decimal? measured, decimal? oxygen, decimal reference)
    {
        if (measured is not { } value)
            return new(null, "没有实测浓度");
        if (oxygen is not { } content)
            return new(null, "没有氧含量，不能折算");
        if (content >= OxygenOfAir)
            return new(null, "氧含量不小于 21 %，不能折算");
        if (content < 0 || reference is < 0 or >= OxygenOfAir)
            return new(null, "氧含量无效，不能折算");
        return new(value * (OxygenOfAir - reference) / (OxygenOfAir - content), null);
    }

    /// <summary>过量空气系数 α = 21 / (21 − O′); null from 21 % on.</summary>
    /// <param name="oxygen">Measured dry oxygen, %.</param>
    public static decimal? ExcessAir(decimal oxygen) => oxygen is < 0 or >= OxygenOfAir ? null : OxygenOfAir / (OxygenOfAir - oxygen);

    /// <summary>ρ = ρ′ · α′ / α: the same correction told by excess-air coefficients.</summary>
    /// <param name="excessAir">Measured α′.</param>
    /// <param name="referenceExcessAir">α of the standard (1.2 of 3.5 % oxygen, 1.4 of 6 %, 1.75 of 9 %).</param>
    public static decimal CorrectByExcessAir(decimal measured, decimal excessAir, decimal referenceExcessAir) => measured * excessAir / referenceExcessAir;

    /// <summary>
    /// Thermal oxidizers whose gas carries enough oxygen and gets no extra air are judged by the measured concentration,
    /// as long as the oxygen at the outlet is not above that at the inlet: GB 37822-2019 10.3.3.
    /// </summary>
    public static bool IsMeasuredEnough(bool getsExtraAir, decimal oxygenAtInlet, decimal oxygenAtOutlet) => !getsExtraAir && oxygenAtOutlet <= oxygenAtInlet;
}
