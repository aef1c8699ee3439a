namespace EcoPark.Reports.Timers;

/// <summary>States of runs in Chinese.</summary>
public static class RunWords
{
    public static string Of(RunState state) => state switch { RunState.Waiting => "待出", RunState.Issued => "已出", RunState.NoData => "无数据", _ => "失败" };
}
