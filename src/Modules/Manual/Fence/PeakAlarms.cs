using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>Peaks at a fence as alarms: those of a point and factor that began on one day are one, so that a restless day is not a dozen.</summary>
internal static class PeakAlarms
{
    public static readonly AlarmType Peak = new("FencePeak", "厂界峰值", AlarmCategory.Warning, AlarmLevel.Blue) { Words = $"厂界自动监测点的小时值连续高于平时（近 {FenceWatch.DaysBack} 天中位数＋{Peaks.Deviations} 倍稳健标准差，且高于中位数 {Peaks.Times} 倍），是平台的筛查规则，不作达标判定；供溯源和核查，超标另有报警。" };

    /// <summary>Which alarm of a channel a peak belongs to.</summary>
    public static string PartOf(Peak peak) => ParkWords.DayOf(peak.From).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <param name="rows">Of one channel and one day, at least one.</param>
    /// <param name="subject">The channel.</param>
    public static Finding Of(IReadOnlyList<PeakRow> rows, AlarmSubject subject)
    {
        var (first, last, highest) = (rows.MinBy(row => row.Peak.From)!, rows.MaxBy(row => row.Peak.To)!, rows.MaxBy(row => row.Peak.Highest)!);
        var seen = rows.SelectMany(row => row.Seen).Distinct().ToList();
        return new Finding(Peak, subject, Interval.Hour, ManualFindings.FoundBy, PartOf(first.Peak))
        {
            FirstAt = first.Peak.From,
            WorstAt = highest.Peak.HighestAt,
            WorstValue = highest.Peak.Highest,
            LastAt = last.Peak.To.AddHours(-1),
            Count = rows.Sum(row => row.Peak.Hours),
            Basis = "平台筛查规则",
            IsCounted = true,
            EndedAt = last.Lasts ? null : last.Peak.To,
            Text = $"{ManualWords.Place(subject.Enterprise, subject.Point)} {subject.Factor}{(rows.Count > 1 ? $"当日 {rows.Count} 次" : "")}高于平时上界 {ManualWords.Worked(highest.Peak.Threshold)} {subject.Unit}：{ParkWords.Wall(first.Peak.From)} 起共 {rows.Sum(row => row.Peak.Hours)} 小时，最高 {ManualWords.Worked(highest.Peak.Highest)}（{ParkWords.Wall(highest.Peak.HighestAt)}），当时{Wind(highest)}{(seen.Count > 0 ? $"；同时段还有 {string.Join('、', seen)}" : "")}。",
        };
    }

    private static string Wind(PeakRow row) => row switch
    {
        { WindSpeed: < WindPairs.Calm } => "静风",
        { WindSpeed: { } speed, WindFrom: { } from } => string.Create(CultureInfo.InvariantCulture, $"风向 {from:0}°、风速 {speed:0.0} m/s"),
        _ => "没有风数据",
    };
}
