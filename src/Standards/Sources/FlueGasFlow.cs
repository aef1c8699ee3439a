namespace EcoPark.Standards.Sources;

/// <summary>Flow of flue gas.</summary>
public static class FlueGasFlow
{
    /// <summary>Formulas of HJ 75-2017, from memory; the physics is not in doubt.</summary>
    public static RuleBasis Basis { get; } = new("HJ 75-2017 附录：烟气流速、流量换算公式", Confidence.Recalled);

    /// <summary>Qs = 3600 · F · Kv · Vp, m³/h in the duct's state.</summary>
    /// <param name="area">F, m².</param>
    /// <param name="velocity">Vp, velocity at the measuring point, m/s.</param>
    /// <param name="fieldFactor">Kv, 速度场系数; 1 where the velocity is already that of the section.</param>
    public static decimal Wet(decimal area, decimal velocity, decimal fieldFactor = 1) => 3600 * area * fieldFactor * velocity;

    /// <summary>Qsn, dry at the standard state: Qs · 273/(273 + ts) · (Ba + Ps)/101325 · (1 − Xsw/100), m³/h.</summary>
    /// <param name="wet">Qs, m³/h.</param>
    /// <param name="atmospheric">Ba, Pa.</param>
    /// <param name="gauge">Ps, Pa.</param>
    /// <param name="degrees">ts, ℃.</param>
    /// <param name="moisture">Xsw, %.</param>
    public static decimal DryStandard(decimal wet, decimal atmospheric, decimal gauge, decimal degrees, decimal moisture) =>
        wet * 273 / (273 + degrees) * (atmospheric + gauge) / 101325 * (1 - moisture / 100);
}
