using EcoPark.Alarms;

namespace EcoPark.Modules.Manual;

/// <summary>The kinds of alarms that this module raises.</summary>
internal static class ManualAlarms
{
    public static readonly AlarmType Over = new("ManualOver", "手工监测超标", AlarmCategory.Exceedance, AlarmLevel.Red) { Words = "点位最近一次手工监测超过许可限值或执行标准；废水按当日样品均值，其余按单个样品。下一次达标或结果更正后结束。" };

    public static readonly AlarmType Missed = new("ManualMissed", "手工监测缺测", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "监测方案要求的上一周期没有监测，也没有登记原因。" };

    public static readonly AlarmType Soon = new("ManualSoon", "手工监测将到期", AlarmCategory.Warning, AlarmLevel.Blue) { Words = "监测方案的本周期快要结束，还没有监测：季、半年、年提前 15 天，月提前 7 天，周在最后一天；最后一天升为黄色。" };

    public static readonly IReadOnlyList<AlarmType> All = [Over, Missed, Soon];
}
