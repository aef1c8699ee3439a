using EcoPark.Alarms;

namespace EcoPark.Modules.Outlets;

/// <summary>The kinds of alarms that this module raises.</summary>
internal static class OutletAlarms
{
    /// <summary>The permitted amount of a quota is nearly or wholly used.</summary>
    public static readonly AlarmType Quota = new("Quota", "总量预警", AlarmCategory.Warning, AlarmLevel.Yellow)
    {
        Parts = AlarmParts.Limit,
        Words = "刷卡排污配额将用完或已用完。",
    };

    public static readonly IReadOnlyList<AlarmType> All = [Quota];
}
