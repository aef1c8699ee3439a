using EcoPark.Platform.Records;
using Record = EcoPark.Platform.Records.Record;

namespace EcoPark.Platform.Tests.Records;

/// <summary>A firm, as the enterprise of the park.</summary>
public sealed class Firm : Record
{
    public string Name { get; set; } = "";

    internal static RecordType<Firm> Describe() => new RecordType<Firm>("enterprises", "企业")
        .In("档案", "7.2.6", "").ItselfEnterprise().ForEnterprises()
        .Text(r => r.Name, "企业名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true });
}

/// <summary>转移联单: rows, an instant, a time of day, and what is worked out of them.</summary>
public sealed class Manifest : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Number { get; set; } = "";

    public DateTime? LeftAt { get; set; }

    public TimeOnly? Window { get; set; }

    public List<ManifestItem> Items { get; set; } = [];

    public double? Total { get; set; }

    public string Size { get; set; } = "";

    internal static RecordType<Manifest> Describe() => new RecordType<Manifest>("manifests", "转移联单")
        .In("固废", "7.4.6", "").ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", "enterprises", f => f with { IsKey = true })
        .Text(r => r.Number, "联单编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40 })
        .Moment(r => r.LeftAt, "出厂时间", f => f with { IsFilter = true })
        .TimeOfDay(r => r.Window, "装车时刻")
        .Rows(r => r.Items, "明细", rows => rows
            .Text(i => i.Waste, "废物名称", f => f with { IsRequired = true, IsKey = true })
            .Number(i => i.Quantity, "数量", "t", f => f with { IsRequired = true, Min = 0 })
            .Number(i => i.Price, "单价", "元/t")
            .OptionalReference(i => i.ReceiverId, "接收单位", "enterprises")
            .Stored(i => i.Cost, "费用", i => i.Quantity * i.Price, f => f with { Unit = "元" }))
        .Stored(r => r.Total, "总量", r => r.Items.Sum(item => item.Quantity), f => f with { Unit = "t", IsFilter = true })
        .Stored(r => r.Size, "规模", r => r.Total > 10 ? "大" : "小")
        .Check(r => r.Items.Count > 3 ? new Problem("items", "一张联单至多 3 种废物。", "items") : null);
}

public sealed class ManifestItem : RecordRow
{
    public string Waste { get; set; } = "";

    public double? Quantity { get; set; }

    public double? Price { get; set; }

    public double? Cost { get; set; }

    public int? ReceiverId { get; set; }
}

/// <summary>All keys are references.</summary>
public sealed class Pairing : Record
{
    public int FirmId { get; set; }

    public int PartnerId { get; set; }

    public string About { get; set; } = "";

    internal static RecordType<Pairing> Describe() => new RecordType<Pairing>("pairings", "结对")
        .Reference(r => r.FirmId, "甲方", "enterprises", f => f with { IsKey = true })
        .Reference(r => r.PartnerId, "乙方", "enterprises", f => f with { IsKey = true })
        .AnyRecord(r => r.About, "事由");
}

/// <summary>Another kind that belongs to enterprises.</summary>
public sealed class Visit : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Purpose { get; set; } = "";

    internal static RecordType<Visit> Describe() => new RecordType<Visit>("visits", "走访")
        .Reference(r => r.EnterpriseId, "企业", "enterprises")
        .Text(r => r.Purpose, "事由");
}
