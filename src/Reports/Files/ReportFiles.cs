using EcoPark.Platform;
using EcoPark.Platform.Documents;
using EcoPark.Platform.Sheets;

namespace EcoPark.Reports.Files;

/// <summary>A file format of reports.</summary>
/// <param name="Ending">Of the file's name.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Write">The file, or why it cannot be made here.</param>
public sealed record ReportFile(string Ending, string Title, string MediaType, Func<PrintedReport, Outcome<byte[]>> Write);

/// <summary>All of them, in the order in which they are offered.</summary>
public static class ReportFiles
{
    public static readonly IReadOnlyList<ReportFile> All =
    [
        new("xlsx", "Excel", SheetWriter.MediaType, made => ReportWorkbook.Write(made)),
        new("docx", "Word", WordWriter.MediaType, made => ReportWord.Write(made)),
        new("pdf", "PDF", ReportPdf.MediaType, ReportPdf.Write),
        new("csv", "CSV", ReportCsv.MediaType, made => ReportCsv.Write(made)),
    ];
}
