using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Surroundings;

/// <summary>园区内部及周边水系.</summary>
public sealed class WaterBody : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Position { get; set; } = "";

    public string TargetClass { get; set; } = "";

    public string FlowsTo { get; set; } = "";

    public string Function { get; set; } = "";

    public string Shape { get; set; } = "";
}

internal static class WaterBodyType
{
    public static RecordType<WaterBody> Create() => new RecordType<WaterBody>("waters", "周边水系")
        .In(Chapter.Title, "7.2.3", "园区内部和周边的河流、湖泊、沟渠及其水质目标。", 13)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 100, Content = "园区内部及周边水系" })
        .Choice(r => r.Kind, "类型", ["河流", "湖泊", "水库", "渠道", "海域"], f => f with { IsRequired = true })
        .Choice(r => r.Position, "位置", ["园区内部", "园区周边"], f => f with { IsRequired = true })
        .Choice(r => r.TargetClass, "水质目标", ["Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类"])
        .Text(r => r.Function, "水环境功能")
        .Text(r => r.FlowsTo, "汇入")
        .Shape(r => r.Shape, "走向或范围")
        .Derived(ParkDistance.Fields, (db, waters, token) => ParkDistance.Of(db, waters, one => ParkDistance.ShapeOf(one.Shape), token))
        .ForEnterprises();
}
