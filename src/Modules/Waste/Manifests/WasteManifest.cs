using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Manifests;

/// <summary>转移联单: one vehicle's trip, weighed when it leaves and when it is received.</summary>
public sealed class WasteManifest : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Number { get; set; } = "";

    public int DisposerId { get; set; }

    public string Carrier { get; set; } = "";

    public string Vehicle { get; set; } = "";

    public string Driver { get; set; } = "";

    public string DriverPhone { get; set; } = "";

    public DateTime? LeftAt { get; set; }

    public DateTime? ArrivedAt { get; set; }

    public DateTime? SignedAt { get; set; }

    public string Verdict { get; set; } = "";

    public string SignedBy { get; set; } = "";

    public string Note { get; set; } = "";

    public List<ManifestItem> Items { get; set; } = [];

    public double? Sent { get; set; }

    public double? Received { get; set; }

    public double? Difference { get; set; }

    public string State { get; set; } = "";
}

internal static class WasteManifestType
{
    public const string Name = "waste-manifests";

    public static RecordType<WasteManifest> Create() => new RecordType<WasteManifest>(Name, "转移联单")
        .In(Chapter.Title, Chapter.Section, "固体废物转移：出厂与接收重量、运输、确认接收；五个工作日未接收或重量不符即报警。", 35).ForEnterprises()
        .Reference(r => r.EnterpriseId, "移出单位", EnterpriseType.Name)
        .Text(r => r.Number, "联单编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 14, Check = WasteRules.CheckManifestNumber, Help = "14 位：年份、省、市、流水号" })
        .Reference(r => r.DisposerId, "接收单位", WasteDisposerType.Name)
        .Stored(r => r.State, "状态", ManifestForm.StateOf, f => f with { MaxLength = 10, IsFilter = true })
        .Moment(r => r.LeftAt, "出厂时间", f => f with { IsRequired = true, IsFilter = true })
        .Rows(r => r.Items, "明细", rows => rows
            .Text(i => i.Batch, "委外批次编码", f => f with { IsRequired = true, IsKey = true, MaxLength = 30 })
            .Reference(i => i.KindId, "废物", WasteKindType.Name)
            .Number(i => i.Sent, "移出量", "t", f => f with { IsRequired = true, Min = 0, Max = 1_000_000, Decimals = 6 })
            .Number(i => i.Received, "接收量", "t", f => f with { Min = 0, Max = 1_000_000, Decimals = 6 })
            .Text(i => i.Packing, "包装", f => f with { MaxLength = 50 })
            .Integer(i => i.Count, "件数", "", f => f with { Min = 1, Max = 100_000 }), f => f with { IsRequired = true })
        .Part("运输")
        .Text(r => r.Carrier, "运输单位", f => f with { IsRequired = true, MaxLength = 100 })
        .Text(r => r.Vehicle, "车牌号", f => f with { IsRequired = true, IsSearched = true, MaxLength = 20 })
        .Text(r => r.Driver, "驾驶员", f => f with { IsListed = false, MaxLength = 50 })
        .Text(r => r.DriverPhone, "驾驶员电话", f => f with { IsListed = false, MaxLength = 30, Check = PhoneNumber.Check })
        .Part("接收")
        .Moment(r => r.ArrivedAt, "运抵时间", f => f with { IsListed = false })
        .Moment(r => r.SignedAt, "确认接收时间", f => f with { Help = $"接收单位应在 {WasteRules.ReceiptWorkingDays} 个工作日内确认" })
        .Choice(r => r.Verdict, "接收意见", ["接收", "部分接收", "拒收"])
        .Text(r => r.SignedBy, "接收人", f => f with { IsListed = false, MaxLength = 50 })
        .Stored(r => r.Sent, "移出量合计", r => Sum(r.Items.Select(item => item.Sent)), f => f with { Unit = "t", Decimals = 4 })
        .Stored(r => r.Received, "接收量合计", r => Sum(r.Items.Select(item => item.Received)), f => f with { Unit = "t", Decimals = 4 })
        .Stored(r => r.Difference, "重量差", r => r.SignedAt is null ? null : Sum([r.Received ?? 0, -r.Sent]), f => f with { Unit = "t", Decimals = 4, IsFilter = true })
        .LongText(r => r.Note, "说明")
        .Check(ManifestForm.Check);

    /// <summary><see langword="null"/> where nobody has weighed anything.</summary>
    internal static double? Sum(IEnumerable<double?> amounts) => amounts.OfType<double>().ToList() is { Count: > 0 } given ? Math.Round(given.Sum(), 6) : null;
}
