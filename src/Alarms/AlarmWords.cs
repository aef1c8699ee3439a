namespace EcoPark.Alarms;

/// <summary>A kind of record of clause 7.4.1: alarms of certain kinds.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Kinds">Kinds it holds.</param>
public sealed record AlarmCategory(string Key, string Title, IReadOnlyList<AlarmKind> Kinds);

/// <summary>Chinese words for alarms, the same on pages, in messages and in exports.</summary>
public static class AlarmWords
{
    public static readonly IReadOnlyDictionary<AlarmKind, string> Kinds = new Dictionary<AlarmKind, string>
    {
        [AlarmKind.OverLimit] = "超标",
        [AlarmKind.NearLimit] = "接近限值",
        [AlarmKind.ForecastOverLimit] = "预测超标",
        [AlarmKind.Quota] = "总量预警",
        [AlarmKind.OffLine] = "断线",
        [AlarmKind.MissingData] = "缺数",
        [AlarmKind.ConstantValue] = "恒值",
        [AlarmKind.ZeroValue] = "零值",
        [AlarmKind.NegativeValue] = "负值",
        [AlarmKind.Spike] = "突变",
        [AlarmKind.OutOfRange] = "超量程",
        [AlarmKind.ImplausibleRatio] = "比值异常",
        [AlarmKind.LevelChange] = "漂移",
        [AlarmKind.FlowWithoutConcentration] = "有流量无浓度",
        [AlarmKind.DataWhileStopped] = "停产有数据",
        [AlarmKind.HourMismatch] = "值与分钟均值不符",
        [AlarmKind.DeviceFault] = "设备故障",
        [AlarmKind.CheckFailed] = "核查不合格",
        [AlarmKind.ParameterChanged] = "参数改变",
    };

    public static readonly IReadOnlyList<AlarmCategory> Categories =
    [
        new("exceedance", "超标记录", [AlarmKind.OverLimit]),
        new("warning", "预警记录", [AlarmKind.NearLimit, AlarmKind.ForecastOverLimit, AlarmKind.Quota]),
        new("fault", "故障记录", [AlarmKind.DeviceFault, AlarmKind.CheckFailed, AlarmKind.ParameterChanged]),
        new("anomaly", "数据异常记录",
        [
            AlarmKind.MissingData, AlarmKind.ConstantValue, AlarmKind.ZeroValue, AlarmKind.NegativeValue, AlarmKind.Spike, AlarmKind.OutOfRange, AlarmKind.ImplausibleRatio,
            AlarmKind.LevelChange, AlarmKind.FlowWithoutConcentration, AlarmKind.DataWhileStopped, AlarmKind.HourMismatch,
        ]),
        new("offline", "断线记录", [AlarmKind.OffLine]),
    ];

    public static string Of(AlarmKind kind) => Kinds[kind];

    public static string Of(AlarmLevel level) => level switch { AlarmLevel.Red => "红", AlarmLevel.Orange => "橙", AlarmLevel.Yellow => "黄", _ => "蓝" };

    public static string Of(AlarmState state) => state switch
    {
        AlarmState.Raised => "待确认",
        AlarmState.Acknowledged => "已确认",
        AlarmState.Handled => "已处置",
        _ => "已关闭",
    };

    public static string Of(ExplanationState state) => state switch
    {
        ExplanationState.Requested => "待企业说明",
        ExplanationState.Submitted => "说明待审核",
        ExplanationState.Accepted => "说明已通过",
        ExplanationState.Returned => "说明已退回",
        _ => "",
    };

    /// <summary>Word before the kind: 小时超标.</summary>
    public static string Of(Interval interval) => interval switch
    {
        Interval.RealTime => "实时",
        Interval.Minute => "分钟",
        Interval.Hour => "小时",
        Interval.Day => "日均",
        _ => "月均",
    };
}
