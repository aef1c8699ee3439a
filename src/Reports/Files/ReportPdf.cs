using EcoPark.Platform;
using EcoPark.Platform.Documents;
using SkiaSharp;

namespace EcoPark.Reports.Files;

/// <summary>A report as PDF: A4 across, A3 where a table is too wide for it; heads again on every page, page numbers, the Chinese font embedded.</summary>
internal static class ReportPdf
{
    public const string MediaType = "application/pdf";

    /// <summary>Points.</summary>
    private static readonly (float Width, float Height) A4 = (841.9f, 595.3f);
    private static readonly (float Width, float Height) A3 = (1190.6f, 841.9f);

    /// <summary>Columns that A4 still holds.</summary>
    private const int MostColumnsOfA4 = 24;

    public static Outcome<byte[]> Write(PrintedReport made)
    {
        if (PdfFont.Open() is not { } typeface)
            return PdfFont.Missing;
        using var opened = typeface;
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = made.FileName, Creation = null }))
        {
            var (width, height) = made.Report.Tables.Any(table => table.Columns.Count > MostColumnsOfA4) ? A3 : A4;
            using var pages = new PdfPages(typeface, width, height);
            Lay(pages, made.Report);
            pages.Draw(document, ReportText.Made(made));
            document.Close();
        }

        return stream.ToArray();
    }

    private static void Lay(PdfPages pages, Report report)
    {
        pages.NewPage();
        Lines(pages, report.Title, 15, SKTextAlign.Center);
        if (report.Facts.Count > 0)
            Lines(pages, ReportText.Facts(report), 9);
        foreach (var table in report.Tables)
        {
            if (report.Tables.Count > 1)
                Lines(pages, table.Title, 10.5f, keep: 60);
            new PdfTable(pages, table).Draw();
            pages.Down(4);
            if (table.Note.Length > 0)
                Lines(pages, table.Note, 7.5f);
            pages.Down(6);
        }

        foreach (var below in ReportText.Below(report))
            Lines(pages, below, 8.5f);
    }

    /// <param name="keep">Room below that must be left on the page.</param>
    private static void Lines(PdfPages pages, string text, float size, SKTextAlign align = SKTextAlign.Left, float keep = 0)
    {
        foreach (var line in PdfFont.Wrapped(text, pages.Font(size), pages.Width))
        {
            if (!pages.Fits((size * 1.5f) + keep))
                pages.NewPage();
            pages.Text(line, align == SKTextAlign.Center ? pages.Width / 2 : 0, size, size, align, SKColors.Black);
            pages.Down(size * 1.5f);
        }
    }
}
