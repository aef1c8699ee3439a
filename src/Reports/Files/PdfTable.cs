using EcoPark.Platform.Documents;
using SkiaSharp;

namespace EcoPark.Reports.Files;

/// <summary>A table on pages: columns as wide as what they hold, the head again on every page.</summary>
internal sealed class PdfTable
{
    /// <summary>Letters as large as the table lets them be.</summary>
    private static readonly float[] Sizes = [8.5f, 8, 7.5f, 7, 6.5f, 6, 5.5f];

    private const float Padding = 2.5f;
    private const float RowPadding = 1.2f;
    private const float WidestWords = 190;
    private const int LettersOfLabel = 9;
    private static readonly SKColor HeadShade = new(0xE3, 0xEE, 0xEA);
    private static readonly SKColor FootShade = new(0xF4, 0xF7, 0xF8);
    private static readonly SKColor Red = new(0xB3, 0x26, 0x1E);
    private static readonly SKColor Grey = new(0x6B, 0x77, 0x80);

    private readonly PdfPages _pages;
    private readonly ReportTable _table;
    private readonly float _size;
    private readonly float[] _widths;

    public PdfTable(PdfPages pages, ReportTable table)
    {
        (_pages, _table) = (pages, table);
        foreach (var size in Sizes)
        {
            _size = size;
            _widths = [.. table.Columns.Select((_, at) => Natural(at, pages.Font(size)))];
            if (_widths.Sum() <= pages.Width)
                break;
        }

        _widths ??= [];
        // What is left is shared; what is too wide even in the smallest letters is narrowed, and its words break.
        var share = pages.Width / _widths.Sum();
        for (var at = 0; at < _widths.Length; at++)
            _widths[at] *= share;
    }

    private float LineHeight => _size * 1.35f;

    private float X(int column) => _widths.Take(column).Sum();

    public void Draw()
    {
        var heads = ReportHead.Of(_table);
        var headHeights = heads.Select((row, at) => heads.Count == 2 && at == 0 ? LineHeight + (2 * RowPadding) : HeadHeight(heads)).ToArray();
        // A head stands with a row at least.
        if (!_pages.Fits(headHeights.Sum() + LineHeight + (2 * RowPadding)))
            _pages.NewPage();
        Head(heads, headHeights);
        foreach (var row in _table.Rows)
            Row([.. row.Select((cell, at) => (cell.Shown(_table.Columns[at]), cell.Kind switch { CellKind.Over => Red, CellKind.NotValid => Grey, _ => SKColors.Black }))], null);
        foreach (var foot in _table.Foot)
            Row([(foot.Label, SKColors.Black), .. foot.Cells.Select((cell, at) => (cell?.Shown(_table, at + 1) ?? "", SKColors.Black))], FootShade);

        void Row(IReadOnlyList<(string Text, SKColor Colour)> cells, SKColor? shade)
        {
            var lines = cells.Select((cell, at) => PdfFont.Wrapped(cell.Text, _pages.Font(_size), _widths[at] - (2 * Padding)).ToList()).ToList();
            var height = (lines.Max(one => one.Count) * LineHeight) + (2 * RowPadding);
            if (!_pages.Fits(height))
            {
                _pages.NewPage();
                Head(heads, headHeights);
            }

            for (var at = 0; at < cells.Count; at++)
            {
                _pages.Box(X(at), _widths[at], height, shade);
                var isNumber = _table.Columns[at].IsNumber;
                for (var line = 0; line < lines[at].Count; line++)
                    _pages.Text(lines[at][line], isNumber ? X(at) + _widths[at] - Padding : X(at) + Padding, RowPadding + (line * LineHeight) + _size, _size, isNumber ? SKTextAlign.Right : SKTextAlign.Left, cells[at].Colour);
            }

            _pages.Down(height);
        }
    }

    private float HeadHeight(IReadOnlyList<IReadOnlyList<HeadCell>> heads) =>
        (heads[^1].Concat(heads[0]).Where(head => head.Columns == 1).Max(head => Lines(head).Count / (float)head.Rows) * LineHeight) + (2 * RowPadding);

    private void Head(IReadOnlyList<IReadOnlyList<HeadCell>> heads, float[] heights)
    {
        for (var row = 0; row < heads.Count; row++)
        {
            foreach (var head in heads[row])
            {
                var (width, height) = (Enumerable.Range(head.Column, head.Columns).Sum(at => _widths[at]), head.Rows == 2 ? heights.Sum() : heights[row]);
                _pages.Box(X(head.Column), width, height, HeadShade);
                var lines = Lines(head);
                var top = (height - (lines.Count * LineHeight)) / 2;
                for (var line = 0; line < lines.Count; line++)
                    _pages.Text(lines[line], X(head.Column) + (width / 2), top + (line * LineHeight) + _size, _size, SKTextAlign.Center, SKColors.Black);
            }

            _pages.Down(heights[row]);
        }
    }

    private List<string> Lines(HeadCell head) =>
        [.. PdfFont.Wrapped(head.Text, _pages.Font(_size), Enumerable.Range(head.Column, head.Columns).Sum(at => _widths[at]) - (2 * Padding))];

    /// <summary>Numbers in one line; words and headings may break.</summary>
    private float Natural(int column, SKFont font)
    {
        var own = _table.Columns[column];
        // Labels below the rows may break: they are not what the first column is as wide as.
        var texts = _table.Rows.Select(row => row[column].Shown(own)).Concat(_table.Foot.Select(foot => column == 0 ? foot.Label[..Math.Min(foot.Label.Length, LettersOfLabel)] : foot.Cells[column - 1]?.Shown(_table, column) ?? ""));
        var widest = texts.Select(text => font.MeasureText(text)).DefaultIfEmpty(0).Max();
        var heading = new[] { own.Heading, own.Unit }.Max(text => font.MeasureText(text));
        return Math.Max(own.IsNumber || column == 0 ? widest : Math.Min(widest, WidestWords), own.IsNumber ? heading : Math.Min(heading, WidestWords)) + (2 * Padding) + 1;
    }
}
