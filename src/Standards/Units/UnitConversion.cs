namespace EcoPark.Standards;

/// <summary>A value in another unit, and how it got there.</summary>
/// <param name="Value">Converted value.</param>
/// <param name="Note">Chinese note of what was done; null where nothing was.</param>
public readonly record struct Converted(decimal Value, string? Note);

/// <summary>Conversion of units, decimal-exact within one dimension.</summary>
public static class UnitConversion
{
    /// <summary>Converts a value; null where the units do not convert (other dimension, molar mass or state missing).</summary>
    /// <param name="value">Value in <paramref name="from"/>.</param>
    /// <param name="from">Unit of the value.</param>
    /// <param name="to">Unit wanted.</param>
    /// <param name="molarMass">g/mol; needed between mass and share in gas.</param>
    /// <param name="state">State the mass concentration is stated at; needed likewise.</param>
    public static decimal? Convert(decimal value, Unit from, Unit to, decimal? molarMass = null, GasState? state = null)
    {
        if (ReferenceEquals(from, to) || from.Symbol == to.Symbol)
            return value;
        if (from.Dimension == UnitDimension.Single || to.Dimension == UnitDimension.Single)
            return null;
        if (from.Dimension == to.Dimension)
            return value * from.Scale / to.Scale;
        if (molarMass is not { } mass || state is not { } at)
            return null;

        // mg/m³ = μmol/mol · M / Vm; with Vm = 22.4 L/mol this is HJ 75-2017's ρ = M/22.4·c.
        return (from.Dimension, to.Dimension) switch
        {
            (UnitDimension.ShareInGas, UnitDimension.MassInGas) => value * from.Scale * mass / at.MolarVolume / to.Scale,
            (UnitDimension.MassInGas, UnitDimension.ShareInGas) => value * from.Scale * at.MolarVolume / mass / to.Scale,
            _ => null,
        };
    }

    /// <summary>Mass concentration of a gas at another temperature and pressure (the same mass in another volume).</summary>
    public static decimal AtState(decimal massConcentration, GasState from, GasState to) =>
        massConcentration * (from.Kelvin / to.Kelvin) * (to.Pascal / from.Pascal);
}
