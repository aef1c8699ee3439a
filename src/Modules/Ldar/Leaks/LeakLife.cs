using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>Where a leak stands and until when that must change, from what is entered of it. Terms are days of the calendar; the day of the detection does not count and the last one counts to its end.</summary>
internal static class LeakLife
{
    public const string Asked = "待批准";
    public const string Agreed = "已批准";
    public const string Refused = "未批准";

    /// <summary>Before a deadline it is reminded of.</summary>
    public static readonly TimeSpan Reminds = TimeSpan.FromDays(1);

    public static double? RetestNetOf(LdarRepair repair) => repair is { RetestReading: { } reading, RetestBackground: { } background } ? Math.Max(0, Math.Round(reading - background, 4)) : null;

    /// <summary>Brings stage, deadline and verdict in line with what is entered.</summary>
    /// <returns>The words of the stage.</returns>
    public static string Settle(LdarRepair repair)
    {
        if (repair.IsDelayed != true)
            (repair.DelayVerdict, repair.DelayRemark, repair.DelayDecided) = ("", "", null);
        else if (repair.DelayDecided is null || repair.DelayDecided != repair.DelayUntil)
            (repair.DelayVerdict, repair.DelayRemark, repair.DelayDecided) = (Asked, "", null);
        var (stage, due) = (StageOf(repair), (DateTime?)null);
        if (stage != LeakState.Closed && repair.DetectedAt is not null)
            due = stage == LeakState.Delayed ? LdarWords.End(repair.DelayUntil!.Value) : stage == LeakState.AwaitsFirstRepair ? FirstDue(repair) : RepairDue(repair);
        if (stage != repair.Stage || due != repair.Due)
            repair.Look = due - Reminds;
        (repair.Stage, repair.Due) = (stage, due);
        return repair.State = LeakStates.Of(stage);
    }

    /// <summary>End of the fifth day.</summary>
    public static DateTime FirstDue(LdarRepair repair) => LdarWords.End(LdarRules.LastDay(LdarWords.DayOf(repair.DetectedAt!.Value), LdarRules.FirstRepairDays));

    /// <summary>End of the fifteenth day.</summary>
    public static DateTime RepairDue(LdarRepair repair) => LdarWords.End(LdarRules.LastDay(LdarWords.DayOf(repair.DetectedAt!.Value), LdarRules.RepairDays));

    /// <summary>When somebody first tried: the repair itself where it was the first.</summary>
    public static DateTime? FirstTry(LdarRepair repair) => repair.FirstRepairAt ?? repair.RepairedAt;

    /// <summary>The first repair came too late, or has not come in time; a delay that the park has agreed to needs none.</summary>
    public static bool IsFirstLate(LdarRepair repair, DateTime now) => FirstTry(repair) is { } tried ? tried >= FirstDue(repair) : repair.Stage != LeakState.Delayed && now >= FirstDue(repair);

    /// <summary>It is not, or was not, closed in time; of a delay the day that was agreed to counts.</summary>
    public static bool IsLate(LdarRepair repair, DateTime now) =>
        (repair.Stage == LeakState.Closed ? repair.RepairedAt!.Value : now) >= (repair.DelayVerdict == Agreed ? LdarWords.End(repair.DelayUntil!.Value) : RepairDue(repair));

    private static LeakState StageOf(LdarRepair repair)
    {
        if (repair is { RetestNet: { } net, Limit: { } limit, RepairedAt: not null } && !(repair.IsLimitInclusive ? net >= limit : net > limit))
            return LeakState.Closed;
        if (repair is { RepairedAt: not null, RetestNet: null })
            return LeakState.AwaitsRetest;
        if (repair.IsDelayed == true && repair.DelayVerdict != Refused)
            return repair.DelayVerdict == Agreed ? LeakState.Delayed : LeakState.DelayAsked;
        return FirstTry(repair) is null ? LeakState.AwaitsFirstRepair : LeakState.AwaitsRepair;
    }
}
