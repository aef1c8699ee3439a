using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Surroundings;

/// <summary>园区内部及周边道路.</summary>
public sealed class Road : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public double? Width { get; set; }

    public string Limits { get; set; } = "";

    public string Shape { get; set; } = "";
}

internal static class RoadType
{
    public static RecordType<Road> Create() => new RecordType<Road>("roads", "周边道路")
        .In(Chapter.Title, "7.2.3", "园区内部和周边的道路，供疏散、管控和走航使用。", 14)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 100 })
        .Choice(r => r.Kind, "类型", ["高速公路", "国道", "省道", "城市主干路", "园区道路", "铁路", "航道"], f => f with { IsRequired = true })
        .Number(r => r.Width, "宽度", "m", f => f with { Min = 0, Max = 1_000, Decimals = 1 })
        .Text(r => r.Limits, "通行限制")
        .Shape(r => r.Shape, "走向")
        .Derived(ParkDistance.Fields, (db, roads, token) => ParkDistance.Of(db, roads, one => ParkDistance.ShapeOf(one.Shape), token))
        .ForEnterprises();
}
