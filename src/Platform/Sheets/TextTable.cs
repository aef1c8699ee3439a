using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace EcoPark.Platform.Sheets;

/// <summary>Text with separators, as Excel, databases and loggers write it: UTF-8 or GBK; commas, semicolons or tabs.</summary>
internal static class TextTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>UTF-8 where all of it is UTF-8, otherwise GB 18030, of which GBK is a part.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> content)
    {
        try
        {
            Strict.GetCharCount(content);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return Gbk;
        }
    }

    /// <summary>Rows from the first, blank ones too; the number is that of the row in the file.</summary>
    public static IEnumerable<SheetRow> Read(byte[] content)
    {
        var encoding = EncodingOf(content);
        using var reader = new StreamReader(new MemoryStream(content, writable: false), encoding, detectEncodingFromByteOrderMarks: true);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            BadDataFound = null,
        });
        for (var number = 1; csv.Read(); number++)
            yield return new SheetRow(number, csv.Record!);
    }
}
