using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EcoPark.Reports.Files;

/// <summary>A report as a Word document, A4 across, heads again on every page, page numbers.</summary>
internal static class ReportWord
{
    /// <summary>A4 and its margins in twentieths of a point.</summary>
    private const int PageWidth = 16_838;
    private const int PageHeight = 11_906;
    private const int Margin = 680;

    public static byte[] Write(PrintedReport made)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = Foot(made);
            var report = made.Report;
            var body = new Body(Line(report.Title, 32, true, JustificationValues.Center));
            if (report.Facts.Count > 0)
                body.Append(Line(ReportText.Facts(report), 19, false, JustificationValues.Left));
            foreach (var table in report.Tables)
            {
                if (report.Tables.Count > 1)
                    body.Append(Line(table.Title, 22, true, JustificationValues.Left));
                body.Append(TableOf(table));
                // Two tables that touch are one to Word.
                body.Append(Line(table.Note, 16, false, JustificationValues.Left));
            }

            foreach (var below in ReportText.Below(report))
                body.Append(Line(below, 19, false, JustificationValues.Left));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
                new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
                new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 400, Footer = 400, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return file.ToArray();
    }

    private static Footer Foot(PrintedReport made) => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        Run(ReportText.Made(made) + "　　第 ", 16, false), Field(" PAGE "), Run(" 页 共 ", 16, false), Field(" NUMPAGES "), Run(" 页", 16, false)));

    private static SimpleField Field(string code) => new(Run("1", 16, false)) { Instruction = code };

    private static Table TableOf(ReportTable table)
    {
        var shares = table.Columns.Select((column, at) => column.IsNumber ? 10 : at == 0 ? 16 : 20).ToList();
        var widths = shares.Select(share => (PageWidth - (2 * Margin)) * share / shares.Sum()).ToList();
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        var size = table.Columns.Count > 14 ? 13 : table.Columns.Count > 9 ? 15 : 18;
        Head(made, table, widths, size);
        foreach (var row in table.Rows)
            made.Append(Row(row.Select((cell, at) => Cell(cell.Shown(table.Columns[at]), widths[at], size, cell.Kind == CellKind.Over, table.Columns[at].IsNumber ? JustificationValues.Right : JustificationValues.Left)), false));
        foreach (var foot in table.Foot)
            made.Append(Row([Cell(foot.Label, widths[0], size, true, JustificationValues.Left), .. foot.Cells.Select((cell, at) => Cell(cell?.Shown(table, at + 1) ?? "", widths[at + 1], size, true, JustificationValues.Right))], false));
        return made;
    }

    private static void Head(Table made, ReportTable table, List<int> widths, int size)
    {
        var heads = ReportHead.Of(table);
        var tall = heads[0].Where(head => head.Rows == 2).ToDictionary(head => head.Column);
        for (var at = 0; at < heads.Count; at++)
        {
            IEnumerable<HeadCell> cells = at == 0 ? heads[0] : heads[1].Concat(tall.Values).OrderBy(head => head.Column);
            made.Append(Row(cells.Select(head =>
            {
                var cell = Cell(at == 1 && tall.ContainsKey(head.Column) ? "" : head.Text, Enumerable.Range(head.Column, head.Columns).Sum(one => widths[one]), size, true, JustificationValues.Center, head.Columns);
                if (tall.ContainsKey(head.Column))
                    cell.TableCellProperties!.Append(new VerticalMerge { Val = at == 0 ? MergedCellValues.Restart : MergedCellValues.Continue });
                return cell;
            }), true));
        }
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var row = new TableRow(isHead ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        foreach (var cell in cells)
            row.Append(cell);
        return row;
    }

    private static TableCell Cell(string text, int width, int size, bool isBold, JustificationValues justification, int columns = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (columns > 1)
            properties.Append(new GridSpan { Val = columns });
        return new TableCell(properties, Line(text, size, isBold, justification, spacing: "0"));
    }

    private static Paragraph Line(string text, int halfPoints, bool isBold, JustificationValues justification, string spacing = "50") => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = spacing, After = spacing }, new Justification { Val = justification }), Run(text, halfPoints, isBold));

    private static Run Run(string text, int halfPoints, bool isBold)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体" });
        if (isBold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        var run = new Run(look);
        foreach (var (line, at) in text.Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
                run.Append(new Break());
            run.Append(new Text(new string([.. line.Where(letter => !char.IsControl(letter))])) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
