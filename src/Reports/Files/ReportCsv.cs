using System.Globalization;
using System.Text;
using CsvHelper;

namespace EcoPark.Reports.Files;

/// <summary>A report as text with commas, UTF-8 with a mark that Excel knows it by. Figures are as they are printed.</summary>
internal static class ReportCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>What a spreadsheet takes for a formula where a text begins with it.</summary>
    private const string Formula = "=+-@\t\r";

    public static byte[] Write(PrintedReport made)
    {
        var report = made.Report;
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            Line(csv, [Safe(report.Title)]);
            foreach (var fact in report.Facts)
                Line(csv, [Safe(fact.Label), Safe(fact.Value)]);
            foreach (var table in report.Tables)
            {
                Line(csv, []);
                Line(csv, [Safe(table.Title)]);
                Line(csv, table.Columns.Select(column => Safe(ReportHead.Line(column))));
                foreach (var row in table.Rows)
                    Line(csv, row.Select((cell, at) => cell.Kind switch { CellKind.Empty => "", CellKind.Words => Safe(cell.Text), _ => cell.Shown(table.Columns[at]) }));
                foreach (var foot in table.Foot)
                    Line(csv, [foot.Label, .. foot.Cells.Select((cell, at) => cell is null ? "" : cell.Shown(table, at + 1))]);
                if (table.Note.Length > 0)
                    Line(csv, [Safe(table.Note)]);
            }

            Line(csv, []);
            foreach (var below in ReportText.Below(report))
                Line(csv, [Safe(below)]);
            Line(csv, [ReportText.Made(made)]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Safe(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
