using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Park;

/// <summary>三线一单: what the units of environmental control ask of the park.</summary>
public sealed class ControlUnit : Record
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string UnitClass { get; set; } = "";

    public string Requirements { get; set; } = "";

    public string IssuedBy { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    public string Shape { get; set; } = "";
}

internal static class ControlUnitType
{
    public static RecordType<ControlUnit> Create() => new RecordType<ControlUnit>("control-units", "三线一单")
        .In(Chapter.Title, "7.2.1", "生态保护红线、环境质量底线、资源利用上线和生态环境准入清单的管控单元及要求。", 5)
        .Text(r => r.Code, "管控单元编码", f => f with { IsRequired = true, IsKey = true, MaxLength = 50 })
        .Text(r => r.Name, "管控单元名称", f => f with { IsRequired = true, IsTitle = true })
        .Choice(r => r.Kind, "类别", ["生态保护红线", "环境质量底线", "资源利用上线", "生态环境准入清单"], f => f with { IsRequired = true })
        .Choice(r => r.UnitClass, "单元分类", ["优先保护单元", "重点管控单元", "一般管控单元"])
        .LongText(r => r.Requirements, "管控要求", f => f with { IsRequired = true })
        .Text(r => r.IssuedBy, "发布部门")
        .Date(r => r.IssuedOn, "发布日期")
        .Shape(r => r.Shape, "范围")
        .ForEnterprises();
}
