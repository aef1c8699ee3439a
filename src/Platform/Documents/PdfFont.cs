using SkiaSharp;

namespace EcoPark.Platform.Documents;

/// <summary>The Chinese font of PDF files: one of the system's, embedded.</summary>
public static class PdfFont
{
    /// <summary>There is none.</summary>
    public static readonly Problem Missing = new("font", "服务器上没有中文字体，无法生成 PDF。请安装 fonts-noto-cjk（apt-get install fonts-noto-cjk）后重试，或改用 Word 报告。");

    /// <summary>Where systems keep one, and its number in the file (2 is the simplified one of Noto).</summary>
    private static readonly (string File, int Face)[] Fonts =
    [
        ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0), ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2), ("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", 2),
        (@"C:\Windows\Fonts\simhei.ttf", 0), (@"C:\Windows\Fonts\msyh.ttc", 0), ("/System/Library/Fonts/PingFang.ttc", 0),
    ];

    /// <summary>Null where the system has none.</summary>
    public static SKTypeface? Open() => Fonts.FirstOrDefault(one => File.Exists(one.File)) is { File: { } file, Face: var face } ? SKTypeface.FromFile(file, face) : null;

    /// <summary>Lines of a text that fit a width; Chinese breaks anywhere.</summary>
    public static IEnumerable<string> Wrapped(string text, SKFont font, float width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph.TrimEnd();
            do
            {
                var fits = font.BreakText(rest, width);
                fits = Math.Clamp(fits, Math.Min(1, rest.Length), rest.Length);
                yield return rest[..fits];
                rest = rest[fits..];
            }
            while (rest.Length > 0);
        }
    }
}
