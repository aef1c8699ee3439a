using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using EcoPark.Platform;
using EcoPark.Platform.Sheets;

namespace EcoPark.Telemetry.Import;

/// <summary>A table of hourly values as a file holds it: headings, then one row a time.</summary>
public static class ImportFile
{
    /// <summary>Largest text that is read, bytes; a packed file is measured while it is unpacked.</summary>
    public const int LargestText = 64 * 1024 * 1024;

    /// <summary>Rows beyond which a file is refused: twenty years of hours.</summary>
    public const int MostRows = 180_000;

    private const int MostColumns = 200;

    /// <summary>Reads a .csv, .csv.gz or .xlsx by what its content is.</summary>
    /// <param name="name">As uploaded.</param>
    /// <param name="content">As uploaded.</param>
    /// <param name="sheet">Name of a workbook's sheet; the first that a person sees without it.</param>
    public static Outcome<ImportTable> Read(string name, byte[] content, string? sheet = null)
    {
        var table = ReadAsIs(name, content, sheet);
        return table.IsOk ? OwnLayouts.Understood(table.Value) : table;
    }

    private static Outcome<ImportTable> ReadAsIs(string name, byte[] content, string? sheet)
    {
        if (content.Length == 0)
            return new Problem("file-empty", "文件是空的，请重新选择。", "file");
        if (content.AsSpan().StartsWith("PK"u8))
            return SheetReader.Read(content, sheet) is { IsOk: true, Value: { } read } ? Of(read) : SheetReader.Read(content, sheet).Problem!;
        if (content.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
            return Unpack(content) is { } unpacked ? ReadText(unpacked) : new Problem("file-size", $"文件展开后超过 {LargestText / 1024 / 1024} MB，或已损坏，请拆分后再导入。", "file");
        if (EncodingOf(content) is not UnicodeEncoding && content.AsSpan().Contains((byte)0))
            return new Problem("file-content", $"“{name}”不是文本表格，请导入 csv、csv.gz 或 xlsx 文件。", "file");
        return ReadText(content);
    }

    private static ImportTable Of(SheetTable sheet) => new(sheet.Headings, [.. sheet.Rows.Select(row => new ImportRow(row.Number, [.. row.Cells.Select(Text)]))])
    {
        Is1904 = sheet.Place.Is1904,
        Notes = [.. NotesOf(sheet.Place)],
    };

    private static IEnumerable<string> NotesOf(SheetPlace place)
    {
        yield return $"读取的表：“{place.Name}”";
        if (place.Others.Count > 0)
            yield return $"未读取的表：{string.Join("、", place.Others.Select(other => $"“{other}”"))}";
        if (place.Hidden.Count > 0)
            yield return $"隐藏的表不读取：{string.Join("、", place.Hidden.Select(other => $"“{other}”"))}";
        if (place.Is1904)
            yield return "工作簿使用 1904 日期系统，日期已据此换算";
    }

    private static Outcome<ImportTable> ReadText(byte[] content)
    {
        if (content.Length > LargestText)
            return new Problem("file-size", $"文件超过 {LargestText / 1024 / 1024} MB，请拆分后再导入。", "file");
        using var reader = new StreamReader(new MemoryStream(content, writable: false), EncodingOf(content));
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, BadDataFound = null, TrimOptions = TrimOptions.Trim, MaxFieldSize = 4_000 });
        try
        {
            if (!csv.Read())
                return new Problem("file-empty", "文件是空的，请重新选择。", "file");
            string[] headings = csv.Record!;
            if (headings.Length is < 2 or > MostColumns)
                return new Problem("file-columns", $"表有 {headings.Length} 列，应为 2～{MostColumns} 列：时间列和至少一个因子列。", "file");
            var rows = new List<ImportRow>();
            while (csv.Read())
            {
                if (rows.Count == MostRows)
                    return new Problem("file-rows", $"一次至多导入 {MostRows} 行，请分批。", "file");
                rows.Add(new ImportRow(csv.RawRow, csv.Record!));
            }

            return new ImportTable(headings, rows);
        }
        catch (CsvHelperException)
        {
            return new Problem("file-content", "文件不是可以识别的 csv 表格，请检查分隔符与引号。", "file");
        }
    }

    /// <summary>UTF-8 where it is that, otherwise the Chinese encoding that Excel writes.</summary>
    private static Encoding EncodingOf(byte[] content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // “Unicode 文本” of Excel: UTF-16 with its mark.
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode;
        if (content.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        return System.Text.Unicode.Utf8.IsValid(content) ? Encoding.UTF8 : Encoding.GetEncoding("gb18030");
    }

    private static byte[]? Unpack(byte[] content)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(content, writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > LargestText)
                    return null;
                unpacked.Write(buffer, 0, read);
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() ?? "",
    };
}

/// <summary>Headings and rows, cells as text.</summary>
public sealed record ImportTable(IReadOnlyList<string> Headings, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Serial days of the workbook count from 1904.</summary>
    public bool Is1904 { get; init; }

    /// <summary>What a person should know of how the file was read, Chinese.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Columns that are read, but hold no values of their own: verdicts and remarks of the platform's exports.</summary>
    public IReadOnlySet<int> Aside { get; init; } = new HashSet<int>();
}

/// <param name="Number">As the file counts, from 1.</param>
/// <param name="Cells">May be fewer than the headings.</param>
public sealed record ImportRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What the platform's own export says of a cell beside its value; by column.</summary>
    public IReadOnlyDictionary<int, ImportDetail> Details { get; init; } = EmptyDetails;

    private static readonly Dictionary<int, ImportDetail> EmptyDetails = [];
}

/// <summary>What belongs to a value.</summary>
public sealed record ImportDetail
{
    /// <summary>Not valid, as it was when it was exported.</summary>
    public bool IsInvalid { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Total { get; init; }

    public double? Corrected { get; init; }

    /// <summary>'\0' where none.</summary>
    public char Flag { get; init; } = 'N';
}
