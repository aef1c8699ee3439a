using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Alarms;

/// <summary>Values and times of alarms as pages write them.</summary>
public static class AlarmText
{
    public static string Value(double? value, Alarm alarm) => value is { } number ? $"{number.ToString("0.####", CultureInfo.InvariantCulture)} {alarm.Unit}".TrimEnd() : "";

    /// <summary>How old an alarm is: “5 分钟”, “3 小时”, “2 天”.</summary>
    public static string Age(TimeSpan age) => age.TotalDays >= 1 ? $"{(int)age.TotalDays} 天" : age.TotalHours >= 1 ? $"{(int)age.TotalHours} 小时" : $"{Math.Max(0, (int)age.TotalMinutes)} 分钟";

    /// <summary>“83.83 / 60 mg/m³”: the worst value and its limit.</summary>
    public static string Against(Alarm alarm) => alarm.WorstValue is null ? "" : alarm.Limit is { } limit ? $"{alarm.WorstValue.Value.ToString("0.####", CultureInfo.InvariantCulture)} / {Value(limit, alarm)}" : Value(alarm.WorstValue, alarm);

    /// <summary>Where it stands once a step has been taken: “已确认，指派给张三。”.</summary>
    public static string Standing(Alarm alarm, DateTime now) => string.Join("，", new[]
    {
        $"已保存：{AlarmWords.Of(alarm.State)}", AlarmWords.Of(alarm.Explanation), alarm.Assignee.Length > 0 ? $"指派给{alarm.Assignee}" : "", alarm.IsShelved(now) ? $"搁置至 {Wall(alarm.ShelvedUntil!.Value)}" : "",
    }.Where(word => word.Length > 0)) + "。";

    public static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
