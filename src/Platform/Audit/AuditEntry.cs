namespace EcoPark.Platform.Audit;

/// <summary>One thing that somebody did. Written once; sealed into the chain within a second; never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTime At { get; set; }

    /// <summary>Account; <see langword="null"/> for the platform itself and for failed sign-ins.</summary>
    public int? AccountId { get; set; }

    /// <summary>Name at the time.</summary>
    public required string Who { get; set; }

    /// <summary>Program that acted as the account; empty where a person did, or the platform.</summary>
    public string Program { get; set; } = "";

    /// <summary>Address it came from.</summary>
    public string Remote { get; set; } = "";

    /// <summary>新增, 修改, 删除, 登录, 导出 …</summary>
    public required string Action { get; set; }

    /// <summary>Kind of record.</summary>
    public required string Subject { get; set; }

    /// <summary>Key or name of the record.</summary>
    public string SubjectId { get; set; } = "";

    /// <summary>What happened in words, or each changed field with its value before and after, as JSON.</summary>
    public string Detail { get; set; } = "";

    /// <summary>Name of the record type where a record was saved; with it the entry is also a change of the <see cref="Changes.ChangeFeed"/>.</summary>
    public string? RecordType { get; set; }

    /// <summary>The record that was saved.</summary>
    public int? RecordId { get; set; }

    /// <summary>That the platform wrote it: unique, made when it was written with a key that is not in the database.</summary>
    public string? Proof { get; set; }

    /// <summary>Place in the chain, from 1 without gaps; <see langword="null"/> until sealed.</summary>
    public long? Number { get; set; }

    /// <summary>HMAC-SM3 over the seal before and all fields above, hexadecimal.</summary>
    public string? Seal { get; set; }
}
