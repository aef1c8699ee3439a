using SkiaSharp;

namespace EcoPark.Platform.Documents;

/// <summary>A report as PDF, A4, with page numbers; the Chinese font is one of the system's and is embedded.</summary>
public static class PdfWriter
{
    public const string MediaType = "application/pdf";

    /// <summary>A4 in points.</summary>
    private const float PageWidth = 595.3f;
    private const float PageHeight = 841.9f;
    private const float Margin = 48;
    private const float Padding = 3;

    public static Outcome<byte[]> Write(ReportDocument report)
    {
        if (PdfFont.Open() is not { } typeface)
            return PdfFont.Missing;
        using var opened = typeface;
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = report.Title, Creation = null }))
        {
            var pages = new Pages(pdf, typeface);
            pages.Paragraph(report.Title, 17, isCentred: true);
            foreach (var block in report.Blocks)
            {
                switch (block)
                {
                    case ReportHeading heading:
                        pages.Paragraph(heading.Text, 12.5f);
                        break;
                    case ReportText text:
                        pages.Paragraph(text.Text, 10);
                        break;
                    case ReportTable table:
                        pages.Table(table);
                        break;
                }
            }

            pages.End();
            pdf.Close();
        }

        return stream.ToArray();
    }

    /// <summary>Fills pages from top to bottom.</summary>
    private sealed class Pages(SKDocument pdf, SKTypeface typeface)
    {
        private readonly SKPaint _ink = new() { Color = SKColors.Black, IsAntialias = true };
        private readonly SKPaint _rule = new() { Color = SKColors.Gray, StrokeWidth = 0.5f, Style = SKPaintStyle.Stroke };
        private readonly SKPaint _shade = new() { Color = new SKColor(0xE3, 0xEE, 0xEA), Style = SKPaintStyle.Fill };
        private SKCanvas? _page;
        private float _y;
        private int _number;

        public void Paragraph(string text, float size, bool isCentred = false)
        {
            using var font = new SKFont(typeface, size);
            foreach (var line in PdfFont.Wrapped(text, font, PageWidth - (2 * Margin)))
            {
                var page = Room(size * 1.6f);
                page.DrawText(line, isCentred ? PageWidth / 2 : Margin, _y + size, isCentred ? SKTextAlign.Center : SKTextAlign.Left, font, _ink);
                _y += size * 1.6f;
            }

            _y += size * 0.3f;
        }

        public void Table(ReportTable table)
        {
            var shares = table.Columns.Sum(column => column.Share);
            var widths = table.Columns.Select(column => (PageWidth - (2 * Margin)) * column.Share / shares).ToList();
            var headings = table.Columns.Select(column => column.Heading).ToList();
            using var font = new SKFont(typeface, 8.5f);
            Row(headings, widths, font, isHeading: true);
            foreach (var row in table.Rows)
            {
                var number = _number;
                Room(Height(row, widths, font));
                if (_number != number)
                    Row(headings, widths, font, isHeading: true);
                Row(row, widths, font, isHeading: false);
            }

            _y += 8;
        }

        public void End()
        {
            Foot();
            if (_page is not null)
                pdf.EndPage();
        }

        private static float Height(IReadOnlyList<string> cells, List<float> widths, SKFont font) =>
            (cells.Zip(widths).Max(cell => PdfFont.Wrapped(cell.First, font, cell.Second - (2 * Padding)).Count()) * font.Size * 1.45f) + (2 * Padding);

        private void Row(IReadOnlyList<string> cells, List<float> widths, SKFont font, bool isHeading)
        {
            var height = Height(cells, widths, font);
            var page = Room(height);
            var x = Margin;
            foreach (var (cell, width) in cells.Zip(widths))
            {
                if (isHeading)
                    page.DrawRect(x, _y, width, height, _shade);
                page.DrawRect(x, _y, width, height, _rule);
                var y = _y + Padding + font.Size;
                foreach (var line in PdfFont.Wrapped(cell, font, width - (2 * Padding)))
                {
                    page.DrawText(line, x + Padding, y, SKTextAlign.Left, font, _ink);
                    y += font.Size * 1.45f;
                }

                x += width;
            }

            _y += height;
        }

        /// <summary>The page with this much left on it.</summary>
        private SKCanvas Room(float height)
        {
            if (_page is not null && _y + height <= PageHeight - Margin)
                return _page;
            if (_page is not null)
            {
                Foot();
                pdf.EndPage();
            }

            (_page, _y, _number) = (pdf.BeginPage(PageWidth, PageHeight), Margin, _number + 1);
            return _page;
        }

        private void Foot()
        {
            using var font = new SKFont(typeface, 8.5f);
            _page?.DrawText($"第 {_number} 页", PageWidth / 2, PageHeight - (Margin / 2), SKTextAlign.Center, font, _ink);
        }
    }
}
