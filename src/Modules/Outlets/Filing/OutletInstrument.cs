using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>An analyser or meter at an outlet. Acceptance documents are its attachments.</summary>
public sealed class OutletInstrument : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int OutletId { get; set; }

    public string Factor { get; set; } = "";

    public string Make { get; set; } = "";

    public string Model { get; set; } = "";

    public string Serial { get; set; } = "";

    public string Principle { get; set; } = "";

    public double? RangeFrom { get; set; }

    public double? RangeTo { get; set; }

    public string Unit { get; set; } = "";

    public DateOnly? AcceptedOn { get; set; }

    public string AcceptanceNumber { get; set; } = "";

    public double? CalibrationDays { get; set; }
}

internal static class OutletInstrumentType
{
    public const string Name = "outlet-instruments";

    public static RecordType<OutletInstrument> Create() => new RecordType<OutletInstrument>(Name, "排口监测仪器")
        .In(Chapter.Title, "7.4.1", "各排口的分析仪、流量计：型号、量程、验收与校准周期；验收文件作为附件。", 6)
        .ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.OutletId, "排口", OutletFilingType.Name, f => f with { IsKey = true })
        .Code(r => r.Factor, "因子", "factors", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Text(r => r.Model, "型号", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Text(r => r.Make, "生产厂家", f => f with { IsSearched = true, MaxLength = 100 })
        .Text(r => r.Serial, "出厂编号", f => f with { IsKey = true, IsRequired = true, MaxLength = 100 })
        .Text(r => r.Principle, "测量原理", f => f with { MaxLength = 100, Help = "如 非分散红外、紫外差分、重铬酸钾氧化" })
        .Number(r => r.RangeFrom, "量程下限", "", f => f with { IsListed = false, Decimals = 4 })
        .Number(r => r.RangeTo, "量程上限", "", f => f with { Decimals = 4 })
        .Text(r => r.Unit, "量程单位", f => f with { MaxLength = 20 })
        .Date(r => r.AcceptedOn, "验收日期")
        .Text(r => r.AcceptanceNumber, "验收文号", f => f with { MaxLength = 100, IsListed = false, Help = "验收报告请作为附件上传" })
        .Number(r => r.CalibrationDays, "校准周期", "天", f => f with { Min = 0.5, Max = 366, Help = "超过周期没有合格的校准，按失控处理（HJ 75-2017，待核对）；不填不查" })
        .Check(r => r.RangeTo <= r.RangeFrom ? new("range", "量程上限应大于下限。", "rangeTo") : null);
}
