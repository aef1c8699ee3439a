using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Waste.Disposers;

/// <summary>处理处置单位: who takes the park's waste, with what it is licensed for.</summary>
public sealed class WasteDisposer : Record
{
    public string Name { get; set; } = "";

    public string CreditCode { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Province { get; set; } = "";

    public string Contact { get; set; } = "";

    public bool? IsCapable { get; set; }

    public string CapableWhy { get; set; } = "";

    public string LicenceName { get; set; } = "";

    public string LicenceNumber { get; set; } = "";

    public string IssuedBy { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public List<LicensedWaste> Scope { get; set; } = [];

    public double? Capacity { get; set; }
}

/// <summary>What a licence covers.</summary>
public sealed class LicensedWaste : RecordRow
{
    public string Code { get; set; } = "";

    public string Method { get; set; } = "";

    public double? Tonnes { get; set; }
}

internal static class WasteDisposerType
{
    public const string Name = "waste-disposers";

    /// <summary>Takes hazardous waste, and needs a licence for it.</summary>
    public const string Licensed = "危险废物持证单位";

    /// <summary>Takes hazardous waste that the catalogue exempts.</summary>
    public const string Exempt = "豁免利用处置单位";

    public static RecordType<WasteDisposer> Create() => new RecordType<WasteDisposer>(Name, "处理处置单位")
        .In(Chapter.Title, Chapter.Section, "接收园区固体废物的利用处置单位：资质证书、许可范围、能力和有效期。", 33).SeenByEnterprises()
        .Text(r => r.Name, "单位名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100, Content = "处理处置单位名称" })
        .Text(r => r.CreditCode, "统一社会信用代码", f => f with { IsSearched = true, IsListed = false, MaxLength = 18, Check = CreditCode.Check })
        .Choice(r => r.Kind, "类型", [Licensed, Exempt, "一般固废利用处置单位"], f => f with { IsRequired = true })
        .Text(r => r.Province, "所在省份", f => f with { IsRequired = true, MaxLength = 20 })
        .Text(r => r.Contact, "联系人与电话", f => f with { IsListed = false, MaxLength = 60 })
        .Part("资质")
        .YesNo(r => r.IsCapable, "是否具备资质或能力", f => f with { IsRequired = true, IsFilter = true, Content = "是否具备资质或能力", Help = "园区核实后填写" })
        .Text(r => r.CapableWhy, "核实依据", f => f with { IsListed = false, Help = "看过什么、谁核实、何时" })
        .Text(r => r.LicenceName, "资质证书名称", f => f with { MaxLength = 60, Content = "处理处置资质证书名称", Help = "如 危险废物经营许可证" })
        .Text(r => r.LicenceNumber, "资质证书编号", f => f with { IsSearched = true, MaxLength = 50, Content = "处理处置资质证书编号" })
        .Text(r => r.IssuedBy, "发证机关", f => f with { IsListed = false })
        .Date(r => r.ValidFrom, "有效期起")
        .Date(r => r.ValidTo, "有效期止", f => f with { IsFilter = true })
        .Rows(r => r.Scope, "许可范围", rows => rows
            .Code(i => i.Code, "废物类别或代码", WasteDictionary.Name, f => f with { IsRequired = true, IsKey = true, Help = "HW08 表示整类" })
            .Text(i => i.Method, "方式", f => f with { MaxLength = 50 })
            .Number(i => i.Tonnes, "许可能力", "t/a", f => f with { Min = 0 }))
        .Number(r => r.Capacity, "许可总能力", "t/a", f => f with { Min = 0 })
        .Check(r => r.ValidTo < r.ValidFrom ? new("days", "有效期止不能早于有效期起。", "validTo") : null)
        .Check(r => r.Kind == Licensed && r.IsCapable == true && (r.LicenceNumber.Length == 0 || r.ValidFrom is null || r.ValidTo is null || r.Scope.Count == 0)
            ? new("licence", "具备资质的危险废物持证单位须填写证书编号、有效期和许可范围。", "licenceNumber") : null);
}
