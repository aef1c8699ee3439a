using System.IO.Compression;

namespace EcoPark.Platform.Files;

/// <summary>Uploads are hostile until shown otherwise: name, size and content must agree, and archives must be what they unpack to.</summary>
public static class UploadCheck
{
    /// <summary>Largest file that is taken, bytes.</summary>
    public const long Largest = 20 * 1024 * 1024;

    /// <summary>Most bytes that an office file or archive may unpack to.</summary>
    public const long LargestUnpacked = 300 * 1024 * 1024;

    private const int MostParts = 2_000;

    private static readonly Dictionary<string, (string MediaType, byte[] Magic)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", "%PDF-"u8.ToArray()),
        [".jpg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".jpeg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".png"] = ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004"u8.ToArray()),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004"u8.ToArray()),
    };

    /// <summary>Kinds of documents that may be attached.</summary>
    public static string Allowed => string.Join('、', Kinds.Keys.Select(kind => kind.TrimStart('.')));

    /// <summary>The media type that the content really has.</summary>
    public static Outcome<string> Document(string fileName, byte[] content)
    {
        if (!Kinds.TryGetValue(Path.GetExtension(fileName), out var kind))
            return new Problem("file-type", $"不能上传“{Path.GetExtension(fileName)}”文件，可上传：{Allowed}。", "file");
        if (content.Length == 0)
            return new Problem("file-empty", "文件是空的，请重新选择。", "file");
        if (content.LongLength > Largest)
            return new Problem("file-size", $"文件有 {content.Length / 1024 / 1024} MB，超过 {Largest / 1024 / 1024} MB，请压缩或拆分后再传。", "file");
        if (!content.AsSpan().StartsWith(kind.Magic))
            return new Problem("file-content", $"文件内容不是{Path.GetExtension(fileName).TrimStart('.')}格式，扩展名可能被改过。", "file");
        var active = ActiveContent.OfAny(content) ?? kind.Magic[0] switch
        {
            (byte)'P' => Office(content),
            (byte)'%' => ActiveContent.OfPdf(content),
            _ => ActiveContent.OfPicture(content, isPng: kind.MediaType == "image/png"),
        };
        return active is not null ? active : kind.MediaType;
    }

    /// <summary>A workbook that may be read for an import.</summary>
    public static Problem? Workbook(byte[] content)
    {
        if (content.LongLength > Largest)
            return new Problem("file-size", $"文件有 {content.Length / 1024 / 1024} MB，超过 {Largest / 1024 / 1024} MB，请分批导入。", "file");
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return new Problem("file-content", "这不是 xlsx 工作簿。旧的 xls 文件请在 Excel 中另存为 xlsx 再导入。", "file");
        return Office(content);
    }

    /// <summary>Text with separators that may be read for an import.</summary>
    public static Problem? Text(byte[] content) => content.LongLength > Largest
        ? new Problem("file-size", $"文件有 {content.Length / 1024 / 1024} MB，超过 {Largest / 1024 / 1024} MB，请分批导入。", "file")
        : content.AsSpan().Contains((byte)0) ? new Problem("file-content", "这不是 csv 文本。工作簿请以 xlsx 为扩展名。", "file") : null;

    /// <summary>No macros, and no more than is reasonable when unpacked. Sizes are counted while unpacking: what the archive says of itself is not believed.</summary>
    public static Problem? Archive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts)
                return Bomb();
            var (total, buffer) = (0L, new byte[81_920]);
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    if ((total += read) > LargestUnpacked)
                        return Bomb();
                }
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return new Problem("file-content", "文件已损坏，无法打开，请重新导出后再传。", "file");
        }

        static Problem Bomb() => new("file-bomb", $"文件展开后超过 {LargestUnpacked / 1024 / 1024} MB 或 {MostParts} 个部件，不是正常的文件，已拒绝。", "file");
    }

    private static Problem? Office(byte[] content)
    {
        if (Archive(content) is { } problem)
            return problem;
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return archive.GetEntry("[Content_Types].xml") is null ? new Problem("file-content", "这不是 Office 文档，扩展名可能被改过。", "file") : ActiveContent.OfOffice(archive);
    }
}
