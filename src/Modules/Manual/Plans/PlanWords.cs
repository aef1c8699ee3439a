namespace EcoPark.Modules.Manual.Plans;

/// <summary>Standings and periods as people read them.</summary>
internal static class PlanWords
{
    public static string Of(PlanStanding standing) => standing switch
    {
        PlanStanding.Done => "本期已测",
        PlanStanding.Excused => "本期有因未测",
        PlanStanding.Open => "本期待测",
        PlanStanding.Soon => "即将到期",
        _ => "未执行",
    };

    public static string Frequency(ManualPlan plan) => $"{plan.Times} 次/{plan.Per}";

    public static string Of(PlanPeriod period) => period.First == period.Last ? $"{period.First:yyyy-MM-dd}" : $"{period.First:yyyy-MM-dd} 至 {period.Last:yyyy-MM-dd}";
}
