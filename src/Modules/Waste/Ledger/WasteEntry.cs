using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>One batch at one link of the ledger. What it came from is named by batch code, as the standard does, so that a year can be imported as one file.</summary>
public sealed class WasteEntry : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Stage { get; set; } = "";

    public string Code { get; set; } = "";

    public DateTime? At { get; set; }

    public int KindId { get; set; }

    public double? Amount { get; set; }

    public string SourceCode { get; set; } = "";

    public int? StoreId { get; set; }

    public int? DisposerId { get; set; }

    public string Method { get; set; } = "";

    public string Container { get; set; } = "";

    public string ContainerKind { get; set; } = "";

    public int? ContainerCount { get; set; }

    public string Facility { get; set; } = "";

    public string Handler { get; set; } = "";

    public string Carrier { get; set; } = "";

    public string Note { get; set; } = "";

    public string Class { get; set; } = "";

    public DateOnly? Day { get; set; }

    public int Month { get; set; }
}

internal static class WasteEntryType
{
    public const string Name = "waste-ledger";

    public static RecordType<WasteEntry> Create() => new RecordType<WasteEntry>(Name, "固废台账")
        .In(Chapter.Title, Chapter.Section, "危险废物（HJ 1259-2022）与一般固废的产生、入库、出库、自行利用处置、委外记录；库存由此算出。", 34).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Choice(r => r.Stage, "环节", LedgerStage.All, f => f with { IsRequired = true })
        .Text(r => r.Code, "批次编码", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 30, Help = "环节首字母＋日期＋序号：HWCS 产生、HWRK 入库、HWCK 出库、HWZXLY／HWZXCZ 自行利用／处置、HWWWLY／HWWWCZ 委外；一般固废 CS、RK、CK、ZXLY、ZXCZ、CCLY、CCCZ" })
        .Moment(r => r.At, "时间", f => f with { IsRequired = true, IsFilter = true })
        .Reference(r => r.KindId, "废物", WasteKindType.Name)
        .Number(r => r.Amount, "数量", "t", f => f with { IsRequired = true, Min = 0, Max = 1_000_000, Decimals = 6 })
        .Text(r => r.SourceCode, "前序批次编码", f => f with { IsSearched = true, MaxLength = 30, Help = "入库写产生批次，出库写入库批次，利用处置和委外写产生或出库批次" })
        .OptionalReference(r => r.StoreId, "贮存设施", WasteStoreType.Name)
        .OptionalReference(r => r.DisposerId, "接收单位", WasteDisposerType.Name)
        .Text(r => r.Method, "利用处置方式", f => f with { MaxLength = 50, Help = "按 HJ 1033 附录 F 填写代码（代码表待核对，不作校验）" })
        .Part("容器与经办")
        .Text(r => r.Container, "容器编码", f => f with { IsSearched = true, IsListed = false, MaxLength = 100 })
        .Text(r => r.ContainerKind, "容器类型", f => f with { IsListed = false, MaxLength = 50 })
        .Integer(r => r.ContainerCount, "容器数量", "个", f => f with { Min = 1, Max = 100_000, IsListed = false })
        .Text(r => r.Facility, "产生（利用处置）设施", f => f with { IsListed = false, MaxLength = 100, Help = "设施编码和名称" })
        .Text(r => r.Handler, "经办人", f => f with { MaxLength = 50 })
        .Text(r => r.Carrier, "运送经办人", f => f with { IsListed = false, MaxLength = 50 })
        .Text(r => r.Note, "备注", f => f with { IsListed = false })
        .Stored(r => r.Class, "类别", r => LedgerStage.IsHazardous(r.Code) ? WasteWords.Hazardous : WasteWords.General, f => f with { MaxLength = 20, IsFilter = true })
        .Stored(r => r.Day, "日期", r => r.At is { } at ? DateOnly.FromDateTime(ParkTime.FromUtc(at)) : null, f => f with { IsListed = false })
        .Stored(r => r.Month, "月份", r => r.Day is { } day ? (day.Year * 100) + day.Month : 0, f => f with { IsListed = false })
        .Check(EntryForm.Check);
}
