using EcoPark.Alarms;

namespace EcoPark.Telemetry.Watch;

/// <summary>The kinds of alarms that the watch over readings and devices raises.</summary>
public static class WatchAlarms
{
    private const AlarmParts Compared = AlarmParts.Interval | AlarmParts.Limit | AlarmParts.Condition;
    private const AlarmParts Watched = AlarmParts.Interval | AlarmParts.Condition;
    private const AlarmExcuses Silent = AlarmExcuses.Standstill | AlarmExcuses.Overhaul | AlarmExcuses.InstrumentWork;

    public static readonly AlarmType OverLimit = Of("OverLimit", "超标", AlarmCategory.Exceedance, AlarmLevel.Red, Compared, "高于上限或低于下限。");
    public static readonly AlarmType NearLimit = Of("NearLimit", "接近限值", AlarmCategory.Warning, AlarmLevel.Blue, Compared, "已达到限值的一定比例，尚未超标。");

    /// <summary>The present trend, or a trained forecast, crosses the limit within the next hours.</summary>
    public static readonly AlarmType ForecastOverLimit = Of("ForecastOverLimit", "预测超标", AlarmCategory.Warning, AlarmLevel.Blue, Compared, "按当前趋势或预报，数小时内可能超过限值。");

    /// <summary>The data logger is not connected.</summary>
    public static readonly AlarmType OffLine = Of("OffLine", "断线", AlarmCategory.Offline, AlarmLevel.Yellow, AlarmParts.Condition, "数采仪没有连接。", Silent);

    /// <summary>Connected, but readings do not come.</summary>
    public static readonly AlarmType MissingData = Of("MissingData", "缺数", AlarmCategory.Anomaly, AlarmLevel.Blue, AlarmParts.Condition, "数采仪在线，但没有数据。", Silent);

    public static readonly AlarmType ConstantValue = Of("ConstantValue", "恒值", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "较长时间内数值不变。");
    public static readonly AlarmType ZeroValue = Of("ZeroValue", "零值", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "较长时间内为零。");
    public static readonly AlarmType NegativeValue = Of("NegativeValue", "负值", AlarmCategory.Anomaly, AlarmLevel.Blue, Watched, "浓度不应为负。");
    public static readonly AlarmType Spike = Of("Spike", "突变", AlarmCategory.Anomaly, AlarmLevel.Blue, Watched, "与前后数值相差悬殊。");
    public static readonly AlarmType OutOfRange = Of("OutOfRange", "超量程", AlarmCategory.Anomaly, AlarmLevel.Yellow, Compared, "超出仪器量程。");

    /// <summary>Factors of one outlet that do not fit together.</summary>
    public static readonly AlarmType ImplausibleRatio = Of("ImplausibleRatio", "比值异常", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "同一排口相关因子的比例不合常理。");

    /// <summary>The level of a factor has moved away from that of the days before and stays there.</summary>
    public static readonly AlarmType LevelChange = Of("LevelChange", "漂移", AlarmCategory.Anomaly, AlarmLevel.Blue, Watched, "整体水平偏离此前数日并保持。");

    public static readonly AlarmType FlowWithoutConcentration =
        Of("FlowWithoutConcentration", "有流量无浓度", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "有排放流量，却没有浓度数据。");

    /// <summary>The source stands still by its plan, its flags or its flow, and concentrations come as if it ran.</summary>
    public static readonly AlarmType DataWhileStopped =
        Of("DataWhileStopped", "停产有数据", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "停产期间仍有生产时的浓度。", AlarmExcuses.All & ~AlarmExcuses.Standstill);

    /// <summary>The hour that the logger sends is not what its minutes give.</summary>
    public static readonly AlarmType HourMismatch = Of("HourMismatch", "值与分钟均值不符", AlarmCategory.Anomaly, AlarmLevel.Yellow, Watched, "上传的小时值与其分钟值的均值不符。");

    /// <summary>The device itself says so (flag D or B, HJ 212-2017 table 8).</summary>
    public static readonly AlarmType DeviceFault = Of("DeviceFault", "设备故障", AlarmCategory.Fault, AlarmLevel.Yellow, Watched, "设备自报故障。");

    /// <summary>Standard check or calibration failed.</summary>
    public static readonly AlarmType CheckFailed = Of("CheckFailed", "核查不合格", AlarmCategory.Fault, AlarmLevel.Orange, AlarmParts.None, "标样核查或校准不合格。");

    /// <summary>Somebody has changed a setting of an instrument, or the instrument itself (动态管控).</summary>
    public static readonly AlarmType ParameterChanged = Of("ParameterChanged", "参数改变", AlarmCategory.Fault, AlarmLevel.Yellow, AlarmParts.None, "仪器参数或状态被改变。");

    /// <summary>Security: somebody guesses, or a device was set up wrongly.</summary>
    private static readonly AlarmCategory Security = new("security", "安全记录", 7);

    public static readonly AlarmType WrongPassword = new("WrongPassword", "口令错误", Security, AlarmLevel.Orange)
    {
        Words = "有人以错误的访问密码反复尝试数采仪，或设备的密码设置有误。",
    };

    public static readonly IReadOnlyList<AlarmType> All =
    [
        OverLimit, NearLimit, ForecastOverLimit, OffLine, MissingData, ConstantValue, ZeroValue, NegativeValue, Spike, OutOfRange, ImplausibleRatio, LevelChange,
        FlowWithoutConcentration, DataWhileStopped, HourMismatch, DeviceFault, CheckFailed, ParameterChanged, WrongPassword,
    ];

    private static AlarmType Of(string name, string title, AlarmCategory category, AlarmLevel level, AlarmParts parts, string words, AlarmExcuses excusedBy = AlarmExcuses.All) =>
        new(name, title, category, level) { Parts = parts, Words = words, ExcusedBy = excusedBy };
}

/// <summary>Who of the watch has found something: see <see cref="AlarmCause"/>.</summary>
internal static class FoundBy
{
    /// <summary>The reading as it came.</summary>
    public const string Reading = "reading";

    /// <summary>Late readings of a day, counted from the store.</summary>
    public const string Late = "late";

    /// <summary>Whole days in what is stored.</summary>
    public const string Day = "day";

    /// <summary>Time: what does not come.</summary>
    public const string Clock = "clock";

    /// <summary>What the instruments tell of themselves.</summary>
    public const string Instrument = "instrument";
}
