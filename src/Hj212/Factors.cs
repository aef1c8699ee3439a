using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace EcoPark.Hj212;

/// <summary>One row of annex B: a monitoring factor or device-information code.</summary>
/// <param name="Code">Code as the annex writes it; a trailing xx stands for the number of a device.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="LegacyCode">Code of HJ/T 212-2005, or null.</param>
/// <param name="Unit">Unit of concentration or value as a symbol (mg/L, mg/m³, dB(A)); empty where none.</param>
/// <param name="EmissionUnit">Unit of the emitted amount, or empty.</param>
/// <param name="Decimals">Decimal places of the standard's format, where given.</param>
/// <param name="Table">Table of annex B.</param>
public sealed record ProtocolFactor(string Code, string Name, string? LegacyCode, string Unit, string EmissionUnit, int? Decimals, string Table);

/// <summary>The code tables of annex B, embedded.</summary>
public static class Factors
{
    private const string WaterTable = "B.1";
    private const string AirTable = "B.2";

    private static readonly FrozenDictionary<string, ProtocolFactor> ByCode;
    private static readonly FrozenDictionary<(string Table, string Code), ProtocolFactor> ByLegacyCode;

    static Factors()
    {
        All = [.. Load()];
        ByCode = All.DistinctBy(factor => factor.Code).ToFrozenDictionary(factor => factor.Code, StringComparer.OrdinalIgnoreCase);
        ByLegacyCode = All.Where(factor => factor.LegacyCode is not null)
            .DistinctBy(factor => (factor.Table, factor.LegacyCode))
            .ToFrozenDictionary(factor => (factor.Table, factor.LegacyCode!));
    }

    public static IReadOnlyList<ProtocolFactor> All { get; }

    /// <summary>The factor of a six-character code; e and g codes of operating conditions without regard to the device number.</summary>
    public static ProtocolFactor? Find(string code) =>
        ByCode.TryGetValue(code, out var factor) || (code.Length == 6 && ByCode.TryGetValue(code[..4] + "xx", out factor)) ? factor : null;

    /// <summary>
    /// Six-character code for a code as written: itself where it is one, the translation of a 2005 code in the medium of
    /// <paramref name="systemCode"/> (101 is total phosphorus in water), otherwise the code as it is.
    /// </summary>
    public static string Canonical(string code, string systemCode)
    {
        if (Find(code) is { } known)
            return known.Code.EndsWith("xx", StringComparison.Ordinal) ? code.ToLowerInvariant() : known.Code;

        var table = systemCode is "21" or "24" or "26" or "32" or "33" or "34" or "52" ? WaterTable : AirTable;
        return ByLegacyCode.TryGetValue((table, code), out var legacy) ? legacy.Code : code;
    }

    private static IEnumerable<ProtocolFactor> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EcoPark.Hj212.Codes.factors.csv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split(',');
            yield return new ProtocolFactor(
                cells[0], cells[1], cells[2].Length == 0 ? null : cells[2], cells[3], cells[4],
                cells[5].Length == 0 ? null : int.Parse(cells[5], CultureInfo.InvariantCulture), cells[6]);
        }
    }
}
