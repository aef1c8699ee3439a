using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Somebody an alarm can be given to.</summary>
/// <param name="AccountId"><see langword="null"/> for a department as a whole.</param>
/// <param name="Name">Of the person or the department.</param>
/// <param name="UserName">Tells people of one name apart.</param>
/// <param name="Department">Empty where the person names none.</param>
public sealed record Assignee(int? AccountId, string Name, string UserName, string Department);

/// <summary>
/// What people do with alarms. Each step needs its permission and the alarm within the actor's scope, is refused where the alarm is not in the state for it,
/// and is written with its line in the time line and its entry in the audit log. Of two people who take the same step at once the second is told.
/// </summary>
public sealed class AlarmDesk(IDbContextFactory<ParkDb> databases, NoticeBoard notices, IAlarmSignals signals, TimeProvider clock)
{
    /// <summary>Alarms of one batch.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Causes that people choose from when they handle an alarm.</summary>
    public static readonly IReadOnlyList<string> Reasons =
        ["生产工况异常", "治污设施故障", "启停炉或开停车", "监测设备故障", "监测设备维护校准", "通讯或供电故障", "采样或数据错误", "规则设置不当", "误报", "其他"];

    private const int MostAttempts = 5;
    private const int MostAssignees = 500;
    private static readonly TimeSpan LongestShelf = TimeSpan.FromDays(30);
    private static readonly Problem NotFound = new("not-found", "没有这条报警，或不在您的范围内。");

    /// <summary>确认: somebody has seen it and takes care.</summary>
    public Task<Outcome<Alarm>> Acknowledge(int id, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Acknowledge, "确认", "", (alarm, actor, now) =>
    {
        if (alarm.State != AlarmState.Raised)
            return new Problem("acknowledged", $"已由{alarm.AcknowledgedBy}于 {Wall(alarm.AcknowledgedAt)} 确认，无需再次确认。");
        (alarm.State, alarm.AcknowledgedAt, alarm.AcknowledgedBy, alarm.EscalateAt) = (AlarmState.Acknowledged, now, actor.Name, null);
        return null;
    }, cancellationToken);

