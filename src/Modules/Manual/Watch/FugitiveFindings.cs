using EcoPark.Alarms;
using EcoPark.Modules.Manual.Sources;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Sources that were not looked at in time, and faults that are not put right in time.</summary>
internal static class FugitiveFindings
{
    public static readonly AlarmType NotInspected = new("FugitiveNotInspected", "无组织源逾期未检", AlarmCategory.Warning, AlarmLevel.Blue) { Words = "无组织排放源过了检查周期还没有检查记录。" };

    public static readonly AlarmType NotRemedied = new("FugitiveNotRemedied", "无组织问题逾期未改", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "检查发现的无组织控制问题过了整改期限。" };

    public static readonly IReadOnlyList<AlarmType> Kinds = [NotInspected, NotRemedied];

    public static IEnumerable<Finding> Of(IEnumerable<SourceRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Standing == SourceRow.Late)
                yield return Found(NotInspected, row, row.DueOn!.Value, 1, $"{row.Enterprise}{row.Source.Name}（{row.Source.Kind}）{(row.Last is { } last ? $"上次检查 {ParkWords.Day(last.Day)}" : $"{ParkWords.Day(row.Source.Since)} 启用以来没有检查")}，周期 {row.Source.CycleMonths} 个月，应在 {ParkWords.Day(row.DueOn)} 前检查。");
            if (row.Open.Where(one => one.DueOn < row.Today).ToList() is { Count: > 0 } late)
                yield return Found(NotRemedied, row, late.Min(one => one.DueOn!.Value), late.Count, $"{row.Enterprise}{row.Source.Name} {ParkWords.Day(late[0].Day)} 检查发现“{late[0].Fault}”，应在 {ParkWords.Day(late[0].DueOn)} 前整改{(late.Count > 1 ? $"，另有 {late.Count - 1} 项" : "")}。");
        }
    }

    private static Finding Found(AlarmType type, SourceRow row, DateOnly due, int count, string text)
    {
        var at = ParkWords.End(due);
        return new(type, new AlarmSubject { EnterpriseId = row.Source.EnterpriseId, Enterprise = row.Enterprise, RecordType = FugitiveSourceType.Name, RecordId = row.Source.Id, Title = row.Source.Name }, FoundBy: ManualFindings.FoundBy) { FirstAt = at, LastAt = at, WorstAt = at, Count = count, ClosesItself = true, Text = text };
    }
}
