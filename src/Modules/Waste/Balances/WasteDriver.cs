using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Waste.Balances;

/// <summary>产废对照量: what the generation of a waste goes with, in a month: product, carbon bought, load treated.</summary>
public sealed class WasteDriver : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int KindId { get; set; }

    public string Basis { get; set; } = "";

    public string Item { get; set; } = "";

    public DateOnly? Month { get; set; }

    public double? Amount { get; set; }

    public string Unit { get; set; } = "";

    public string Source { get; set; } = "";

    public string Title { get; set; } = "";
}

internal static class WasteDriverType
{
    public const string Name = "waste-drivers";

    public const string Product = "产品产量";
    public const string Carbon = "活性炭购入";
    public const string Load = "COD 去除量";

    public static RecordType<WasteDriver> Create() => new RecordType<WasteDriver>(Name, "产废对照量")
        .In(Chapter.Title, Chapter.Section, "每月与产废量对照的量：产品产量、活性炭购入量、废水 COD 去除量、燃煤量等；物料平衡按它算产废系数。", 39).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Reference(r => r.KindId, "废物", WasteKindType.Name, f => f with { IsKey = true })
        .Choice(r => r.Basis, "对照项", [Product, "原料用量", Carbon, Load, "燃煤量", "其他"], f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Text(r => r.Item, "名称", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 60, Help = "如 环氧树脂、RTO 前活性炭箱；各月写法一致才能比较" })
        .Date(r => r.Month, "月份", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Help = "写该月 1 日" })
        .Number(r => r.Amount, "数量", "", f => f with { IsRequired = true, Min = 0, Max = 1_000_000_000 })
        .Choice(r => r.Unit, "单位", ["t", "kg", "m³", "万 m³", "件", "万件"], f => f with { IsRequired = true })
        .Text(r => r.Source, "数据来源", f => f with { MaxLength = 200, IsListed = false, Help = "如 生产报表、发票、运行台账" })
        .Stored(r => r.Title, "对照", r => $"{r.Item} {r.Month:yyyy-MM}", f => f with { IsTitle = true, IsSearched = true, IsListed = false, MaxLength = 80 })
        .Check(Check);

    internal static Problem? Check(WasteDriver driver, DateTime now)
    {
        if (driver.Month is { Day: not 1 })
            return new("month", $"月份写该月 1 日，如 {driver.Month.Value:yyyy-MM}-01。", "month");
        if (driver.Month > ParkWords.DayOf(now))
            return new("future", $"{driver.Month:yyyy-MM} 还没有到。", "month");
        return driver.Basis == Carbon && driver.Unit is not ("t" or "kg") ? new("unit", "活性炭购入按重量填写，单位选 t 或 kg，才能与废活性炭产生量比较。", "unit") : null;
    }
}
