using EcoPark.Alarms;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar;

/// <summary>The kinds of alarms that this module raises.</summary>
internal static class LdarAlarms
{
    public static readonly AlarmType FirstRepairLate = new("LdarFirstRepairLate", "泄漏首次维修逾期", AlarmCategory.Warning, AlarmLevel.Orange) { Words = $"检出泄漏后 {LdarRules.FirstRepairDays} 日内没有首次维修，也没有批准延迟。" };

    public static readonly AlarmType RepairLate = new("LdarRepairLate", "泄漏修复逾期", AlarmCategory.Warning, AlarmLevel.Red) { Words = $"检出泄漏后 {LdarRules.RepairDays} 日内，或到批准的延迟日期，没有修复并复测合格。" };

    public static readonly AlarmType TestOverdue = new("LdarTestOverdue", "密封点检测逾期", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "装置有密封点超过检测频次没有检测。" };

    public static readonly AlarmType Drift = new("LdarDrift", "检测仪器超差", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = $"检测仪器校准或漂移核查超差，当日读数存疑；判据：{LdarRules.Drift.Shown}。" };

    public static readonly IReadOnlyList<AlarmType> All = [FirstRepairLate, RepairLate, TestOverdue, Drift];
}
