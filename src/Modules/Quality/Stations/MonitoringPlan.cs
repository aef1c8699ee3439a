using EcoPark.Platform.Records;

namespace EcoPark.Modules.Quality.Stations;

/// <summary>监测计划: how often what is to be measured at a station.</summary>
public sealed class MonitoringPlan : Record
{
    public int StationId { get; set; }

    public string Factors { get; set; } = "";

    public string Frequency { get; set; } = "";

    public int? TimesEach { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string Unit { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>Measurements due a year.</summary>
    public double TimesAYear => (TimesEach ?? 1) * Frequencies.GetValueOrDefault(Frequency);

    /// <summary>Frequencies with their times a year.</summary>
    public static readonly IReadOnlyDictionary<string, double> Frequencies = new Dictionary<string, double>
    {
        ["连续"] = 8_760,
        ["每日"] = 365,
        ["每周"] = 52,
        ["每月"] = 12,
        ["每季度"] = 4,
        ["每半年"] = 2,
        ["每年"] = 1,
        ["每三年"] = 1 / 3.0,
    };
}

internal static class MonitoringPlanType
{
    public static RecordType<MonitoringPlan> Create() => new RecordType<MonitoringPlan>("monitoring-plans", "监测计划")
        .In(Chapter.Title, "7.3.1", "各站点的监测因子、频次与次数；完成情况按它统计应测、实测。", 21)
        .Reference(r => r.StationId, "站点", QualityStationType.Name, f => f with { IsKey = true })
        .Text(r => r.Factors, "监测因子", f => f with { IsRequired = true, IsKey = true, MaxLength = 200, Help = "以顿号分隔，如：氨氮、总磷、高锰酸盐指数；“全部”表示该站点的全部因子" })
        .Choice(r => r.Frequency, "频次", [.. MonitoringPlan.Frequencies.Keys], f => f with { IsRequired = true })
        .Integer(r => r.TimesEach, "每次样品数", "个", f => f with { Min = 1, Max = 100 })
        .Date(r => r.From, "执行起", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.To, "执行止")
        .Text(r => r.Unit, "承担单位", f => f with { MaxLength = 100 })
        .LongText(r => r.Remark, "说明")
        .Check(r => r.To < r.From ? new("days", "执行止不能早于执行起。", "to") : null);
}
