using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Timers;

/// <summary>What a timer names is there, and its report is made for such periods; who enters it may have the report.</summary>
internal sealed class ReportTimerCheck(ReportDesk desk, ReportOptions options, IEnumerable<ReportOccasion> occasions, IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => ReportTimerType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var timer = (ReportTimer)record;
        if (Actor.Current.EnterpriseId is not null)
            return new Problem("forbidden", "定时报表由园区设置。");
        if (desk.Find(timer.Report) is not { } type)
            return new Problem("report", "没有这份报表，或者您没有查看其数据的权限。", "report");
        var span = TimerCalendar.SpanOf(timer.Every);
        if (!type.Spans.Contains(span))
            return new Problem("every", $"“{type.Title}”按{string.Join("、", type.Spans.Select(ReportPeriod.Name))}出，不能{timer.Every}出{(timer.Every == TimerCalendar.Weekly ? "（每周需要报表能选自选时段）" : "")}。", "every");
        if (TimerCalendar.IsOccasion(timer.Every) && !occasions.Any(one => one.Every == timer.Every))
            return new Problem("every", $"没有启用能发现“{timer.Every}”的模块，请选择其他周期。", "every");
        if (await NoSubject(timer, type, cancellationToken).ConfigureAwait(false) is { } missing)
            return missing;
        if (timer.IsToFolder is true && options.Folder.Length == 0)
            return new Problem("folder", "还没有设置报表文件夹：请运维人员设置 EcoPark:Reports:Folder 后再选。", "isToFolder");
        if (timer.Role.Length == 0)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Role>().AnyAsync(role => role.Title == timer.Role, cancellationToken).ConfigureAwait(false) ? null : new Problem("role", $"没有角色“{timer.Role}”，请填写“角色与权限”中的中文名称。", "role");
    }

    /// <summary>As the platform will find them: a statistic that is not shared is nobody's but its owner's.</summary>
    private async Task<Problem?> NoSubject(ReportTimer timer, ReportType type, CancellationToken cancellationToken)
    {
        if (timer.Subject.Length == 0)
            return null;
        using var turn = Actor.As(Actor.System);
        if (await ReportTimers.SubjectsOf(desk, type, timer, cancellationToken).ConfigureAwait(false) is { Count: > 0 })
            return null;
        return new Problem("subject", type.Subjects is { } subjects ? $"没有名为“{timer.Subject}”的{subjects.Label}，请与报表页上的名称核对；自定义统计须先与同事共享。" : "这份报表以园区为对象，请把“对象”留空。", "subject");
    }
}
