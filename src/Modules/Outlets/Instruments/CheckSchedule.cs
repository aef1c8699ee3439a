using EcoPark.Hj212;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>核查计划: when the platform tells an analyser to check or calibrate itself (HJ 212, 3011).</summary>
public sealed class CheckSchedule : Record
{
    /// <summary>The data logger.</summary>
    public int DeviceId { get; set; }

    public string Factor { get; set; } = "";

    public int? EveryHours { get; set; }

    /// <summary>The first time, UTC.</summary>
    public DateTime? From { get; set; }

    public DateOnly? To { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>The last time due at or before an instant, UTC; <see langword="null"/> before the first and after the last day.</summary>
    public DateTime? DueAt(DateTime now)
    {
        if (From is not { } first || EveryHours is not { } hours || now < first)
            return null;
        var due = first.AddHours(Math.Floor((now - first).TotalHours / hours) * hours);
        return To is { } to && DateOnly.FromDateTime(ParkTime.FromUtc(due)) > to ? null : due;
    }
}

internal static class CheckScheduleType
{
    public const string Name = "check-schedules";

    public static RecordType<CheckSchedule> Create() => new RecordType<CheckSchedule>(Name, "标样核查计划")
        .In(Chapter.Title, "7.4.1", "平台按计划下发“零点校准、量程校准（标样核查）”命令（3011）；数采仪上报的核查结果（2062）自动判定。", 12)
        .Reference(r => r.DeviceId, "数采仪", DeviceTarget.TargetName, f => f with { IsKey = true })
        .Text(r => r.Factor, "因子（仪器）编码", f => f with { IsRequired = true, IsKey = true, IsTitle = true, MaxLength = 6, Check = CheckFactor, Help = "如 w01018（化学需氧量）、a21026（二氧化硫）" })
        .Integer(r => r.EveryHours, "间隔", "小时", f => f with { IsRequired = true, Min = 1, Max = 24 * 366, Help = "HJ 355 要求水质分析仪每 24 小时核查一次" })
        .Moment(r => r.From, "首次时间", f => f with { IsRequired = true, IsKey = true, Help = "第一次核查的日期和时刻，如 2026-03-01 02:00" })
        .Date(r => r.To, "结束日期", f => f with { Help = "不填为长期" })
        .LongText(r => r.Remark, "说明")
        .Check(r => r.From is { } first && r.To < DateOnly.FromDateTime(ParkTime.FromUtc(first)) ? new("days", "结束日期不能早于开始日期。", "to") : null);

    private static string? CheckFactor(string value) => Factors.Find(value) is null ? $"“{value}”不是 HJ 212-2017 附录 B 的因子编码。" : null;
}
