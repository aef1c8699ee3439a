using System.Globalization;

namespace EcoPark.Reports.Files;

/// <summary>Figures below a column as formulas of Excel. Figures that do not count stand as texts, which no function takes for numbers.</summary>
internal static class ReportFormula
{
    /// <param name="column">From 0.</param>
    /// <param name="first">Number of the first row of figures, from 1.</param>
    /// <param name="last">Number of the last.</param>
    public static string Of(FootCell cell, int column, int first, int last)
    {
        var own = Range(column, first, last);
        return cell.Kind switch
        {
            FootKind.Mean => $"AVERAGE({own})",
            FootKind.WeightedMean => $"SUMPRODUCT({own},{Range(cell.Weight!.Value, first, last)})/SUMPRODUCT(--ISNUMBER({own}),{Range(cell.Weight.Value, first, last)})",
            FootKind.Maximum => $"MAX({own})",
            FootKind.Minimum => $"MIN({own})",
            FootKind.Count => $"COUNT({own})",
            _ => cell.Divisor == 1 ? $"SUM({own})" : string.Create(CultureInfo.InvariantCulture, $"SUM({own})/{cell.Divisor}"),
        };
    }

    /// <summary>A, B … Z, AA …</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Range(int column, int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{first}:{Letters(column)}{last}");
}
