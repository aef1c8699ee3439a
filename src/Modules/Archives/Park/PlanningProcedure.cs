using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Park;

/// <summary>规划、规划环评和跟踪评价手续.</summary>
public sealed class PlanningProcedure : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Authority { get; set; } = "";

    public string Number { get; set; } = "";

    public DateOnly? ApprovedOn { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Compiler { get; set; } = "";

    public string Requirements { get; set; } = "";

    public string Progress { get; set; } = "";
}

internal static class PlanningProcedureType
{
    public static RecordType<PlanningProcedure> Create() => new RecordType<PlanningProcedure>("planning", "规划环评与跟踪评价")
        .In(Chapter.Title, "7.2.1", "规划、规划环评、跟踪评价的批复和要求落实情况；批复文件作为附件。", 3)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true })
        .Choice(r => r.Kind, "类别", ["园区规划", "规划环评", "环境影响跟踪评价", "区域评估"], f => f with { IsRequired = true })
        .Text(r => r.Authority, "批复（审查）部门", f => f with { IsSearched = true })
        .Text(r => r.Number, "批复文号", f => f with { IsSearched = true })
        .Date(r => r.ApprovedOn, "批复时间", f => f with { IsFilter = true })
        .Date(r => r.ValidTo, "应开展下次评价的日期", f => f with { Help = "跟踪评价一般每五年开展一次" })
        .Text(r => r.Compiler, "编制单位", f => f with { IsListed = false })
        .LongText(r => r.Requirements, "批复要求")
        .LongText(r => r.Progress, "落实情况")
        .Check(r => r.ValidTo < r.ApprovedOn ? new("days", "下次评价的日期不能早于批复时间。", "validTo") : null);
}
