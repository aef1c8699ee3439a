namespace EcoPark.Standards.Sources;

/// <summary>Emitted mass.</summary>
public static class Emission
{
    /// <summary>Formulas of HJ 75-2017 and HJ 356-2019, from memory; the arithmetic is not in doubt, the use of the measured value is the rule.</summary>
    public static RuleBasis Basis { get; } = new("HJ 75-2017：排放量 = 实测干基标态浓度（不折算）× 标态干流量；HJ 356-2019：浓度 × 流量", Confidence.Recalled);

    /// <summary>Mass of an hour of flue gas, kg: C · Qsn · 10⁻⁶.</summary>
    /// <param name="measured">Measured dry concentration at the standard state, mg/m³; never the corrected one.</param>
    /// <param name="flow">Dry flow at the standard state, m³/h.</param>
    public static decimal OfGas(decimal measured, decimal flow) => measured * flow * 1e-6m;

    /// <summary>Mass of a period of water, kg: C · Q · 10⁻³.</summary>
    /// <param name="concentration">mg/L.</param>
    /// <param name="volume">Water of the period, m³.</param>
    public static decimal OfWater(decimal concentration, decimal volume) => concentration * volume * 1e-3m;

    /// <summary>Sum of hours to a day, of days to a month, of months to a year, kg; null where nothing was given.</summary>
    /// <param name="parts">Masses, null where missing: a missing part must be replaced first, see <see cref="GasReplacement"/> and <see cref="WaterReplacement"/>.</param>
    public static EmissionSum Sum(IEnumerable<decimal?> parts)
    {
        var (sum, given, missing) = (0m, 0, 0);
        foreach (var part in parts)
        {
            sum += part ?? 0;
            given += part is null ? 0 : 1;
            missing += part is null ? 1 : 0;
        }

        return new(given == 0 ? null : sum, given, missing);
    }
}

/// <summary>A sum that says what it lacks.</summary>
/// <param name="Kilograms">Null where no part was given.</param>
/// <param name="Given">Parts summed.</param>
/// <param name="Missing">Parts missing: the sum is too low by them.</param>
public readonly record struct EmissionSum(decimal? Kilograms, int Given, int Missing)
{
    public bool IsComplete => Missing == 0 && Given > 0;
}
