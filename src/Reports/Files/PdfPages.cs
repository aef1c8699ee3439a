using SkiaSharp;

namespace EcoPark.Reports.Files;

/// <summary>Pages that are laid out first and drawn when their number is known.</summary>
internal sealed class PdfPages(SKTypeface typeface, float width, float height) : IDisposable
{
    public const float Margin = 34;
    private const float FootSize = 7.5f;

    private readonly List<List<Action<SKCanvas>>> _pages = [];
    private readonly Dictionary<float, SKFont> _fonts = [];
    private readonly SKPaint _rule = new() { Color = new SKColor(0x60, 0x6A, 0x6E), StrokeWidth = 0.5f, Style = SKPaintStyle.Stroke, IsAntialias = true };

    public float Width => width - (2 * Margin);

    /// <summary>From the top of the page.</summary>
    public float Y { get; private set; } = float.MaxValue;

    public int Count => _pages.Count;

    public SKFont Font(float size) => _fonts.TryGetValue(size, out var font) ? font : _fonts[size] = new SKFont(typeface, size);

    /// <summary>Whether so much fits on what is left of the page.</summary>
    public bool Fits(float wanted) => Y + wanted <= height - Margin;

    public void NewPage()
    {
        _pages.Add([]);
        Y = Margin;
    }

    public void Down(float by) => Y += by;

    /// <param name="x">From the left margin.</param>
    /// <param name="baseline">From <see cref="Y"/>.</param>
    public void Text(string text, float x, float baseline, float size, SKTextAlign align, SKColor colour)
    {
        var (font, at) = (Font(size), Y + baseline);
        _pages[^1].Add(canvas =>
        {
            using var ink = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawText(text, Margin + x, at, align, font, ink);
        });
    }

    public void Box(float x, float boxWidth, float boxHeight, SKColor? fill)
    {
        var box = SKRect.Create(Margin + x, Y, boxWidth, boxHeight);
        _pages[^1].Add(canvas =>
        {
            if (fill is { } colour)
            {
                using var shade = new SKPaint { Color = colour, Style = SKPaintStyle.Fill };
                canvas.DrawRect(box, shade);
            }

            canvas.DrawRect(box, _rule);
        });
    }

    /// <param name="foot">At the left of every page's foot; the number stands in the middle.</param>
    public void Draw(SKDocument document, string foot)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (var at = 0; at < _pages.Count; at++)
        {
            var canvas = document.BeginPage(width, height);
            foreach (var draw in _pages[at])
                draw(canvas);
            canvas.DrawText(foot, Margin, height - (Margin / 2), SKTextAlign.Left, Font(FootSize), ink);
            canvas.DrawText(FormattableString.Invariant($"第 {at + 1} 页 共 {_pages.Count} 页"), width / 2, height - (Margin / 2), SKTextAlign.Center, Font(FootSize), ink);
            document.EndPage();
        }
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        _rule.Dispose();
    }
}
