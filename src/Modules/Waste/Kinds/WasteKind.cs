using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Kinds;

/// <summary>A waste that an enterprise generates, with the most that it may.</summary>
public sealed class WasteKind : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Name { get; set; } = "";

    public string Class { get; set; } = "";

    public string Code { get; set; } = "";

    public string GeneralCode { get; set; } = "";

    public string Group { get; set; } = "";

    public string Hazards { get; set; } = "";

    public string State { get; set; } = "";

    public string Components { get; set; } = "";

    public string Source { get; set; } = "";

    public double? PermitMaximum { get; set; }

    public double? EiaMaximum { get; set; }

    public double? Maximum { get; set; }

    public string MaximumBasis { get; set; } = "";

    public double? Difference { get; set; }

    public string Note { get; set; } = "";
}

internal static class WasteKindType
{
    public const string Name = "waste-kinds";

    public static RecordType<WasteKind> Create() => new RecordType<WasteKind>(Name, "固体废物种类")
        .In(Chapter.Title, Chapter.Section, "各企业产生的固体废物、代码和最大许可产生量；许可证与环评不一致的列出相差。", 31).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true, Content = "企业名称" })
        .Text(r => r.Name, "废物名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60, Content = "固体废物种类", Help = "行业俗称或单位内部名称，本企业内不重复" })
        .Choice(r => r.Class, "类别", WasteWords.Classes, f => f with { IsRequired = true })
        .Code(r => r.Code, "危险废物代码", WasteDictionary.Name, f => f with { IsFilter = true, IsSearched = true, Help = $"8 位代码，如 900-249-08；名录 {HazardousWastes.Edition}" })
        .Text(r => r.GeneralCode, "一般固废代码", f => f with { IsSearched = true, MaxLength = 20, Check = GeneralWastes.Check, Help = "如 900-001-S17（公告 2024 年第 4 号）" })
        .Stored(r => r.Group, "废物类别", GroupOf, f => f with { MaxLength = 60 })
        .Stored(r => r.Hazards, "危险特性", r => HazardousWastes.Find(r.Code)?.Hazards ?? "", f => f with { MaxLength = 20, Help = "T 毒性、C 腐蚀性、I 易燃性、R 反应性、In 感染性" })
        .Choice(r => r.State, "形态", ["固态", "半固态", "液态", "气态"], f => f with { IsListed = false, IsFilter = false })
        .Text(r => r.Components, "有害成分", f => f with { IsListed = false })
        .Text(r => r.Source, "产生环节", f => f with { IsListed = false, Help = "产废设施编码、名称和工序" })
        .Part("最大许可产生量")
        .Number(r => r.PermitMaximum, "排污许可证载明量", "t/a", f => f with { Min = 0, Decimals = 4, Help = "实施排污许可管理的企业，与许可证载明一致" })
        .Number(r => r.EiaMaximum, "环评（变动影响分析）量", "t/a", f => f with { Min = 0, Decimals = 4, Help = "未实施排污许可管理的企业，与环评及变动影响分析一致" })
        .Stored(r => r.Maximum, "最大许可产生量", r => r.PermitMaximum ?? r.EiaMaximum, f => f with { Unit = "t/a", Decimals = 4, IsFilter = true, Content = "最大许可产生量" })
        .Stored(r => r.MaximumBasis, "依据", r => r.PermitMaximum is not null ? "排污许可证" : r.EiaMaximum is not null ? "环评文件" : "", f => f with { MaxLength = 20 })
        .Stored(r => r.Difference, "许可与环评相差", DifferenceOf, f => f with { Unit = "t/a", Decimals = 4, IsFilter = true, Help = "许可证载明量减环评量；不为 0 的应说明" })
        .LongText(r => r.Note, "说明")
        .Check(r => r.PermitMaximum is null && r.EiaMaximum is null ? new("maximum", "排污许可证载明量和环评量至少填写一项。", "permitMaximum") : null)
        .Check(CodeProblem);

    internal static string GroupOf(WasteKind kind) =>
        HazardousWastes.Find(kind.Code) is { } waste ? $"{waste.Category} {waste.CategoryName}" : GeneralWastes.KindOf(kind.GeneralCode);

    /// <summary>What permit and EIA say differs by a rounding error where both are the same.</summary>
    internal static double? DifferenceOf(WasteKind kind) => kind.PermitMaximum - kind.EiaMaximum is { } difference ? Math.Round(difference, 6) : null;

    internal static Platform.Problem? CodeProblem(WasteKind kind) => (kind.Class, kind.Code, kind.GeneralCode) switch
    {
        (WasteWords.Hazardous, "", _) => new("code", "危险废物请填写名录中的 8 位代码。", "code"),
        (WasteWords.Hazardous, var code, _) when HazardousWastes.Find(code) is null => new("code", $"“{code}”是类别，请填写 8 位废物代码。", "code"),
        (WasteWords.Hazardous, _, not "") => new("code", "危险废物不填一般固废代码。", "generalCode"),
        (WasteWords.General, not "", _) => new("code", "一般工业固体废物不填危险废物代码；属于名录的请改类别。", "code"),
        (WasteWords.General, _, "") => new("code", "一般工业固体废物请填写一般固废代码，如 900-001-S17。", "generalCode"),
        _ => null,
    };
}
