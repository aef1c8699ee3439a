namespace EcoPark.Hj212;

/// <summary>One row of annex B: a monitoring factor or device-information code.</summary>
/// <param name="Code">Six-character code, lower case.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="LegacyCode">Code of HJ/T 212-2005, or null.</param>
/// <param name="Unit">Unit of concentration or value as a symbol (mg/L, mg/m³, dB(A)); empty where none.</param>
/// <param name="EmissionUnit">Unit of the emitted amount, or empty.</param>
/// <param name="Decimals">Decimal places of the standard's format, where given.</param>
/// <param name="Table">Table of annex B.</param>
public sealed record Factor(string Code, string Name, string? LegacyCode, string Unit, string EmissionUnit, int? Decimals, string Table);

/// <summary>The code tables of annex B, embedded.</summary>
public static class Factors
{
    public static IReadOnlyList<Factor> All => throw new NotImplementedException();

    public static Factor? Find(string code) => throw new NotImplementedException();

    /// <summary>
    /// Six-character code for a code as written: itself where it is one, the translation of a 2005 code in the medium of
    /// <paramref name="systemCode"/> (101 means total phosphorus in water, …), otherwise the code in lower case.
    /// </summary>
    public static string Canonical(string code, string systemCode) => throw new NotImplementedException();
}
