using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>Whom to call.</summary>
public sealed class EnterpriseContact : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Name { get; set; } = "";

    public string Duty { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Note { get; set; } = "";
}

internal static class EnterpriseContactType
{
    public static RecordType<EnterpriseContact> Create() => new RecordType<EnterpriseContact>("enterprise-contacts", "企业联系人")
        .In(Chapter.Title, "7.2.2", "各企业的环保、安全、值班联系人。", 7).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Name, "姓名", f => f with { IsRequired = true, IsKey = true, MaxLength = 50 })
        .Choice(r => r.Duty, "职责", ["法定代表人", "环保负责人", "环保专员", "安全负责人", "值班电话", "其他"], f => f with { IsRequired = true })
        .Text(r => r.Phone, "电话", f => f with { IsRequired = true, IsSearched = true, MaxLength = 30, Check = PhoneNumber.Check })
        .Text(r => r.Email, "邮箱", f => f with { MaxLength = 100, Check = text => text.Contains('@', StringComparison.Ordinal) ? null : $"“{text}”不是邮箱地址。" })
        .Text(r => r.Note, "备注");
}
