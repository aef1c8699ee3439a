namespace EcoPark.Alarms;

/// <summary>Chinese words for alarms, the same on pages, in messages and in exports.</summary>
public static class AlarmWords
{
    public static readonly IReadOnlyDictionary<AlarmState, string> States = new Dictionary<AlarmState, string>
    {
        [AlarmState.Raised] = "待确认",
        [AlarmState.Acknowledged] = "已确认",
        [AlarmState.Handled] = "已处置",
        [AlarmState.Closed] = "已关闭",
    };

    public static readonly IReadOnlyDictionary<ExplanationState, string> Explanations = new Dictionary<ExplanationState, string>
    {
        [ExplanationState.None] = "",
        [ExplanationState.Requested] = "待企业说明",
        [ExplanationState.Submitted] = "说明待审核",
        [ExplanationState.Accepted] = "说明已通过",
        [ExplanationState.Returned] = "说明已退回",
    };

    public static string Of(AlarmLevel level) => level switch { AlarmLevel.Red => "红", AlarmLevel.Orange => "橙", AlarmLevel.Yellow => "黄", _ => "蓝" };

    public static string Of(AlarmState state) => States[state];

    public static string Of(ExplanationState state) => Explanations[state];

    /// <summary>Word before the kind: 小时超标.</summary>
    public static string Of(Interval interval) => interval switch
    {
        Interval.RealTime => "实时",
        Interval.Minute => "分钟",
        Interval.Hour => "小时",
        Interval.Day => "日均",
        _ => "月均",
    };

    /// <summary>What the enterprise explained, else what was put on record.</summary>
    public static string Answer(Alarm alarm) => (alarm.ExplanationText.Length > 0
        ? alarm.ExplanationText + (alarm.Explanation == ExplanationState.Accepted ? "" : $"（{Of(alarm.Explanation)}）")
        : alarm.Reason.Length > 0 ? $"{alarm.Reason}：{alarm.Measures}".TrimEnd('：') : "").Trim();
}
