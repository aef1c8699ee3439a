using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EcoPark.Reports.Forms;

/// <summary>An Excel form.</summary>
internal static class WorkbookForm
{
    /// <summary>Texts with placeholders and where they stand: 日报!B3.</summary>
    public static IReadOnlyList<(string Place, string Text)> Texts(byte[] form)
    {
        using var file = new MemoryStream(form, writable: false);
        using var book = SpreadsheetDocument.Open(file, false);
        return [.. Sheets(PartOf(book)).SelectMany(one => one.Form.Texts().Select(text => ($"{one.Name}!{text.Place}", text.Text)))];
    }

    public static byte[] Fill(byte[] form, FormNames names)
    {
        using var file = new MemoryStream();
        file.Write(form);
        using (var book = SpreadsheetDocument.Open(file, true))
        {
            var part = PartOf(book);
            foreach (var (_, sheet) in Sheets(part))
                sheet.Fill(names);
            // Where formulas stood before says nothing now; Excel works it out when it opens the file.
            if (part.CalculationChainPart is { } chain)
                part.DeletePart(chain);
            foreach (var formula in part.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<CellFormula>()))
                ((Cell)formula.Parent!).CellValue = null;
            part.Workbook!.CalculationProperties ??= new CalculationProperties();
            part.Workbook.CalculationProperties.FullCalculationOnLoad = true;
        }

        return file.ToArray();
    }

    private static WorkbookPart PartOf(SpreadsheetDocument book) => book.WorkbookPart ?? throw new FileFormatException("No workbook within.");

    private static IEnumerable<(string Name, SheetForm Form)> Sheets(WorkbookPart book)
    {
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var styles = new FormStyles(book);
        return book.Workbook!.Descendants<Sheet>().Where(sheet => book.GetPartById(sheet.Id!.Value!) is WorksheetPart)
            .Select(sheet => (sheet.Name?.Value ?? "", new SheetForm(((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!, shared, styles)));
    }
}
