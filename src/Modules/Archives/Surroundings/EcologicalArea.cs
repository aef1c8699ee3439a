using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Surroundings;

/// <summary>生态空间管控区.</summary>
public sealed class EcologicalArea : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Function { get; set; } = "";

    public double? Area { get; set; }

    public string Requirements { get; set; } = "";

    public string Shape { get; set; } = "";
}

internal static class EcologicalAreaType
{
    public static RecordType<EcologicalArea> Create() => new RecordType<EcologicalArea>("ecological-areas", "生态空间管控区")
        .In(Chapter.Title, "7.2.3", "园区周边的生态保护红线和生态空间管控区域。", 15)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 100, Content = "园区周边生态空间管控区分布" })
        .Choice(r => r.Kind, "类别", ["国家级生态保护红线", "生态空间管控区域"], f => f with { IsRequired = true })
        .Text(r => r.Function, "主导生态功能")
        .Number(r => r.Area, "面积", "公顷", f => f with { Min = 0 })
        .LongText(r => r.Requirements, "管控措施")
        .Shape(r => r.Shape, "范围")
        .Derived(ParkDistance.Fields, (db, areas, token) => ParkDistance.Of(db, areas, one => ParkDistance.ShapeOf(one.Shape), token))
        .ForEnterprises();
}
