using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>What an enterprise means to do with one hazardous waste in a year: its line of tables A.3 to A.7 of HJ 1259-2022.</summary>
public sealed class WastePlan : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int? Year { get; set; }

    public int KindId { get; set; }

    public double? Expected { get; set; }

    public string Facility { get; set; } = "";

    public string OwnMethod { get; set; } = "";

    public double? OwnTonnes { get; set; }

    public string OwnFacility { get; set; } = "";

    public string Packing { get; set; } = "";

    public double? Left { get; set; }

    public double? Reduction { get; set; }

    public string Measures { get; set; } = "";

    public string Transfer { get; set; } = "";

    public double? TransferTonnes { get; set; }

    public string TransferMethod { get; set; } = "";

    public int? DisposerId { get; set; }

    public string Title { get; set; } = "";
}

internal static class WastePlanType
{
    public const string Name = "waste-plans";

    /// <summary>Nothing leaves the plant.</summary>
    public const string Stays = "不转移";

    public static RecordType<WastePlan> Create() => new RecordType<WastePlan>(Name, "危废管理计划")
        .In(Chapter.Title, Chapter.Section, "各企业一年的危险废物管理计划，一种废物一条（HJ 1259-2022 附录 A 表 A.3～A.7）；据此生成管理计划表。", 38).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Integer(r => r.Year, "年度", "", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Min = 2000, Max = 2099 })
        .Reference(r => r.KindId, "废物", WasteKindType.Name, f => f with { IsKey = true })
        .Part("产生（A.3）")
        .Number(r => r.Expected, "本年预计产生量", "t", f => f with { IsRequired = true, Min = 0, Max = 1_000_000, Decimals = 4 })
        .Text(r => r.Facility, "产废设施", f => f with { IsListed = false, MaxLength = 100, Help = "设施编码和名称，与排污许可证一致" })
        .Part("贮存与自行利用处置（A.4、A.5）")
        .Text(r => r.Packing, "包装形式", f => f with { IsListed = false, MaxLength = 50 })
        .Number(r => r.Left, "预计年底剩余量", "t", f => f with { Min = 0, Decimals = 4, IsListed = false })
        .Text(r => r.OwnMethod, "自行利用处置方式", f => f with { IsListed = false, MaxLength = 50, Help = "HJ 1033 附录 F 的代码" })
        .Number(r => r.OwnTonnes, "预计自行利用处置量", "t", f => f with { Min = 0, Decimals = 4 })
        .Text(r => r.OwnFacility, "自行利用处置设施", f => f with { IsListed = false, MaxLength = 100, Help = "设施类型、编码和设计能力" })
        .Part("减少（A.6）")
        .Number(r => r.Reduction, "预计减少量", "t", f => f with { Min = 0, Decimals = 4, IsListed = false })
        .LongText(r => r.Measures, "减量化计划和措施")
        .Part("转移（A.7）")
        .Choice(r => r.Transfer, "转移类型", ["省内转移", "跨省转移", "境外转移", Stays], f => f with { IsRequired = true })
        .Number(r => r.TransferTonnes, "预计转移量", "t", f => f with { Min = 0, Max = 1_000_000, Decimals = 4 })
        .Text(r => r.TransferMethod, "利用处置方式", f => f with { IsListed = false, MaxLength = 50 })
        .OptionalReference(r => r.DisposerId, "拟接收单位", WasteDisposerType.Name)
        .Stored(r => r.Title, "计划", r => $"{r.Year} 年计划", f => f with { IsTitle = true, IsListed = false, MaxLength = 20 })
        .Check(Check);

    internal static Problem? Check(WastePlan plan)
    {
        var moves = plan.Transfer != Stays;
        if (moves && plan.TransferTonnes is not > 0)
            return new("transfer", $"{plan.Transfer}请填写预计转移量。", "transferTonnes");
        if (moves && plan.DisposerId is null)
            return new("disposer", $"{plan.Transfer}请选择拟接收单位。", "disposerId");
        if (!moves && plan.TransferTonnes is > 0)
            return new("transfer", "不转移的不填预计转移量。", "transferTonnes");
        return plan.OwnTonnes is > 0 && plan.OwnMethod.Length == 0 ? new("method", "有自行利用处置量，请填写方式。", "ownMethod") : null;
    }
}
