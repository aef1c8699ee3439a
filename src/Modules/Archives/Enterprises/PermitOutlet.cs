using EcoPark.Contracts;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>An outlet as the permit names it.</summary>
public sealed class PermitOutlet : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int PermitId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public double? Height { get; set; }

    public double? Diameter { get; set; }

    public string DischargesTo { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }
}

internal static class PermitOutletType
{
    public const string Name = PermitRecords.Outlets;

    public static RecordType<PermitOutlet> Create() => new RecordType<PermitOutlet>(Name, "许可排放口")
        .In(Chapter.Title, "7.2.2", "排污许可证载明的排放口。", 9).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Reference(r => r.PermitId, "许可证", DischargePermitType.Name, f => f with { IsFilter = false })
        .Text(r => r.Code, "排放口编号", f => f with { IsRequired = true, IsKey = true, MaxLength = 20, Help = "如 DA001、DW001" })
        .Text(r => r.Name, "排放口名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true })
        .Choice(r => r.Kind, "类型", ["废气主要排放口", "废气一般排放口", "废水总排放口", "车间排放口", "雨水排放口", "无组织"], f => f with { IsRequired = true })
        .Number(r => r.Height, "排气筒高度", "m", f => f with { Min = 0, Max = 500 })
        .Number(r => r.Diameter, "出口内径", "m", f => f with { Min = 0, Max = 50 })
        .Text(r => r.DischargesTo, "排放去向")
        .Location(r => r.Longitude, r => r.Latitude);
}
