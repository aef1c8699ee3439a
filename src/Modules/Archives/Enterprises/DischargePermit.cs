using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>排污许可证.</summary>
public sealed class DischargePermit : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Number { get; set; } = "";

    public string Category { get; set; } = "";

    public string IssuedBy { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string State { get; set; } = "";

    public string Requirements { get; set; } = "";
}

internal static class DischargePermitType
{
    public const string Name = "permits";

    public static RecordType<DischargePermit> Create() => new RecordType<DischargePermit>(Name, "排污许可证")
        .In(Chapter.Title, "7.2.2", "各企业的排污许可证和有效期；排口、限值和许可总量分列。", 8).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Text(r => r.Number, "许可证编号", f => f with { IsRequired = true, IsKey = true, MaxLength = 30, Help = "统一社会信用代码加三位序号和一位字母，如 …001P" })
        .Choice(r => r.Category, "管理类别", ["重点管理", "简化管理", "登记管理"], f => f with { IsRequired = true })
        .Text(r => r.IssuedBy, "核发部门")
        .Date(r => r.IssuedOn, "发证日期", f => f with { IsListed = false })
        .Date(r => r.ValidFrom, "有效期起", f => f with { IsRequired = true })
        .Date(r => r.ValidTo, "有效期止", f => f with { IsRequired = true, IsFilter = true })
        .Choice(r => r.State, "状态", ["有效", "延续办理中", "已注销", "已过期"], f => f with { IsRequired = true })
        .LongText(r => r.Requirements, "其他管理要求")
        .Check(r => r.ValidTo < r.ValidFrom ? new("days", "有效期止不能早于有效期起。", "validTo") : null);
}
