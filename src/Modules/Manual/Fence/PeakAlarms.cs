using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>Peaks at a fence as alarms, one each.</summary>
internal static class PeakAlarms
{
    public static readonly AlarmType Peak = new("FencePeak", "厂界峰值", AlarmCategory.Warning, AlarmLevel.Blue) { Words = $"厂界自动监测点的小时值连续高于平时（近 {FenceWatch.DaysBack} 天中位数＋{Peaks.Deviations} 倍稳健标准差，且高于中位数 {Peaks.Times} 倍），是平台的筛查规则，不作达标判定；供溯源和核查，超标另有报警。" };

    /// <summary>A peak whose alarm is none of these gets one of its own.</summary>
    public static string PartOf(Peak peak) => peak.From.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>What is usual moves on with every hour, and with it where a peak begins: hours that an alarm holds already are its.</summary>
    public static bool IsOf(Peak peak, DateTime firstAt, DateTime lastAt) => firstAt < peak.To && peak.From <= lastAt.AddHours(1);

    /// <param name="subject">The channel.</param>
    /// <param name="part">Of the alarm that it is.</param>
    public static Finding Of(PeakRow row, AlarmSubject subject, string part)
    {
        var peak = row.Peak;
        return new Finding(Peak, subject, Interval.Hour, ManualFindings.FoundBy, part)
        {
            FirstAt = peak.From,
            WorstAt = peak.HighestAt,
            WorstValue = peak.Highest,
            LastAt = peak.To.AddHours(-1),
            Count = peak.Hours,
            Basis = "平台筛查规则",
            IsCounted = true,
            EndedAt = row.Lasts ? null : peak.To,
            Text = $"{ManualWords.Place(subject.OwnerAt(peak.From).Name, subject.Point)} {subject.Factor}高于平时上界 {ManualWords.Worked(peak.Threshold)} {subject.Unit}：{ParkWords.Wall(peak.From)} 起 {peak.Hours} 小时，最高 {ManualWords.Worked(peak.Highest)}（{ParkWords.Wall(peak.HighestAt)}），当时{Wind(row)}{(row.SeenByOwn.Count > 0 ? $"；同时段还有 {string.Join('、', row.SeenByOwn)}" : "")}。",
        };
    }

    private static string Wind(PeakRow row) => row switch
    {
        { WindSpeed: < WindPairs.Calm } => "静风",
        { WindSpeed: { } speed, WindFrom: { } from } => string.Create(CultureInfo.InvariantCulture, $"风向 {from:0}°、风速 {speed:0.0} m/s"),
        _ => "没有风数据",
    };
}
