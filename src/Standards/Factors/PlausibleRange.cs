using System.Collections.Frozen;
using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards;

/// <summary>
/// What a figure of a factor can be at all in a medium, whatever the instrument. Beyond it the figure is a missing-value code, a wrong unit or a fault, and no measurement.
/// The bounds are the platform's own: far beyond what was ever measured in the open (Data/plausible-ranges.csv), or what nature allows (<see cref="PhysicalRange"/>).
/// </summary>
/// <param name="Low">Lowest, in the unit asked for.</param>
/// <param name="High">Highest; infinite where only the lower bound is known.</param>
public readonly record struct PlausibleRange(double Low, double High)
{
    private static readonly FrozenDictionary<(string Medium, string Factor), (Unit Unit, decimal Low, decimal High)> Rows =
        EmbeddedTable.Read("plausible-ranges").ToFrozenDictionary(
            row => (row["medium"], row["factor"]),
            row => (Unit.Of(row["unit"]), decimal.Parse(row["low"], CultureInfo.InvariantCulture), decimal.Parse(row["high"], CultureInfo.InvariantCulture)));

    /// <summary>Negative concentrations are no measurements.</summary>
    public static RuleBasis NegativeBasis { get; } =
        new("HJ/T 356：检测值为负时监测值视为无效数据；环境空气零点漂移范围内的负值可按 HJ/T 193 由人工审核替换为检出限的一半", Confidence.Recalled);

    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>0～60, or 不小于 0.</summary>
    public string Text => double.IsPositiveInfinity(High) ? $"不小于 {Figure(Low)}" : $"{Figure(Low)}～{Figure(High)}";

    /// <summary>The range of a factor in a unit; null where nothing is known of it.</summary>
    public static PlausibleRange? Of(string factorCode, Medium medium, Unit unit)
    {
        if (PhysicalRange.Of(factorCode) is { } physical)
            return new(physical.Low, physical.High);
        if ((Rows.TryGetValue((medium.ToString(), factorCode), out var row) || Rows.TryGetValue(("*", factorCode), out row))
            && In(row.Unit, unit, row.Low, factorCode, medium) is { } low && In(row.Unit, unit, row.High, factorCode, medium) is { } high)
            return new((double)low, (double)high);
        return unit.Dimension switch
        {
            UnitDimension.MassInSolid => new(0, 1e6 / (double)unit.Scale),
            UnitDimension.ShareInGas => new(0, 1e6 / (double)unit.Scale),
            _ when unit.IsConcentration || unit.Dimension == UnitDimension.CountInWater => new(0, double.PositiveInfinity),
            _ => null,
        };
    }

    private static decimal? In(Unit from, Unit to, decimal bound, string factor, Medium medium) =>
        UnitConversion.Convert(bound, from, to, FactorTable.Find(factor, medium)?.MolarMass, GasState.Of(medium));

    private static string Figure(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
