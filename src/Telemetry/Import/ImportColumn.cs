using System.Globalization;
using EcoPark.Standards;

namespace EcoPark.Telemetry.Import;

/// <summary>What a column of the file holds.</summary>
/// <param name="Index">Place in the file, from 0.</param>
/// <param name="Heading">As the file writes it.</param>
/// <param name="FactorCode">Six-character code; empty: the column is left out.</param>
/// <param name="Name">Name of the factor, used where the channel must be made.</param>
/// <param name="Unit">Unit of the file's figures.</param>
/// <param name="TargetUnit">Unit that the channel keeps; figures are converted to it.</param>
public sealed record ImportColumn(int Index, string Heading, string FactorCode, string Name, string Unit, string TargetUnit)
{
    /// <summary>Decimal places that a new channel shows: micrograms are whole numbers (HJ 633 5.1), the rest as annex B of HJ 212 prints them.</summary>
    public int Decimals => TargetUnit == "μg/m³" ? 0 : Math.Min(Hj212.Factors.Find(FactorCode)?.Decimals ?? 1, 3);

    private static readonly string[] Compass = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Cells that say that nothing was measured.</summary>
    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase) { "", "-", "—", "NA", "NaN", "null", "缺测", "无" };

    /// <summary>Reads a cell.</summary>
    /// <returns>False where the cell can't be understood; <paramref name="value"/> is null where nothing was measured.</returns>
    public bool TryRead(string cell, out double? value)
    {
        value = null;
        if (Missing.Contains(cell))
            return true;
        if (FactorCode == FactorCodes.WindDirection && Array.IndexOf(Compass, cell.ToUpperInvariant()) is >= 0 and var sector)
        {
            value = sector * 22.5;
            return true;
        }

        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) > 1e12)
            return false;
        value = Convert(number);
        return value is not null;
    }

    /// <summary>Whether figures of the file's unit become figures of the channel's.</summary>
    public bool Converts => Convert(1) is not null;

    private double? Convert(double number)
    {
        if (Unit == TargetUnit)
            return number;
        if (ImportUnits.Factor(Unit, TargetUnit) is { } factor)
            return number * factor;
        var molarMass = FactorTable.Find(FactorCode, Medium.AmbientAir)?.MolarMass;
        return UnitConversion.Convert(Rounding.FromDouble(number), Standards.Unit.Of(Unit), Standards.Unit.Of(TargetUnit), molarMass, GasState.Of(Medium.AmbientAir)) is { } converted ? (double)converted : null;
    }
}

/// <summary>Units of weather files that no limit is ever written in.</summary>
internal static class ImportUnits
{
    private static readonly Dictionary<(string From, string To), double> Factors = new()
    {
        [("mph", "m/s")] = 0.44704,
        [("km/h", "m/s")] = 1 / 3.6,
        [("kn", "m/s")] = 0.514444,
        [("hPa", "kPa")] = 0.1,
        [("Pa", "kPa")] = 0.001,
    };

    public static double? Factor(string from, string to) => Factors.TryGetValue((from, to), out var factor) ? factor : null;
}
