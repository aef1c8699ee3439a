using System.Globalization;
using EcoPark.Standards;

namespace EcoPark.Telemetry.Import;

/// <summary>What a column of the file holds.</summary>
/// <param name="Index">Place in the file, from 0.</param>
/// <param name="Heading">As the file writes it.</param>
/// <param name="FactorCode">Code; empty: the column is left out.</param>
/// <param name="Name">Name of the factor, used where the channel must be made.</param>
/// <param name="Unit">Unit of the file's figures.</param>
/// <param name="TargetUnit">Unit that the channel keeps; figures are converted to it.</param>
public sealed record ImportColumn(int Index, string Heading, string FactorCode, string Name, string Unit, string TargetUnit)
{
    private static readonly string[] Compass = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Cells that say that nothing was measured.</summary>
    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "—", "--", "——", "---", "/", "\\", "*", "NA", "N/A", "#N/A", "NaN", "null", "none", "缺测", "缺", "缺失", "无", "无数据", "无效", "停电", "停机", "停运", "故障", "维护", "校准", "未测",
    };

    /// <summary>Medium of the point.</summary>
    public Medium Medium { get; init; } = Medium.Other;

    /// <summary>Decimal places that a new channel shows: micrograms are whole numbers (HJ 633 5.1), the rest as annex B of HJ 212 prints them.</summary>
    public int Decimals => TargetUnit == "μg/m³" ? 0 : Math.Min(Hj212.Factors.Find(FactorCode)?.Decimals ?? 1, 3);

    /// <summary>What the channel's figures can be; null where nothing is known.</summary>
    public PlausibleRange? Range => PlausibleRange.Of(FactorCode, Medium, Standards.Unit.Of(TargetUnit));

    /// <summary>Whether figures of the file's unit become figures of the channel's.</summary>
    public bool Converts => Convert(1, DateOnly.MaxValue) is not null;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">As the file writes it.</param>
    /// <param name="day">Day of the value: shares of gas are converted at the state of that day.</param>
    /// <returns>A value, nothing (not measured), or a Chinese reason why the cell is not taken.</returns>
    public ImportCell Read(string cell, DateOnly day)
    {
        var text = cell.Trim();
        if (Missing.Contains(text))
            return default;
        if (FactorCode == FactorCodes.WindDirection && Array.IndexOf(Compass, text.ToUpperInvariant()) is >= 0 and var sector)
            return new(sector * 22.5, null);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) > 1e12)
            return new(null, "不是数值");
        if (Convert(number, day) is not { } value)
            return new(null, $"单位 {Unit} 不能换算为 {TargetUnit}");
        if (MissingCodes.IsMissing(number, RangeInFile(day)))
            return default;
        if (Range is { } range && !range.Contains(value))
            return new(null, value < 0 && range.Low == 0 ? "负值，不是有效的监测值" : $"超出合理范围 {range.Text} {TargetUnit}，请核对数值和单位") { IsImplausible = true };
        return new(Rounding.Shortened(value), null);
    }

    /// <summary>The range in the file's unit, so that its codes are recognized before they are converted.</summary>
    private PlausibleRange? RangeInFile(DateOnly day) => Range is { } range && Convert(1000, day) - Convert(0, day) is { } thousand && thousand > 0 && Convert(0, day) is { } zero
        ? new((range.Low - zero) * 1000 / thousand, (range.High - zero) * 1000 / thousand) : Range;

    private double? Convert(double number, DateOnly day)
    {
        if (Unit == TargetUnit)
            return number;
        if (ImportUnits.Factor(Unit, TargetUnit) is { } factor)
            return number * factor;
        var molarMass = FactorTable.Find(FactorCode, Medium)?.MolarMass ?? FactorTable.Find(FactorCode, Medium.AmbientAir)?.MolarMass;
        var state = GasState.Of(Medium, day) ?? GasState.Of(Medium.AmbientAir, day);
        return UnitConversion.Convert(Rounding.FromDouble(number), Standards.Unit.Of(Unit), Standards.Unit.Of(TargetUnit), molarMass, state) is { } converted ? (double)converted : null;
    }
}

/// <summary>What a cell says.</summary>
/// <param name="Value">Null where nothing was measured or the cell is refused.</param>
/// <param name="Refused">Chinese reason; null where the cell is taken.</param>
public readonly record struct ImportCell(double? Value, string? Refused)
{
    /// <summary>Refused because no such value can be.</summary>
    public bool IsImplausible { get; init; }
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
        [("mbar", "kPa")] = 0.1,
        [("Pa", "kPa")] = 0.001,
    };

    private static readonly HashSet<string> Others = ["℃", "°", "度", "%", "m/s", "kPa", "hPa", "Pa", "mm", "m", "lx", "h", "W/m²", "μS/cm", "NTU", "dB", "mV"];

    public static double? Factor(string from, string to) => Factors.TryGetValue((from, to), out var factor) ? factor : null;

    /// <summary>Whether what stands in brackets is a unit, or belongs to the name as in 细颗粒物（PM2.5）.</summary>
    public static bool IsUnit(string text) =>
        Others.Contains(text) || Factors.Keys.Any(pair => pair.From == text) || text.Length == 0 || text == "无量纲" || Unit.Of(text) is { Dimension: not UnitDimension.Single } or { Symbol: "dB(A)" or "℃" or "%" } || text.Contains('/', StringComparison.Ordinal);
}
