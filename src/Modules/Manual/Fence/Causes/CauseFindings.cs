using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>Fences that are over the park's action level, and causes that are to be found.</summary>
internal static class CauseFindings
{
    public static readonly AlarmType Over = new("FenceOverAction", "厂界年均差值超行动值", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "厂界各自动点 14 日均值最高减最低，近一年（26 期中至少 20 期）的均值超过园区设定的行动值；不是排放标准的超标。" };

    public static readonly AlarmType Wanted = new("FenceCauseWanted", "厂界溯源待答复", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "园区发来厂界溯源的证据，等待企业查明原因或完成整改。" };

    public static readonly AlarmType Late = new("FenceCauseLate", "厂界溯源逾期", AlarmCategory.Warning, AlarmLevel.Orange) { Words = "厂界溯源单过了查因或整改期限。" };

    public static readonly IReadOnlyList<AlarmType> Kinds = [Over, Wanted, Late];

    public static IEnumerable<Finding> Of(IEnumerable<DifferenceRow> rows) => rows.Where(row => row.IsOver).Select(row =>
    {
        var last = row.Periods[^1];
        var at = ParkWords.End(last.Last);
        return new Finding(Over, new AlarmSubject { EnterpriseId = row.EnterpriseId, Enterprise = row.Enterprise, RecordType = EnterpriseType.Name, RecordId = row.EnterpriseId, Title = row.Enterprise, FactorCode = row.Factor, Factor = row.FactorName, Unit = row.Unit }, FoundBy: ManualFindings.FoundBy, Part: row.Factor)
        {
            FirstAt = at,
            LastAt = at,
            WorstAt = at,
            FirstValue = row.Mean,
            WorstValue = row.Mean,
            LastValue = row.Mean,
            Limit = row.Level,
            Count = row.Periods.Count,
            ClosesItself = false,
            Basis = $"园区行动值：{row.Action!.Basis}",
            Text = $"{row.Enterprise}厂界{row.FactorName}近一年 {row.Periods.Count} 期最高减最低的均值 {ManualWords.Worked(row.Mean)} {row.Unit}，超过园区行动值 {ManualWords.Worked(row.Level)} {row.Unit}；最近一期 {ParkWords.Day(last.First)} 至 {ParkWords.Day(last.Last)}，最高在{last.HighestAt}。请开溯源单，查因和整改的期限可参照 {FenceActionLevels.CauseDays} 日和 {FenceActionLevels.ActionDays} 日（待核对）。",
        };
    });

    /// <param name="causes">That are not done and whose answer does not wait for the park, with the name of their enterprise.</param>
    public static IEnumerable<Finding> Of(IEnumerable<(FenceCause Cause, string Enterprise)> causes, DateOnly today)
    {
        foreach (var (cause, enterprise) in causes)
        {
            var due = cause.State == FenceCauseType.Open ? cause.CauseDueOn!.Value : cause.ActionDueOn!.Value;
            var what = cause.State == FenceCauseType.Open ? "查明原因" : "完成整改";
            var isLate = due < today;
            var at = isLate ? ParkWords.End(due) : ParkWords.Begin(cause.FoundOn!.Value);
            yield return new Finding(isLate ? Late : Wanted, new AlarmSubject { EnterpriseId = cause.EnterpriseId, Enterprise = enterprise, RecordType = FenceCauseType.Name, RecordId = cause.Id, Title = cause.Title }, FoundBy: ManualFindings.FoundBy, Part: $"{(cause.State == FenceCauseType.Open ? "cause" : "action")}-{due:yyyyMMdd}")
            {
                FirstAt = at,
                LastAt = at,
                WorstAt = at,
                ClosesItself = true,
                Text = $"{enterprise}：{cause.Title}的溯源单（{cause.Kind}）应在 {ParkWords.Day(due)} 前{what}{(isLate ? "，已逾期" : "")}。",
            };
        }
    }
}
