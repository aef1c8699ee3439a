using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Reports;

/// <summary>监测机构: a laboratory with its qualification (CMA).</summary>
public sealed class Laboratory : Record
{
    public string Name { get; set; } = "";

    public string Certificate { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Scope { get; set; } = "";

    public string Contact { get; set; } = "";
}

internal static class LaboratoryType
{
    public const string Name = "laboratories";

    public static RecordType<Laboratory> Create() => new RecordType<Laboratory>(Name, "监测机构")
        .In(Chapter.Title, Chapter.Manual, "受托监测的机构及其资质认定（CMA）；资质有效期外的监测结果不予接收。", 14).SeenByEnterprises()
        .Text(r => r.Name, "机构名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Text(r => r.Certificate, "资质认定证书编号", f => f with { IsRequired = true, IsSearched = true, MaxLength = 40 })
        .Date(r => r.ValidFrom, "有效期起", f => f with { IsRequired = true })
        .Date(r => r.ValidTo, "有效期止", f => f with { IsRequired = true, IsFilter = true })
        .LongText(r => r.Scope, "资质范围")
        .Text(r => r.Contact, "联系方式", f => f with { IsListed = false })
        .Check(r => r.ValidTo < r.ValidFrom ? new("days", "有效期止不能早于有效期起。", "validTo") : null);
}
