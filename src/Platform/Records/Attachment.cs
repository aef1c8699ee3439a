using System.ComponentModel;

namespace EcoPark.Platform.Records;

/// <summary>A document that belongs to a record.</summary>
[Audit.Audited("附件")]
public sealed class Attachment
{
    public int Id { get; set; }

    /// <summary>Name of the record type.</summary>
    public required string Type { get; set; }

    public int RecordId { get; set; }

    /// <summary>Enterprise that the record belonged to when it was attached; <see langword="null"/> for what is no enterprise's. It stays with that one.</summary>
    public int? EnterpriseId { get; set; }

    [DisplayName("文件名")]
    public required string FileName { get; set; }

    public required string MediaType { get; set; }

    [DisplayName("字节数")]
    public long Size { get; set; }

    /// <summary>SHA-256 of the content, hexadecimal: where it is, and that it is unaltered.</summary>
    [DisplayName("SHA-256")]
    public required string Hash { get; set; }

    public DateTime At { get; set; }

    public required string By { get; set; }

    [DisplayName("移除时间")]
    public DateTime? RemovedAt { get; set; }
}

/// <summary>The bytes of a document, once however often it is attached; in the database, so that one backup has everything.</summary>
public sealed class FileContent
{
    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }
}
