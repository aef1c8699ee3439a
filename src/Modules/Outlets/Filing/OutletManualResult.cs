using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>手工监测数据: a concentration measured by hand (reference method), and the whole hours that it stands for. The report is its attachment.</summary>
public sealed class OutletManualResult : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int FilingId { get; set; }

    public string Factor { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? From { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime? To { get; set; }

    public double? Value { get; set; }

    public string Unit { get; set; } = "";

    public string Method { get; set; } = "";

    public string Laboratory { get; set; } = "";

    public string ReportNumber { get; set; } = "";

    public string Remark { get; set; } = "";
}

internal static class OutletManualResultType
{
    public const string Name = "outlet-manual-results";

    private static readonly Unit[] Units = [Standards.Unit.MilligramsPerCubicMetre, Standards.Unit.MicrogramsPerCubicMetre, Standards.Unit.MilligramsPerLitre, Standards.Unit.MicrogramsPerLitre];

    public static RecordType<OutletManualResult> Create() => new RecordType<OutletManualResult>(Name, "手工监测数据（排口）")
        .In(Chapter.Title, "7.4.1", "参比方法、人工监测的结果：自动数据缺失或无效的小时，其排放量由它计算并注明“手工监测”；不改动有效的自动数据，也不计入捕集率和传输有效率。", 8)
        .ForEnterprises(withApproval: true).FixedOnceApproved()
        .Part("结果")
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.FilingId, "排口", OutletFilingType.Name, f => f with { IsKey = true })
        .Text(r => r.ReportNumber, "报告编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60, Help = "监测报告请作为附件上传" })
        .Code(r => r.Factor, "因子", "factors", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Number(r => r.Value, "监测值", "", f => f with { IsRequired = true, Min = 0, Decimals = 4, Help = "废气为标态干基实测浓度，不折算" })
        .Choice(r => r.Unit, "单位", [.. Units.Select(unit => unit.Symbol)], f => f with { IsRequired = true, IsFilter = false })
        .Part("代表时段")
        .Moment(r => r.From, "开始", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Help = "整点，如 2026-03-01 08:00" })
        .Moment(r => r.To, "结束", f => f with { IsRequired = true, Help = $"整点，不含；一条至多代表 {ManualMonitoring.MostHours} 小时。废水每日不少于 {ManualMonitoring.FewestOfWaterDay} 条才采用（HJ 356-2019，待核对）" })
        .Part("来源")
        .Text(r => r.Method, "方法标准", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100, Help = "如 HJ 57-2017 定电位电解法" })
        .Text(r => r.Laboratory, "监测机构", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100 })
        .Text(r => r.Remark, "备注", f => f with { IsListed = false })
        .Check(r => IsHour(r.From) && IsHour(r.To) ? null : new("hour", "代表时段按整点填写，如 2026-03-01 08:00；排口数据以小时为单位。", IsHour(r.From) ? "to" : "from"))
        .Check((r, now) => r.To > now ? new("future", $"代表时段到 {ParkTime.FromUtc(r.To.Value):yyyy-MM-dd HH:mm} 才结束，现在还没有到；请核对日期，时段结束后再填报。", "to") : null)
        .Check(r => r.From >= r.To ? new("days", "结束应晚于开始。", "to") : null)
        .Check(r => r.To - r.From > TimeSpan.FromHours(ManualMonitoring.MostHours) ? new("long", $"一条结果至多代表 {ManualMonitoring.MostHours} 小时（每日至少监测 1 次，待核对），请分条填报。", "to") : null)
        .Check(r => MediumOf(r.Factor) is { } dimension && Standards.Unit.Of(r.Unit).Dimension != dimension
            ? new("unit", dimension == UnitDimension.MassInGas ? "废气因子的单位应为 mg/m³ 或 μg/m³。" : "废水因子的单位应为 mg/L 或 μg/L。", "unit") : null);

    private static bool IsHour(DateTime? time) => time is null || time.Value.Ticks % TimeSpan.TicksPerHour == 0;

    /// <summary>HJ 212 annex B: codes of air begin with a, of water with w.</summary>
    private static UnitDimension? MediumOf(string factor) => factor switch { ['a', ..] => UnitDimension.MassInGas, ['w', ..] => UnitDimension.MassInWater, _ => null };
}