    /// <summary>Acknowledges many; those that others were faster with are left out.</summary>
    /// <returns>How many were acknowledged.</returns>
    public async Task<int> Acknowledge(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in ids.Take(MostAtOnce))
            done += (await Acknowledge(id, cancellationToken).ConfigureAwait(false)).IsOk ? 1 : 0;
        return done;
    }

    /// <summary>Whom an alarm can be given to: the departments of the authority that have people, and these.</summary>
    public async Task<IReadOnlyList<Assignee>> Assignees(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.Handle))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var people = await People(db).OrderBy(one => one.Department).ThenBy(one => one.DisplayName).Take(MostAssignees)
            .Select(one => new Assignee(one.Id, one.DisplayName, one.UserName ?? "", one.Department)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. people.Select(one => one.Department).Where(name => name.Length > 0).Distinct().Select(name => new Assignee(null, name, "", name)), .. people];
    }

    /// <summary>指派: an account of the park that takes care of it. It is told, and has the alarm in its to-dos.</summary>
    public async Task<Outcome<Alarm>> Assign(int id, int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await People(db).FirstOrDefaultAsync(one => one.Id == accountId, cancellationToken).ConfigureAwait(false) is not { } account)
            return new Problem("no-account", "没有这个账户，或它已停用、属于企业。", "accountId");
        return await Assign(id, account.Id, account.DisplayName, [account.Id], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>指派 to a department: all its people are told and have it in their to-dos.</summary>
    public async Task<Outcome<Alarm>> Assign(int id, string department, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var people = await People(db).Where(one => one.Department == department && department != "").Select(one => one.Id).Take(MostAssignees).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (people.Count == 0)
            return new Problem("no-department", "这个部门没有可用的账户，请指派给个人。", "department");
        return await Assign(id, null, department, people, cancellationToken).ConfigureAwait(false);
    }

    private Task<Outcome<Alarm>> Assign(int id, int? account, string name, IReadOnlyList<int> told, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "指派", name, (alarm, _, _) =>
    {
        (alarm.AssigneeId, alarm.Assignee) = (account, name);
        return null;
    }, cancellationToken, AlarmNotices.Assigned, told);

    private static IQueryable<Account> People(ParkDb db) => db.Set<Account>().AsNoTracking().Where(one => !one.IsDisabled && one.EnterpriseId == null);

    /// <summary>处置: what was the cause and what was done.</summary>
    public Task<Outcome<Alarm>> Handle(int id, string reason, string measures, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "处置", $"{reason}：{measures}", (alarm, actor, now) =>
    {
        if (!Reasons.Contains(reason))
            return new Problem("reason", "请选择原因类别。", "reason");
        if (measures.Trim().Length is 0 or > 2_000)
            return new Problem("measures", "请填写处置情况，至多 2000 字。", "measures");
        if (alarm.State == AlarmState.Handled)
            return new Problem("handled", $"已由{alarm.HandledBy}于 {Wall(alarm.HandledAt)} 处置。");
        if (alarm.State == AlarmState.Raised)
            (alarm.AcknowledgedAt, alarm.AcknowledgedBy, alarm.EscalateAt) = (now, actor.Name, null);
        (alarm.State, alarm.HandledAt, alarm.HandledBy, alarm.Reason, alarm.Measures) = (AlarmState.Handled, now, actor.Name, reason, measures.Trim());
        return null;
    }, cancellationToken);

    /// <summary>要求企业说明, with a deadline (UTC).</summary>
    public Task<Outcome<Alarm>> RequestExplanation(int id, DateTime due, string remark, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "要求说明", $"{Wall(due)} 前；{remark}", (alarm, _, now) =>
    {
        if (alarm.EnterpriseId == 0)
            return new Problem("no-enterprise", "这条报警不属于企业，无法要求企业说明。");
        if (due <= now)
            return new Problem("due", "说明时限应晚于现在。", "due");
        if (alarm.AwaitsExplanation)
            return new Problem("requested", $"已要求企业说明，时限 {Wall(alarm.ExplanationDue)}。");
        (alarm.Explanation, alarm.ExplanationDue, alarm.IsOverdueTold) = (ExplanationState.Requested, due, false);
        return null;
    }, cancellationToken, AlarmNotices.Explain);

    /// <summary>异常说明 of the enterprise.</summary>
    public Task<Outcome<Alarm>> Explain(int id, string text, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Explain, "提交说明", text, (alarm, actor, now) =>
    {
        if (text.Trim().Length is 0 or > 4_000)
            return new Problem("text", "请填写异常说明，至多 4000 字。", "text");
        if (alarm.Explanation is not (ExplanationState.Requested or ExplanationState.Returned))
            return new Problem("not-asked", alarm.Explanation == ExplanationState.Submitted ? $"已由{alarm.ExplainedBy}提交说明，正在审核。" : "园区没有要求说明这条报警。");
        (alarm.Explanation, alarm.ExplanationText, alarm.ExplainedAt, alarm.ExplainedBy) = (ExplanationState.Submitted, text.Trim(), now, actor.Name);
        return null;
    }, cancellationToken, AlarmNotices.Explained);

    /// <summary>审核 of the explanation: accepted, or returned with what is missing.</summary>
    public Task<Outcome<Alarm>> Review(int id, bool isAccepted, string remark, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, isAccepted ? "说明通过" : "说明退回", remark, (alarm, _, _) =>
    {
        if (alarm.Explanation != ExplanationState.Submitted)
            return new Problem("not-submitted", "没有待审核的说明，可能已由他人审核，请刷新。");
        if (!isAccepted && string.IsNullOrWhiteSpace(remark))
            return new Problem("remark", "退回时请写明需要补充什么。", "remark");
        (alarm.Explanation, alarm.ReviewRemark) = (isAccepted ? ExplanationState.Accepted : ExplanationState.Returned, remark.Trim());
        return null;
    }, cancellationToken, isAccepted ? null : AlarmNotices.Explain);

    /// <summary>关闭, once it is over, handled, and explained where an explanation was asked for.</summary>
    public Task<Outcome<Alarm>> Close(int id, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "关闭", "", (alarm, actor, now) =>
    {
        if (alarm.IsLasting)
            return new Problem("lasting", "仍在报警，恢复正常后才能关闭；需要暂时静音请搁置。");
        if (alarm.State != AlarmState.Handled)
            return new Problem("not-handled", "请先填写处置情况再关闭。");
        if (alarm.AwaitsExplanation)
            return new Problem("not-explained", "企业说明尚未通过审核，还不能关闭。");
        (alarm.State, alarm.OpenCause, alarm.ClosedAt, alarm.ClosedBy, alarm.ShelvedUntil) = (AlarmState.Closed, null, now, actor.Name, null);
        return null;
    }, cancellationToken);

    /// <summary>搁置: silent until an instant (UTC); its end is told.</summary>
    public Task<Outcome<Alarm>> Shelve(int id, DateTime until, string why, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "搁置", $"至 {Wall(until)}；{why}", (alarm, _, now) =>
    {
        if (until <= now || until > now + LongestShelf)
            return new Problem("until", "搁置应有结束时间，且不超过 30 天。", "until");
        if (string.IsNullOrWhiteSpace(why))
            return new Problem("why", "请写明搁置的原因。", "why");
        alarm.ShelvedUntil = until;
        return null;
    }, cancellationToken);

    /// <summary>取消搁置.</summary>
    public Task<Outcome<Alarm>> Unshelve(int id, CancellationToken cancellationToken) => Step(id, AlarmPermissions.Handle, "取消搁置", "", (alarm, _, now) =>
    {
        if (!alarm.IsShelved(now))
            return new Problem("not-shelved", "这条报警没有被搁置。");
        alarm.ShelvedUntil = null;
        return null;
    }, cancellationToken);

    private async Task<Outcome<Alarm>> Step(
        int id, string permission, string action, string text, Func<Alarm, Actor, DateTime, Problem?> take, CancellationToken cancellationToken, string? told = null, IReadOnlyList<int>? toldTo = null)
    {
        var actor = Actor.Current;
        if (!actor.May(permission))
            return new Problem("forbidden", "您没有这项权限。");
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            if (await db.Set<Alarm>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } alarm)
                return NotFound;
            if (!alarm.IsOpen)
                return new Problem("closed", $"这条报警已由{alarm.ClosedBy}于 {Wall(alarm.ClosedAt)} 关闭。");
            var now = clock.UtcNow();
            if (take(alarm, actor, now) is { } problem)
                return problem;

            alarm.Version++;
            db.Add(new AlarmStep { AlarmId = id, At = now, AccountId = actor.AccountId, Who = actor.Name, Action = action, Text = text });
            if (told is not null)
                notices.Add(db, toldTo is null ? [AlarmNotices.Of(alarm, told, text)] : [.. toldTo.Select(account => AlarmNotices.Of(alarm, told, text, account))]);
            try
            {
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                continue; // Somebody took a step meanwhile: whether this one still makes sense, its own check says.
            }

            notices.Wake();
            signals.Publish(new AlarmSignal(id, alarm.EnterpriseId));
            return alarm;
        }
    }

    private static string Wall(DateTime? utc) => utc is { } at ? ParkTime.FromUtc(at).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";
}
