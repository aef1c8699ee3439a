using EcoPark.Contracts;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>A limit or a permitted total of the permit, for one factor at one outlet.</summary>
public sealed class PermitLimit : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int PermitOutletId { get; set; }

    public string Factor { get; set; } = "";

    public double? Limit { get; set; }

    public string Unit { get; set; } = "";

    public double? Rate { get; set; }

    public double? AnnualTotal { get; set; }

    public string Standard { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }
}

internal static class PermitLimitType
{
    public const string Name = PermitRecords.Limits;

    public static RecordType<PermitLimit> Create() => new RecordType<PermitLimit>(Name, "许可限值与总量")
        .In(Chapter.Title, "7.2.2", "许可证对各排放口、各因子的浓度限值、速率限值和年许可排放量。", 10).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.PermitOutletId, "排放口", PermitOutletType.Name, f => f with { IsFilter = false, IsKey = true })
        .Code(r => r.Factor, "因子", FactorDictionary.Name, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Number(r => r.Limit, "浓度限值", "", f => f with { Min = 0, Decimals = 4 })
        .Choice(r => r.Unit, "浓度单位", ["mg/m³", "μg/m³", "ng-TEQ/m³", "mg/L", "μg/L", "无量纲", "dB(A)"], f => f with { IsFilter = false })
        .Number(r => r.Rate, "速率限值", "kg/h", f => f with { Min = 0, Decimals = 4 })
        .Number(r => r.AnnualTotal, "年许可排放量", "t/a", f => f with { Min = 0, Decimals = 4 })
        .Text(r => r.Standard, "执行标准", f => f with { IsSearched = true, Help = "标准编号和名称，如 GB 31572-2015" })
        .Date(r => r.ValidFrom, "执行起", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.ValidTo, "执行止")
        .Check(r => r.ValidTo < r.ValidFrom ? new("days", "执行止不能早于执行起。", "validTo") : null)
        .Check(r => r.Limit is null && r.Rate is null && r.AnnualTotal is null ? new("empty", "浓度限值、速率限值、年许可排放量至少填写一项。", "limit") : null)
        .Check(r => r.Limit is not null && r.Unit.Length == 0 ? new("unit", "填写了浓度限值，请选择浓度单位。", "unit") : null);
}
