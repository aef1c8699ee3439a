namespace EcoPark.Standards.Sources;

/// <summary>Concentrations of flue gas from the state of the duct to the dry standard state, formulas of HJ 75-2017 (seen quoted in public code).</summary>
public static class FlueGasState
{
    private const decimal StandardPascal = 101325;
    private const decimal StandardKelvin = 273;

    /// <summary>Standard-state concentration: ρ · 101325/(Ba + Ps) · (273 + ts)/273.</summary>
    /// <param name="concentration">In the duct's state, mg/m³.</param>
    /// <param name="atmospheric">Ba, Pa.</param>
    /// <param name="gauge">Ps, static pressure of the gas against the atmosphere, Pa.</param>
    /// <param name="degrees">ts, ℃.</param>
    public static decimal AtStandard(decimal concentration, decimal atmospheric, decimal gauge, decimal degrees) =>
        concentration * (StandardPascal / (atmospheric + gauge)) * ((StandardKelvin + degrees) / StandardKelvin);

    /// <summary>Dry concentration: wet / (1 − Xsw/100); null where the moisture is not within 0 … 100 %.</summary>
    /// <param name="moisture">Xsw, %.</param>
    public static decimal? Dry(decimal wet, decimal moisture) => moisture is < 0 or >= 100 ? null : wet / (1 - moisture / 100);

    /// <summary>Mass of a gas by its share, M/22.4 · c.</summary>
    /// <param name="share">μmol/mol.</param>
    /// <param name="molarMass">g/mol.</param>
    /// <remarks>The standard rounds the molar volume to 22.4; <see cref="UnitConversion"/> uses 22.414, 0.06 % less.</remarks>
    public static decimal MassOf(decimal share, decimal molarMass) => molarMass / 22.4m * share;

    /// <summary>NOx counted as NO₂: NO · 46.005/30.006 + NO₂, mg/m³.</summary>
    public static decimal NitrogenOxides(decimal nitricOxide, decimal nitrogenDioxide) => nitricOxide * 46.005m / 30.006m + nitrogenDioxide;
}
