using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Points;

/// <summary>设备密封点.</summary>
public sealed class SealPoint : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int UnitId { get; set; }

    public int EquipmentId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Place { get; set; } = "";

    public bool? IsAccessible { get; set; }

    public string InaccessibleWhy { get; set; } = "";

    public string Fluid { get; set; } = "";

    public string State { get; set; } = "";

    public double? VocShare { get; set; }

    public DateOnly? InService { get; set; }

    public DateOnly? OutOfService { get; set; }
}

internal static class SealPointType
{
    public const string Name = "ldar-seal-points";

    public static RecordType<SealPoint> Create() => new RecordType<SealPoint>(Name, "LDAR 密封点")
        .In(Chapter.Title, Chapter.Section, "设备密封点清单，可从 Excel 成批导入；检测频次按类型和物料状态定，标签上的二维码供现场扫描。", 23).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Reference(r => r.UnitId, "所属装置", LdarUnitType.Name, f => f with { Content = "所属装置标识" })
        .Reference(r => r.EquipmentId, "所属设备", LdarEquipmentType.Name, f => f with { Content = "所属设备标识" })
        .Text(r => r.Code, "密封点编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40, Check = LdarWords.CheckCode, Content = "密封点编号", Help = "群组编码加扩展编码，本企业内不重复，如 U100-G001-001" })
        .Text(r => r.Name, "密封点名称", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100, Content = "密封点名称" })
        .Choice(r => r.Kind, "密封点类型", SealKind.Names, f => f with { IsRequired = true, Content = "密封点类型", Help = "GB 37822-2019 8.1" })
        .Text(r => r.Place, "位置描述", f => f with { IsRequired = true, Content = "密封点位置描述", Help = "楼层、高度、参照物和方位" })
        .YesNo(r => r.IsAccessible, "是否可达", f => f with { IsRequired = true, IsFilter = true, Content = "是否可达" })
        .Text(r => r.InaccessibleWhy, "不可达原因", f => f with { IsListed = false, MaxLength = 100, Help = "如 高于作业面 2 m 以上、保温内；照片作为附件上传" })
        .Part("物料")
        .Text(r => r.Fluid, "流体名称", f => f with { IsRequired = true, IsSearched = true, MaxLength = 60 })
        .Choice(r => r.State, "物料状态", FluidStates.Names, f => f with { IsRequired = true, Help = "轻液体：挥发性有机液体（单一组分真实蒸气压≥0.3 kPa，或这样的组分质量占比≥20 %）" })
        .Number(r => r.VocShare, "VOCs/TOC 质量比", "", f => f with { Min = 0, Max = 1, Decimals = 4, IsListed = false, Help = "WF(VOC)/WF(TOC)，不填按 1" })
        .Part("使用")
        .Date(r => r.InService, "启用日期", f => f with { IsListed = false, Help = "不填为一直在用" })
        .Date(r => r.OutOfService, "停用日期", f => f with { IsListed = false, IsFilter = true })
        .Check(r => r.IsAccessible == false && r.InaccessibleWhy.Length == 0 ? new("inaccessible", "不可达的密封点请填写原因。", "inaccessibleWhy") : null)
        .Check(r => r.OutOfService < r.InService ? new("days", "停用日期不能早于启用日期。", "outOfService") : null)
        .Check((r, now) => r.InService > LdarWords.DayOf(now) ? new("future", $"启用日期 {LdarWords.Day(r.InService)} 还没有到。", "inService") : null);
}
