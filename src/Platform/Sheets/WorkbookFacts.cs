using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EcoPark.Platform.Sheets;

/// <summary>What a workbook says of itself beside its cells.</summary>
/// <param name="Visible">Names of the sheets that a person sees, in order.</param>
/// <param name="Hidden">Names of hidden ones.</param>
/// <param name="Is1904">Days are counted from 1904-01-01 (Excel for Macintosh) instead of 1900.</param>
internal sealed record WorkbookFacts(IReadOnlyList<string> Visible, IReadOnlyList<string> Hidden, bool Is1904)
{
    /// <summary>Days between the two systems.</summary>
    private const int DaysBetween = 1462;

    public static WorkbookFacts Of(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = document.WorkbookPart?.Workbook;
        var sheets = workbook?.Sheets?.Elements<Sheet>().ToLookup(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible, sheet => sheet.Name?.Value ?? "");
        return new WorkbookFacts([.. sheets?[true] ?? []], [.. sheets?[false] ?? []], workbook?.WorkbookProperties?.Date1904?.Value == true);
    }

    /// <summary>A cell as the workbook means it: the reader counts all days from 1900. A time of day has no date to be moved.</summary>
    public object? Meant(object? cell) => Is1904 && cell is DateTime time && time.ToOADate() >= 1 ? time.AddDays(DaysBetween) : cell;

    /// <summary>The day and time that a plain number stands for.</summary>
    public DateTime OfSerial(double serial) => DateTime.FromOADate(serial).AddDays(Is1904 ? DaysBetween : 0);
}
