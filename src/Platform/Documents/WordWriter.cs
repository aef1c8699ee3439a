using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EcoPark.Platform.Documents;

/// <summary>A report as a Word document, A4.</summary>
public static class WordWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A4 and its margins in twentieths of a point.</summary>
    private const int PageWidth = 11_906;
    private const int PageHeight = 16_838;
    private const int Margin = 1_134;

    public static byte[] Write(ReportDocument report)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(Line(report.Title, 36, isBold: true, JustificationValues.Center));
            foreach (var block in report.Blocks)
            {
                body.Append(block switch
                {
                    ReportHeading heading => Line(heading.Text, 26, isBold: true, JustificationValues.Left),
                    ReportText text => Line(text.Text, 21, isBold: false, JustificationValues.Left),
                    ReportTable table => TableOf(table),
                    _ => throw new ArgumentOutOfRangeException(nameof(report), block, null),
                });
            }

            body.Append(new SectionProperties(new PageSize { Width = PageWidth, Height = PageHeight }, new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin }));
            word.AddMainDocumentPart().Document = new Document(body);
        }

        return file.ToArray();
    }

    private static Paragraph Line(string text, int halfPoints, bool isBold, JustificationValues justification)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", EastAsia = "宋体" });
        if (isBold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" }, new Justification { Val = justification }), new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Table TableOf(ReportTable table)
    {
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => (PageWidth - (2 * Margin)) * column.Share / shares).ToList();
        var made = new Table(
            new TableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        made.Append(RowOf([.. table.Columns.Select(column => column.Heading)], widths, isHeading: true));
        foreach (var row in table.Rows)
            made.Append(RowOf(row, widths, isHeading: false));
        return made;
    }

    private static TableRow RowOf(IReadOnlyList<string> cells, List<int> widths, bool isHeading)
    {
        var row = new TableRow(new TableRowProperties(isHeading ? new TableHeader() : new CantSplit()));
        foreach (var (cell, width) in cells.Zip(widths))
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), Line(cell, 18, isHeading, JustificationValues.Left)));
        return row;
    }
}
