using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Fence.Actions;

/// <summary>厂界行动值: how much the park lets a plant add at its fence over a year before the cause is looked for.</summary>
public sealed class FenceAction : Record
{
    public string Factor { get; set; } = "";

    public double? Level { get; set; }

    public string Unit { get; set; } = "";

    public DateOnly? Since { get; set; }

    public string Basis { get; set; } = "";

    public string Title { get; set; } = "";
}

internal static class FenceActionType
{
    public const string Name = "fence-actions";

    public static RecordType<FenceAction> Create() => new RecordType<FenceAction>(Name, "厂界行动值")
        .In(Chapter.Title, Chapter.Fugitive, "厂界最高减最低的年均值超过它时查找原因；由园区设定，不是排放标准。", 18).SeenByEnterprises()
        .Code(r => r.Factor, "监测因子", ManualFactors.Dictionary, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Stored(r => r.Title, "名称", r => ManualFactors.Title(r.Factor), f => f with { IsTitle = true, IsSearched = true, IsListed = false, MaxLength = 100 })
        .Number(r => r.Level, "行动值", "", f => f with { IsRequired = true, Min = 0.000_001, Max = 1_000 })
        .Choice(r => r.Unit, "单位", ["μg/m³", "mg/m³"], f => f with { IsRequired = true })
        .Date(r => r.Since, "执行起", f => f with { IsRequired = true, IsKey = true })
        .Text(r => r.Basis, "依据", f => f with { IsRequired = true, MaxLength = 200, Help = "园区文件、协议或参照的规定" });
}
