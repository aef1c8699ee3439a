using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Sources;

/// <summary>无组织排放源 of an enterprise, with what is done against it and how often that is looked at.</summary>
public sealed class FugitiveSource : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Material { get; set; } = "";

    public double? Size { get; set; }

    public double? VapourPressure { get; set; }

    public string Control { get; set; } = "";

    public string Measure { get; set; } = "";

    public string Facility { get; set; } = "";

    public int? CycleMonths { get; set; }

    public DateOnly? Since { get; set; }

    public DateOnly? Until { get; set; }

    public string Chapter { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public string Note { get; set; } = "";
}

internal static class FugitiveSourceType
{
    public const string Name = "fugitive-sources";

    public const string CoolingWater = "循环冷却水";

    /// <summary>Nothing is done against it.</summary>
    public const string Uncontrolled = "无控制措施";

    /// <summary>Kinds with the chapter of GB 37822-2019 that speaks of them; dust is not its matter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["储罐"] = "GB 37822-2019 第 5 章",
        ["VOCs 物料储存（包装）"] = "GB 37822-2019 第 5 章",
        ["转移和输送（装卸）"] = "GB 37822-2019 第 6 章",
        ["工艺过程"] = "GB 37822-2019 第 7 章",
        ["废水集输和处理（敞开液面）"] = "GB 37822-2019 第 9 章",
        [CoolingWater] = "GB 37822-2019 第 9 章",
        ["物料堆场"] = "",
        ["道路与扬尘"] = "",
        ["其他"] = "",
    };

    public static RecordType<FugitiveSource> Create() => new RecordType<FugitiveSource>(Name, "无组织排放源")
        .In(Manual.Chapter.Title, Manual.Chapter.Fugitive, "各企业储罐、装卸、敞开液面、循环冷却水、堆场等无组织排放源，控制措施和检查周期。", 18).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Code, "编号", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 40, Help = "设施编码，如 MF0012、V-101" })
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Kind, "类型", [.. Kinds.Keys], f => f with { IsRequired = true })
        .Text(r => r.Material, "物料（污染物）", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100 })
        .Number(r => r.Size, "容积（面积）", "", f => f with { Min = 0, IsListed = false, Help = "储罐、水池填容积 m³，堆场、敞开液面填面积 m²" })
        .Number(r => r.VapourPressure, "真实蒸气压", "kPa", f => f with { Min = 0, Max = 200, IsListed = false, Help = "储存温度下；储罐填写" })
        .Part("控制")
        .Choice(r => r.Control, "控制方式", ["密闭", "加盖", "浮顶", "固定顶＋废气处理", "气相平衡", "局部收集处理", "喷淋抑尘", "围挡覆盖", Uncontrolled], f => f with { IsRequired = true })
        .Text(r => r.Measure, "措施说明", f => f with { IsListed = false, MaxLength = 200 })
        .Text(r => r.Facility, "去向（治理设施）", f => f with { IsListed = false, MaxLength = 100, Help = "收集处理的填设施编码和排放口" })
        .Integer(r => r.CycleMonths, "检查周期", "月", f => f with { IsRequired = true, Min = 1, Max = 24, Help = "循环冷却水的 TOC 检测一般 6 个月（待核对）" })
        .Date(r => r.Since, "启用日期", f => f with { IsRequired = true, IsListed = false, Help = "第一次检查的期限由它算起" })
        .Date(r => r.Until, "停用日期", f => f with { IsListed = false, IsFilter = true })
        .Stored(r => r.Chapter, "依据", r => Kinds.GetValueOrDefault(r.Kind, ""), f => f with { MaxLength = 40, IsListed = false })
        .Location(r => r.Longitude, r => r.Latitude)
        .LongText(r => r.Note, "说明")
        .Check(r => r.Until < r.Since ? new("days", "停用日期不能早于启用日期。", "until") : null)
        .Check(r => r.Control == Uncontrolled && r.Note.Length == 0 ? new("control", "没有控制措施的，请在说明中写明原因。", "note") : null);
}
