using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace EcoPark.Reports.Tests;

/// <summary>Texts of the pages of a PDF as its fonts say that they are to be copied: glyphs through the ToUnicode tables.</summary>
internal static partial class PdfText
{
    /// <summary>A page an entry; a line a text that was drawn.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var objects = Objects().Matches(file).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var fonts = Fonts().Matches(file).DistinctBy(match => match.Groups[1].Value).ToDictionary(match => match.Groups[1].Value, match => new Font(objects[match.Groups[2].Value], objects));
        var tree = objects.Values.First(text => text.Contains("/Type /Pages", StringComparison.Ordinal) && !text.Contains("/Parent", StringComparison.Ordinal));
        return [.. Leaves(tree, objects).Select(page => Text(Inflated(objects[Contents().Match(page).Groups[1].Value]), fonts))];
    }

    private static IEnumerable<string> Leaves(string node, Dictionary<string, string> objects)
    {
        foreach (Match kid in Reference().Matches(Kids().Match(node).Groups[1].Value))
        {
            var child = objects[kid.Groups[1].Value];
            foreach (var page in child.Contains("/Kids", StringComparison.Ordinal) ? Leaves(child, objects) : [child])
                yield return page;
        }
    }

    private static string Text(string content, Dictionary<string, Font> fonts)
    {
        var page = new StringBuilder();
        Font? font = null;
        foreach (Match block in Blocks().Matches(content))
        {
            foreach (Match token in Tokens().Matches(block.Value))
            {
                if (token.Groups["font"].Success)
                    font = fonts[token.Groups["font"].Value];
                else
                    page.Append(font!.Read(token.Groups["hex"].Success ? Convert.FromHexString(token.Groups["hex"].Value) : Encoding.Latin1.GetBytes(Escapes().Replace(token.Groups["text"].Value, Unescaped))));
            }

            page.Append('\n');
        }

        return string.Concat(page.ToString().Select(Usual));
    }

    /// <summary>Fonts whose radicals share a glyph with the letter are copied as the radical: ⽇ for 日.</summary>
    private static string Usual(char letter) => letter is >= '\u2F00' and <= '\u2FDF' ? letter.ToString().Normalize(NormalizationForm.FormKC) : letter == '\u2EDA' ? "页" : letter.ToString();

    private static string Unescaped(Match escape) => escape.Groups[1].Value switch
    {
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        "b" => "\b",
        "f" => "\f",
        [>= '0' and <= '7', ..] octal => ((char)Convert.ToInt32(octal, 8)).ToString(),
        var other => other,
    };

    /// <summary>A font: outlines drawn as they are (Type 3) go by one byte, others by two.</summary>
    private sealed class Font
    {
        private readonly Dictionary<int, string> _letters = [];
        private readonly int _bytes;

        public Font(string own, Dictionary<string, string> objects)
        {
            _bytes = own.Contains("/Type3", StringComparison.Ordinal) ? 1 : 2;
            var table = Inflated(objects[ToUnicode().Match(own).Groups[1].Value]);
            foreach (Match section in Single().Matches(table))
            {
                foreach (Match pair in Pair().Matches(section.Value))
                    _letters[Number(pair.Groups[1].Value)] = Letters(pair.Groups[2].Value);
            }

            foreach (Match section in Ranges().Matches(table))
            {
                foreach (Match range in Triple().Matches(section.Value))
                {
                    for (var glyph = Number(range.Groups[1].Value); glyph <= Number(range.Groups[2].Value); glyph++)
                        _letters[glyph] = char.ConvertFromUtf32(Number(range.Groups[3].Value) + glyph - Number(range.Groups[1].Value));
                }
            }
        }

        public string Read(byte[] codes) => string.Concat(codes.Chunk(_bytes).Select(code => _letters.GetValueOrDefault(code.Length == 1 ? code[0] : (code[0] << 8) | code[1], "\uFFFD")));
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Letters(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    private static string Inflated(string text)
    {
        var start = text.IndexOf("stream", StringComparison.Ordinal) + "stream".Length;
        start += text[start] == '\r' ? 2 : 1;
        using var packed = new MemoryStream(Encoding.Latin1.GetBytes(text[start..text.LastIndexOf("endstream", StringComparison.Ordinal)]));
        using var inflated = new ZLibStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(inflated, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(?:^|\n)(\d+) 0 obj(.*?)endobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/Kids \[(.*?)\]", RegexOptions.Singleline)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"BT\n.*?ET", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|<(?<hex>[0-9A-Fa-f]+)>|\((?<text>(?:\\.|[^\\)])*)\)", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\\([0-7]{1,3}|.)", RegexOptions.Singleline)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex Fonts();

    [GeneratedRegex(@"beginbfchar.*?endbfchar", RegexOptions.Singleline)]
    private static partial Regex Single();

    [GeneratedRegex(@"beginbfrange.*?endbfrange", RegexOptions.Singleline)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Pair();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Triple();
}
