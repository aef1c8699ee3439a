using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Park;

/// <summary>园区基础设施: sewage works, central heating, waste treatment, with their running state.</summary>
public sealed class ParkFacility : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Operator { get; set; } = "";

    public double? Capacity { get; set; }

    public string CapacityUnit { get; set; } = "";

    public double? Load { get; set; }

    public string RunningState { get; set; } = "";

    public DateOnly? StateSince { get; set; }

    public string DischargesTo { get; set; } = "";

    public string Process { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }
}

internal static class ParkFacilityType
{
    public static RecordType<ParkFacility> Create() => new RecordType<ParkFacility>("park-facilities", "园区基础设施")
        .In(Chapter.Title, "7.2.1", "污水处理、集中供热、固废处理设施的能力和运行状态。", 2)
        .Text(r => r.Name, "设施名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 100 })
        .Choice(r => r.Kind, "设施类型", ["污水集中处理", "集中供热", "固废集中处理", "危废集中处置", "事故应急池", "其他"], f => f with { IsRequired = true })
        .Text(r => r.Operator, "运营单位", f => f with { IsSearched = true })
        .Number(r => r.Capacity, "设计能力", "", f => f with { Min = 0 })
        .Choice(r => r.CapacityUnit, "能力单位", ["m³/d", "t/h", "t/d", "t/a", "m³"], f => f with { IsFilter = false })
        .Number(r => r.Load, "当前负荷", "%", f => f with { Min = 0, Max = 300, Decimals = 1 })
        .Choice(r => r.RunningState, "运行状态", ["正常运行", "检修", "停运", "在建"], f => f with { IsRequired = true })
        .Date(r => r.StateSince, "状态起始")
        .Text(r => r.Process, "主要工艺", f => f with { IsListed = false })
        .Text(r => r.DischargesTo, "排放去向", f => f with { IsListed = false })
        .Location(r => r.Longitude, r => r.Latitude)
        .Check(r => r.Capacity is not null && r.CapacityUnit.Length == 0 ? new("unit", "填写了设计能力，请选择能力单位。", "capacityUnit") : null)
        .ForEnterprises();
}
