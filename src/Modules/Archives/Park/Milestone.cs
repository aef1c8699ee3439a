using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Park;

/// <summary>发展历程: what happened when.</summary>
public sealed class Milestone : Record
{
    public string Title { get; set; } = "";

    public DateOnly? Day { get; set; }

    public string Kind { get; set; } = "";

    public string Note { get; set; } = "";
}

internal static class MilestoneType
{
    public static RecordType<Milestone> Create() => new RecordType<Milestone>("milestones", "发展历程")
        .In(Chapter.Title, "7.2.1", "园区设立、扩区、更名、重大项目等大事。", 4)
        .Text(r => r.Title, "事件", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.Day, "日期", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Choice(r => r.Kind, "类别", ["设立", "扩区或调整", "更名", "重大项目", "环境整治", "其他"])
        .LongText(r => r.Note, "说明", f => f with { IsListed = true })
        .ForEnterprises();
}
