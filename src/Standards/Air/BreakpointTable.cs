using System.Collections.Frozen;
using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Air;

/// <summary>Breakpoints of one version of HJ 633 (2026: table 3; 2012: table 1).</summary>
internal sealed class BreakpointTable
{
    public const string Version2026 = "HJ 633-2026";
    public const string Version2012 = "HJ 633-2012";
    private static readonly DateOnly Since2026 = new(2026, 3, 1);
    private static readonly int[] Indices = [0, 50, 100, 150, 200, 300, 400, 500];
    private static readonly BreakpointTable Of2012 = new(Version2012);
    private static readonly BreakpointTable Of2026 = new(Version2026);

    private readonly FrozenDictionary<(AirPollutant, Averaging), decimal[]> _series;

    private BreakpointTable(string standardNumber)
    {
        StandardNumber = standardNumber;
        _series = EmbeddedTable.Read("breakpoints").Where(row => row["standard_no"] == standardNumber).ToFrozenDictionary(
            row => (Enum.Parse<AirPollutant>(row["pollutant"]), Enum.Parse<Averaging>(row["averaging"])),
            row => Indices.Select(index => row[$"b{index}"]).TakeWhile(cell => cell.Length > 0).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
    }

    public string StandardNumber { get; }

    public bool Is2026 => ReferenceEquals(this, Of2026);

    /// <summary>The version in force on a day of the park's zone: HJ 633-2026 since 2026-03-01.</summary>
    public static BreakpointTable InForce(DateOnly day) => day >= Since2026 ? Of2026 : Of2012;

    /// <summary>Concentrations at the indices 0, 50, 100, 150, 200, 300, 400, 500 as far as they exist; null where there are none.</summary>
    public decimal[]? For(AirPollutant pollutant, Averaging averaging) => _series.GetValueOrDefault((pollutant, averaging));

    /// <summary>Index at a concentration, formula (1), rounded up to a whole number; null beyond a series that ends below 500.</summary>
    public static int? IndexAt(decimal[] series, decimal concentration)
    {
        for (var i = 1; i < series.Length; i++)
        {
            if (concentration > series[i])
                continue;
            var (low, high) = (series[i - 1], series[i]);
            // Multiplied before it is divided: 2/3 of a step must not become 0.6666… and then a whole number too high.
            return (int)decimal.Ceiling(Indices[i - 1] + (Indices[i] - Indices[i - 1]) * (concentration - low) / (high - low));
        }

        return series.Length == Indices.Length ? Indices[^1] : null;
    }

    /// <summary>The highest index a series reaches.</summary>
    public static int HighestOf(decimal[] series) => Indices[series.Length - 1];
}
