namespace EcoPark.Standards.Sources;

/// <summary>季度有效数据捕集率 of a CEMS.</summary>
public static class CaptureRate
{
    /// <summary>The formula fits public code that implements HJ 75-2017, but its text was not seen.</summary>
    public static RuleBasis Basis { get; } = new("HJ 75-2017：季度有效数据捕集率 =（季度小时数 − 无效时段小时数 − 停运小时数）/（季度小时数 − 停运小时数）", Confidence.Recalled);

    /// <summary>What is asked of a quarter.</summary>
    public static RuleBasis Demand { get; } = new("HJ 75-2017：每季度有效数据捕集率不小于 75 %", Confidence.Recalled);

    /// <summary>Share 0 … 1; null where the source stood still all the time.</summary>
    /// <param name="hours">Hours of the quarter.</param>
    /// <param name="invalid">Hours of invalid time.</param>
    /// <param name="stopped">Hours the source was stopped.</param>
    public static decimal? Of(int hours, int invalid, int stopped) => hours > stopped ? (decimal)(hours - invalid - stopped) / (hours - stopped) : null;
}
