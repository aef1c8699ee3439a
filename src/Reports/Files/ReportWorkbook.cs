using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EcoPark.Platform.Sheets;

namespace EcoPark.Reports.Files;

/// <summary>A report as an Excel workbook: a sheet a table, frozen heads, formulas below the columns, ready to print on A4.</summary>
internal static class ReportWorkbook
{
    public static byte[] Write(PrintedReport made)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var styles = new WorkbookStyles();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            var names = new DefinedNames();
            foreach (var (table, at) in made.Report.Tables.Select((table, at) => (table, at)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                var sheet = new ReportSheet(made, table, styles, isFirst: at == 0);
                part.Worksheet = sheet.Write();
                var name = SheetWriter.SheetName(table.Title);
                list.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)at + 1, Name = name });
                names.Append(new DefinedName(FormattableString.Invariant($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${sheet.HeadFirst}:${sheet.HeadLast}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at });
            }

            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Sheet();
            book.Workbook = new Workbook(list, names, new CalculationProperties { FullCalculationOnLoad = true });
        }

        return file.ToArray();
    }
}
