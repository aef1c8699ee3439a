namespace EcoPark.Alarms;

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
