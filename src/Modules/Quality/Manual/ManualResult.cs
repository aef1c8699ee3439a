using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Manual;

/// <summary>手工监测结果: one factor of one sample.</summary>
public sealed class ManualResult : Record
{
    public int StationId { get; set; }

    public DateOnly? SampledOn { get; set; }

    public TimeOnly? SampledAt { get; set; }

    public string Factor { get; set; } = "";

    /// <summary>As the laboratory writes it: a number, or “&lt;0.05” and “0.05L” below the detection limit.</summary>
    public string Result { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Laboratory { get; set; } = "";

    public string Report { get; set; } = "";

    public string Remark { get; set; } = "";
}

internal static class ManualResultType
{
    public const string Name = "manual-results";

    /// <param name="judge">Limit and verdict of each, worked out when shown.</param>
    public static RecordType<ManualResult> Create(ManualJudge judge) => new RecordType<ManualResult>(Name, "手工监测结果")
        .In(Chapter.Title, "7.3.3/7.3.4", "按点位、采样时间、因子逐条记录；限值与判定由平台按采样日现行标准给出。", 22)
        .Reference(r => r.StationId, "点位", QualityStationType.Name, f => f with { IsKey = true })
        .Date(r => r.SampledOn, "采样日期", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .TimeOfDay(r => r.SampledAt, "采样时刻", f => f with { IsKey = true, Help = "如 09:30；噪声据此分昼夜。一天只采一次时可不填" })
        .Code(r => r.Factor, "因子", StandardFactorDictionary.Name, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Text(r => r.Result, "结果", f => f with { IsRequired = true, MaxLength = 20, Help = "数值；未检出写作 <检出限，或 检出限L", Check = SampleResult.Check })
        .Text(r => r.Unit, "单位", f => f with { IsRequired = true, MaxLength = 20 })
        .Derived([new("standard", "执行标准", FieldKind.Text), new("limit", "标准限值", FieldKind.Text), new("verdict", "判定", FieldKind.Text), new("multiple", "超标倍数", FieldKind.Number)], judge.Derive)
        .Text(r => r.Laboratory, "检测单位", f => f with { IsListed = false, MaxLength = 100 })
        .Text(r => r.Report, "报告编号", f => f with { IsListed = false, IsSearched = true, MaxLength = 60 })
        .LongText(r => r.Remark, "备注")
        .Check((r, now) => r.SampledOn > DateOnly.FromDateTime(ParkTime.FromUtc(now)) ? new("future", $"采样日期 {r.SampledOn:yyyy-MM-dd} 在将来，请核对。", "sampledOn") : null)
        .Check(r => SampleResult.Implausible(r.Result, r.Factor, r.Unit) is { } reason ? new("implausible", reason, "result") : null);
}
