using EcoPark.Standards;

namespace EcoPark.Reports.Forms;

/// <summary>What stands in the place of a name.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="Number">Rounded by GB/T 8170, of figures that count; everything else is a text that no formula takes for a number.</param>
/// <param name="Decimals">Places of the number.</param>
/// <param name="Suffix">Letters behind the number that stay outside of it.</param>
internal readonly record struct FormValue(string Text, decimal? Number = null, int Decimals = 0, string Suffix = "")
{
    /// <summary>Whether a condition on it holds: it says something, and not zero.</summary>
    public bool IsThere => Number is { } number ? number != 0 : Text.Length > 0 && Text != "—";

    public static FormValue Of(ReportCell cell, ReportColumn column) => cell.Counts
        ? new(cell.Shown(column), Rounding.ToDecimals(cell.Number!.Value, column.Decimals ?? 0), column.Decimals ?? 0, cell.Suffix) : new(cell.Shown(column));

    public static FormValue Of(FootCell cell, ReportTable table, int column) => cell.Figure(table, column).Value is { } number
        ? new(cell.Shown(table, column), Rounding.ToDecimals(number, cell.PlacesOf(table, column)), cell.PlacesOf(table, column)) : new(cell.Shown(table, column));
}
