namespace EcoPark.Alarms;

/// <summary>What an alarm is about. One open alarm per kind, level of data and channel (or device, or outlet).</summary>
public enum AlarmKind
{
    /// <summary>超标: above the upper or below the lower limit.</summary>
    OverLimit = 1,

    /// <summary>接近限值.</summary>
    NearLimit = 2,

    /// <summary>预测超标: the present trend crosses the limit within the next hours.</summary>
    ForecastOverLimit = 3,

    /// <summary>总量: the permitted amount is nearly or wholly used.</summary>
    Quota = 4,

    /// <summary>断线: the data logger is not connected.</summary>
    OffLine = 10,

    /// <summary>缺数: connected, but readings do not come.</summary>
    MissingData = 11,

    /// <summary>恒值.</summary>
    ConstantValue = 20,

    /// <summary>零值.</summary>
    ZeroValue = 21,

    /// <summary>负值.</summary>
    NegativeValue = 22,

    /// <summary>突变.</summary>
    Spike = 23,

    /// <summary>超量程.</summary>
    OutOfRange = 24,

    /// <summary>比值异常: factors of one outlet that do not fit together.</summary>
    ImplausibleRatio = 25,

    /// <summary>漂移: the level of a factor has moved away from that of the days before and stays there.</summary>
    LevelChange = 26,

    /// <summary>有流量无浓度: the outlet discharges, and a concentration is not measured.</summary>
    FlowWithoutConcentration = 27,

    /// <summary>停产有数据: the source stands still by its plan, its flags or its flow, and concentrations come as if it ran.</summary>
    DataWhileStopped = 28,

    /// <summary>与分钟均值不符: the hour that the logger sends is not what its minutes give.</summary>
    HourMismatch = 29,

    /// <summary>设备故障: the device itself says so (flag D or B, HJ 212-2017 table 8).</summary>
    DeviceFault = 30,

    /// <summary>核查不合格: standard check or calibration failed.</summary>
    CheckFailed = 31,

    /// <summary>参数改变: somebody has changed a setting of an instrument, or the instrument itself (动态管控).</summary>
    ParameterChanged = 32,
}

/// <summary>How urgent; the number falls as the urgency grows, as parks speak of level one for red.</summary>
public enum AlarmLevel
{
    /// <summary>红.</summary>
    Red = 1,

    /// <summary>橙.</summary>
    Orange = 2,

    /// <summary>黄.</summary>
    Yellow = 3,

    /// <summary>蓝.</summary>
    Blue = 4,
}

/// <summary>How far people have come with it; whether the condition still holds is <see cref="Alarm.EndedAt"/>.</summary>
public enum AlarmState
{
    /// <summary>待确认: nobody has said that they have seen it.</summary>
    Raised = 1,

    /// <summary>已确认.</summary>
    Acknowledged = 2,

    /// <summary>已处置: reason and measures are on record.</summary>
    Handled = 3,

    /// <summary>已关闭.</summary>
    Closed = 4,
}

/// <summary>异常说明: whether the enterprise has been asked, and what became of it.</summary>
public enum ExplanationState
{
    None = 0,

    /// <summary>待企业说明, by <see cref="Alarm.ExplanationDue"/>.</summary>
    Requested = 1,

    /// <summary>待审核.</summary>
    Submitted = 2,

    /// <summary>已通过.</summary>
    Accepted = 3,

    /// <summary>已退回: to be explained anew.</summary>
    Returned = 4,
}
