using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace EcoPark.Platform.Files;

/// <summary>What of a document would act when somebody opens it: macros under any name, embedded programs, templates and links that are fetched, scripts of a PDF. Known test signature of virus scanners too.</summary>
internal static partial class ActiveContent
{
    /// <summary>Most bytes of one object stream of a PDF that are looked at.</summary>
    private const int MostOfStream = 8 * 1024 * 1024;

    /// <summary>Where a part says what it is.</summary>
    private const int Head = 4_096;

    /// <summary>Compound file: macros, OLE objects, the old binary formats.</summary>
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] EndOfPng = [(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>In two parts, so that this program is not taken for it.</summary>
    private static readonly byte[] TestVirus = [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"u8, .. "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    private static readonly Problem Infected = new("file-virus", "文件含有病毒特征，已拒绝。请用杀毒软件检查本机后再传。", "file");
    private static readonly Problem Macro = new("file-macro", "文件含有宏，已拒绝。请另存为不含宏的格式再传。", "file");
    private static readonly Problem Embedded = new("file-object", "文件中嵌有其他程序或对象（OLE、ActiveX），已拒绝。请删去嵌入的对象，或另存为 PDF 再传。", "file");
    private static readonly Problem Remote = new("file-remote", "文件打开时会去取外部的模板或内容，已拒绝。请断开链接（普通超链接可以保留）再传。", "file");
    private static readonly Problem Script = new("file-script", "PDF 中含有脚本、启动命令或内嵌文件，已拒绝。请重新打印为 PDF 再传。", "file");
    private static readonly Problem Trailing = new("file-content", "图片之后还藏有别的内容，已拒绝。请重新导出图片再传。", "file");

    public static Problem? OfAny(ReadOnlySpan<byte> content) => content.IndexOf(TestVirus) >= 0 ? Infected : null;

    /// <summary>Of a workbook or document that unpacks reasonably.</summary>
    public static Problem? OfOffice(ZipArchive archive)
    {
        // Workbooks may have sheets of hundreds of megabytes: only what can say such things is read as a whole.
        var head = new byte[Head];
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                return Macro;
            using (var part = entry.Open())
            {
                var begin = head.AsSpan(0, part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
                if (OfAny(begin) is { } infected)
                    return infected;
                if (begin.StartsWith(Compound) || begin.StartsWith("MZ"u8))
                    return Embedded;
            }

            if (Speaks(entry.FullName) && OfXml(entry) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>Of a PDF: names are read as the format reads them (#4A is J), also within compressed object streams; pictures and pages are left out.</summary>
    public static Problem? OfPdf(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        if (Acts().IsMatch(Names(Streams().Replace(text, " "))))
            return Script;
        foreach (Match stream in Streams().Matches(text))
        {
            var before = text[Math.Max(0, stream.Index - 600)..stream.Index];
            if (Names(before).Contains("/ObjStm", StringComparison.Ordinal) && Acts().IsMatch(Names(Inflated(content, stream.Groups[1]))))
                return Script;
        }

        return null;
    }

    /// <summary>Of a picture: it ends where it ends, and says nothing that a browser or a server would run.</summary>
    public static Problem? OfPicture(ReadOnlySpan<byte> content, bool isPng)
    {
        if (isPng && !content.EndsWith(EndOfPng))
            return Trailing;
        return isPng ? null : Runs().IsMatch(Encoding.Latin1.GetString(content)) ? Trailing : null;
    }

    /// <summary>Types of parts, links between parts, and texts, in which fields may fetch.</summary>
    private static bool Speaks(string name) => name == "[Content_Types].xml" || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    private static Problem? OfXml(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        XDocument document;
        try
        {
            using var part = entry.Open();
            using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document = XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return new Problem("file-content", "文件已损坏，无法打开，请重新导出后再传。", "file");
        }

        if (name == "[Content_Types].xml")
        {
            var types = document.Descendants().Attributes("ContentType").Select(one => one.Value).ToList();
            return types.Exists(type => type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) ? Macro
                : types.Exists(type => type.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)) ? Embedded : null;
        }

        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            var fetched = document.Descendants().Where(one => string.Equals((string?)one.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) && ((string?)one.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) != true);
            return fetched.Any() ? Remote : null;
        }

        return document.Descendants().Any(one => one.Name.LocalName == "instrText" && one.Value.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase)) ? Remote : null;
    }

    private static string Names(string text) => Hex().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static string Inflated(byte[] content, Group body)
    {
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(content, body.Index, body.Length, writable: false), CompressionMode.Decompress);
            var plain = new byte[MostOfStream];
            var length = inflate.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return Encoding.Latin1.GetString(plain, 0, length);
        }
        catch (InvalidDataException)
        {
            return Encoding.Latin1.GetString(content, body.Index, body.Length); // Not compressed, or otherwise: as it stands.
        }
    }

    [GeneratedRegex(@"/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)(?![A-Za-z0-9])")]
    private static partial Regex Acts();

    [GeneratedRegex(@"stream\r?\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Streams();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Hex();

    [GeneratedRegex(@"<\?php|<script|<html|<svg", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();
}
