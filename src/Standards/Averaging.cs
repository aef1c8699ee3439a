namespace EcoPark.Standards;

/// <summary>Which kind of value a limit is meant for, or a value is.</summary>
public enum Averaging
{
    /// <summary>A single measurement or an evaluated value: holds for whatever mean the evaluation rests on (单次检测、评价值).</summary>
    Sample,

    /// <summary>一次最大值, 任意一次.</summary>
    Instant,
    FiveMinutes,

    /// <summary>1 小时平均.</summary>
    Hour,

    /// <summary>8 小时滑动平均.</summary>
    EightHours,

    /// <summary>日最大 8 小时平均.</summary>
    DailyMaximumEightHours,

    /// <summary>日平均, 24 小时平均.</summary>
    Day,
    Week,
    Month,

    /// <summary>季平均.</summary>
    Quarter,

    /// <summary>年平均.</summary>
    Year,

    /// <summary>昼间 06–22 (GB 3096-2008 3.5), equivalent level Ld.</summary>
    DayTime,

    /// <summary>夜间 22–06 (GB 3096-2008 3.5), equivalent level Ln.</summary>
    NightTime,

    /// <summary>24 小时滑动平均 (real-time AQI of HJ 633-2012).</summary>
    MovingDay,

    /// <summary>Not a mean of time: removal rates, triggers.</summary>
    Other,
}

/// <summary>Chinese names of averaging periods.</summary>
public static class AveragingText
{
    /// <summary>Name as standards write it.</summary>
    public static string Chinese(this Averaging averaging) => averaging switch
    {
        Averaging.Sample => "单次监测值或评价值",
        Averaging.Instant => "一次值",
        Averaging.FiveMinutes => "5 分钟平均",
        Averaging.Hour => "1 小时平均",
        Averaging.EightHours => "8 小时平均",
        Averaging.DailyMaximumEightHours => "日最大 8 小时平均",
        Averaging.Day => "日平均",
        Averaging.Week => "周平均",
        Averaging.Month => "月平均",
        Averaging.Quarter => "季平均",
        Averaging.Year => "年平均",
        Averaging.DayTime => "昼间",
        Averaging.NightTime => "夜间",
        Averaging.MovingDay => "24 小时滑动平均",
        _ => "其他",
    };
}
