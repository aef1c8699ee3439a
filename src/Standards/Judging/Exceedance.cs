namespace EcoPark.Standards;

/// <summary>超标倍数: by how many times a value exceeds its limit.</summary>
public static class Exceedance
{
    /// <summary>
    /// Whether a multiple makes sense at all. 环办〔2011〕22号: water temperature and pH (and dissolved oxygen, which has a lower limit) have none.
    /// Levels in dB have none either.
    /// </summary>
    public static bool HasMultiple(Unit unit, string factorCode = "") =>
        unit.Symbol.Length > 0 && unit != Unit.Decibel && unit != Unit.DegreeCelsius && factorCode != FactorCodes.Ph;

    /// <returns><see langword="null"/> where the limit is kept or a multiple makes no sense.</returns>
    public static double? Multiple(double value, double limit, string unit, string factorCode) =>
        limit > 0 && value > limit && HasMultiple(Unit.Of(unit), factorCode) ? (value - limit) / limit : null;
}
