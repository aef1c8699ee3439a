using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>刷卡排污 quota: how much of a factor (or of water) an outlet may discharge in a period by its card.</summary>
public sealed class DischargeQuota : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int FilingId { get; set; }

    public string CardNumber { get; set; } = "";

    public string Factor { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public double? Quota { get; set; }

    public string Unit { get; set; } = "";

    public string Basis { get; set; } = "";

    /// <summary>The quota in kg, or m³ where water is counted.</summary>
    public double Amount => (Quota ?? 0) * (Unit == DischargeQuotaType.Tonnes ? 1_000 : 1);

    /// <summary>Volume counts, not mass.</summary>
    public bool IsVolume => Unit == DischargeQuotaType.CubicMetres;
}

internal static class DischargeQuotaType
{
    public const string Name = "discharge-quotas";
    public const string Kilograms = "kg";
    public const string Tonnes = "t";
    public const string CubicMetres = "m³";

    public static RecordType<DischargeQuota> Create(QuotaUse use) => new RecordType<DischargeQuota>(Name, "刷卡排污配额")
        .In(Chapter.Title, "7.4.1", "各排口、因子在一段时期内的刷卡排放配额；用量自动累计，达 80 %、90 %、100 % 报警。", 8)
        .SeenByEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.FilingId, "排口", OutletFilingType.Name, f => f with { IsKey = true })
        .Text(r => r.CardNumber, "卡号", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 50 })
        .Code(r => r.Factor, "因子", "factors", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Help = "按水量计的选污水（w00000）" })
        .Date(r => r.From, "起", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.To, "止", f => f with { IsRequired = true })
        .Number(r => r.Quota, "配额", "", f => f with { IsRequired = true, Min = 0, Decimals = 4 })
        .Choice(r => r.Unit, "单位", [Kilograms, Tonnes, CubicMetres], f => f with { IsRequired = true, IsFilter = false })
        .Text(r => r.Basis, "依据", f => f with { IsListed = false, Help = "许可证、总量指标文件等" })
        .Derived(
            [new("used", "已用", FieldKind.Text) { Content = "刷卡排污总量统计" }, new("share", "使用比例", FieldKind.Text)],
            async (db, quotas, token) =>
            {
                var used = await use.Of(db, quotas, token).ConfigureAwait(false);
                return [.. quotas.Select(quota => new Dictionary<string, object?> { ["used"] = QuotaWords.Amount(used[quota.Id], quota), ["share"] = QuotaWords.Share(used[quota.Id], quota) })];
            })
        .Check(r => r.To < r.From ? new("days", "止不能早于起。", "to") : null)
        .Check(r => r.Quota is > 0 ? null : new("quota", "配额应大于 0。", "quota"));
}
