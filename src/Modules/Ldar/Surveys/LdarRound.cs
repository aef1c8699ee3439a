using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>检测轮次: within which days what is due is to be tested.</summary>
public sealed class LdarRound : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Name { get; set; } = "";

    public int? UnitId { get; set; }

    public DateOnly? First { get; set; }

    public DateOnly? Last { get; set; }

    public string Contractor { get; set; } = "";

    public string Note { get; set; } = "";
}

internal static class LdarRoundType
{
    public const string Name = "ldar-rounds";

    public static RecordType<LdarRound> Create() => new RecordType<LdarRound>(Name, "LDAR 检测轮次")
        .In(Chapter.Title, Chapter.Section, "一轮检测的起止日期和检测单位；应检密封点按类型、物料状态、上次检测、豁免和可达算出。", 20).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Name, "轮次名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60, Check = LdarWords.CheckCode, Help = "如 2026 年第 2 轮" })
        .OptionalReference(r => r.UnitId, "装置", LdarUnitType.Name, f => f with { Help = "不填为全部装置" })
        .Date(r => r.First, "开始", f => f with { IsRequired = true, IsFilter = true })
        .Date(r => r.Last, "结束", f => f with { IsRequired = true })
        .Text(r => r.Contractor, "检测单位", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100, Help = "自行检测的填本企业" })
        .LongText(r => r.Note, "说明")
        .Check(r => r.Last < r.First ? new("days", "结束不能早于开始。", "last") : null);
}
