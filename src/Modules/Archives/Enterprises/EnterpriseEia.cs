using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>建设项目环评与验收.</summary>
public sealed class EnterpriseEia : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Project { get; set; } = "";

    public string Kind { get; set; } = "";

    public string ApprovalNumber { get; set; } = "";

    public string Authority { get; set; } = "";

    public DateOnly? ApprovedOn { get; set; }

    public DateOnly? AcceptedOn { get; set; }

    public string Acceptance { get; set; } = "";

    public string Requirements { get; set; } = "";
}

internal static class EnterpriseEiaType
{
    public static RecordType<EnterpriseEia> Create() => new RecordType<EnterpriseEia>("enterprise-eias", "建设项目环评")
        .In(Chapter.Title, "7.2.2", "各企业建设项目的环评批复和竣工环保验收。", 11).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Project, "项目名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 150 })
        .Choice(r => r.Kind, "环评类别", ["报告书", "报告表", "登记表"], f => f with { IsRequired = true })
        .Text(r => r.ApprovalNumber, "批复文号", f => f with { IsSearched = true })
        .Text(r => r.Authority, "审批部门", f => f with { IsListed = false })
        .Date(r => r.ApprovedOn, "批复日期", f => f with { IsFilter = true })
        .Choice(r => r.Acceptance, "验收情况", ["已验收", "未验收", "部分验收", "无需验收"])
        .Date(r => r.AcceptedOn, "验收日期")
        .LongText(r => r.Requirements, "批复要点")
        .Check(r => r.AcceptedOn < r.ApprovedOn ? new("days", "验收日期不能早于批复日期。", "acceptedOn") : null);
}
