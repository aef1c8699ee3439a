namespace EcoPark.Platform.Records;

/// <summary>What a record said after one save. Written once, in the transaction of the save.</summary>
public sealed class RecordRevision
{
    public long Id { get; set; }

    /// <summary>Name of the record type.</summary>
    public required string Type { get; set; }

    public int RecordId { get; set; }

    public int Revision { get; set; }

    /// <summary>Day since which it holds. On a day the latest revision whose day has come is what was true; a correction may reach back.</summary>
    public DateOnly EffectiveFrom { get; set; }

    public DateTime At { get; set; }

    public required string By { get; set; }

    /// <summary>Enterprise that the record belonged to from this save on; <see langword="null"/> for what is no enterprise's. An enterprise's history is that of its own time.</summary>
    public int? EnterpriseId { get; set; }

    /// <summary>新增, 修改, 删除, 恢复.</summary>
    public required string Action { get; set; }

    /// <summary>Every field's value by name, JSON.</summary>
    public required string Content { get; set; }
}

/// <summary>A field that this park has added to a record type, without code.</summary>
[Audit.Audited("自定义字段")]
public sealed class CustomField
{
    public int Id { get; set; }

    /// <summary>Name of the record type.</summary>
    public required string Type { get; set; }

    /// <summary>In the API and in <see cref="Record.Custom"/>; never changes.</summary>
    public required string Name { get; set; }

    [System.ComponentModel.DisplayName("名称")]
    public required string Label { get; set; }

    [System.ComponentModel.DisplayName("类型")]
    public FieldKind Kind { get; set; }

    [System.ComponentModel.DisplayName("单位")]
    public string Unit { get; set; } = "";

    [System.ComponentModel.DisplayName("选项")]
    public List<string> Choices { get; set; } = [];

    [System.ComponentModel.DisplayName("必填")]
    public bool IsRequired { get; set; }

    /// <summary>Withdrawn fields are no longer shown; what was entered stays.</summary>
    [System.ComponentModel.DisplayName("停用")]
    public bool IsWithdrawn { get; set; }
}

/// <summary>How somebody likes to see a list.</summary>
public sealed class SavedView
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    /// <summary>Address of the list.</summary>
    public required string Page { get; set; }

    public required string Name { get; set; }

    /// <summary>Filters, order and columns, as in the address.</summary>
    public required string Query { get; set; }
}
