using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Points;

/// <summary>设备 of a unit, and whether its seals need not be tested.</summary>
public sealed class LdarEquipment : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int UnitId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public bool? IsExempt { get; set; }

    public string ExemptionReason { get; set; } = "";

    public string ExemptionEvidence { get; set; } = "";

    public bool? IsLowLeak { get; set; }

    public string Maker { get; set; } = "";
}

internal static class LdarEquipmentType
{
    public const string Name = "ldar-equipment";

    public static RecordType<LdarEquipment> Create() => new RecordType<LdarEquipment>(Name, "LDAR 设备")
        .In(Chapter.Title, Chapter.Section, "装置内有密封点的设备和管线；免予检测的写明理由和依据。", 22).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Code, "设备编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40, Check = LdarWords.CheckCode, Content = "设备编号", Help = "本企业内不重复，如 P-101A" })
        .Text(r => r.Name, "设备名称", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100, Content = "设备名称" })
        .Reference(r => r.UnitId, "所属装置", LdarUnitType.Name, f => f with { Content = "所属装置标识" })
        .Choice(r => r.Kind, "设备类型", ["泵", "压缩机", "搅拌器", "塔器", "反应器", "换热器", "储罐", "加热炉", "管线", "装卸设施", "其他"], f => f with { IsRequired = true, Content = "设备类型" })
        .YesNo(r => r.IsExempt, "是否免予检测", f => f with { IsRequired = true, IsFilter = true, Content = "是否免予检测" })
        .Choice(r => r.ExemptionReason, "免予检测理由", LdarRules.Exemptions, f => f with { IsListed = false, IsFilter = false, Help = "GB 37822-2019 8.3.2" })
        .Text(r => r.ExemptionEvidence, "免予检测依据", f => f with { IsListed = false, Help = "铭牌、图纸、照片等，作为附件上传" })
        .YesNo(r => r.IsLowLeak, "是否低泄漏", f => f with { IsRequired = true, IsFilter = true, Content = "是否低泄露" })
        .Text(r => r.Maker, "制造单位与型号", f => f with { IsListed = false, IsSearched = true, MaxLength = 100 })
        .Derived(PointCounts.OfEquipment, PointCounts.OfEquipments)
        .Check(r => (r.IsExempt, r.ExemptionReason.Length) switch
        {
            (true, 0) => new("exempt", "免予检测的设备请选择理由。", "exemptionReason"),
            (false, > 0) => new("exempt", "不免予检测的设备不填免予检测理由。", "exemptionReason"),
            _ => null,
        });
}
