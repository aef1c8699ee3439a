using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Kinds;

/// <summary>贮存设施 of an enterprise.</summary>
public sealed class WasteStore : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public double? Capacity { get; set; }

    public double? Area { get; set; }

    public int? LongestDays { get; set; }

    public string Keeper { get; set; } = "";
}

internal static class WasteStoreType
{
    public const string Name = "waste-stores";

    public static RecordType<WasteStore> Create() => new RecordType<WasteStore>(Name, "固废贮存设施")
        .In(Chapter.Title, Chapter.Section, "各企业的固体废物贮存设施、设计能力和贮存期限。", 32).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Code, "设施编码", f => f with { IsRequired = true, IsKey = true, MaxLength = 30, Help = "如 TS001，与排污许可证一致" })
        .Text(r => r.Name, "设施名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 60 })
        .Choice(r => r.Kind, "类型", ["贮存库", "贮存场", "贮存池", "贮存罐区", "贮存点", "其他"], f => f with { IsRequired = true })
        .Number(r => r.Capacity, "设计贮存能力", "t", f => f with { IsRequired = true, Min = 0.001, Decimals = 3 })
        .Number(r => r.Area, "面积", "m²", f => f with { Min = 0, IsListed = false })
        .Integer(r => r.LongestDays, "贮存期限", "天", f => f with { Min = 1, Max = 3650, Help = $"不填：危险废物按 {WasteRules.LongestStorageDays} 天，一般固废不设期限" })
        .Text(r => r.Keeper, "管理人", f => f with { IsListed = false, MaxLength = 50 });
}
