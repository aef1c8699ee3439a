using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Plans;

/// <summary>自行监测方案: how often a factor is measured at a point.</summary>
public sealed class ManualPlan : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int PointId { get; set; }

    public string Factor { get; set; } = "";

    public int? Times { get; set; }

    public string Per { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? Samples { get; set; }

    public string Method { get; set; } = "";

    public string Basis { get; set; } = "";

    public string Title { get; set; } = "";
}

internal static class ManualPlanType
{
    public const string Name = "manual-plans";

    public static RecordType<ManualPlan> Create() => new RecordType<ManualPlan>(Name, "自行监测方案")
        .In(Chapter.Title, Chapter.Manual, "各点位、各因子的监测频次（HJ 819-2017 和许可证）；应测、缺测和完成率按它算出。", 13).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.PointId, "监测点位", ManualPointType.Name, f => f with { IsKey = true })
        .Code(r => r.Factor, "监测因子", ManualFactors.Dictionary, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Stored(r => r.Title, "名称", r => ManualFactors.Title(r.Factor), f => f with { IsTitle = true, IsSearched = true, IsListed = false, MaxLength = 100 })
        .Integer(r => r.Times, "次数", "次", f => f with { IsRequired = true, Min = 1, Max = 31 })
        .Choice(r => r.Per, "每", PlanPeriods.All, f => f with { IsRequired = true, IsFilter = true })
        .Date(r => r.From, "执行起", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.To, "执行止")
        .Integer(r => r.Samples, "每次样品数", "个", f => f with { Min = 1, Max = 24, IsListed = false, Help = "如废气 1 h 内 3 个样品" })
        .Text(r => r.Method, "分析方法", f => f with { MaxLength = 100, IsListed = false })
        .Text(r => r.Basis, "依据", f => f with { MaxLength = 200, Help = "如 排污许可证、HJ 819-2017、行业自行监测指南" })
        .Check(r => r.To < r.From ? new("days", "执行止不能早于执行起。", "to") : null);
}
