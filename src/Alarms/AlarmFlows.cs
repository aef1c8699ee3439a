using System.Globalization;
using System.Linq.Expressions;
using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;

namespace EcoPark.Alarms;

/// <summary>
/// The two lives of an alarm. Handling is that of ISA-18.2: raised → acknowledged → handled → closed, with shelving and escalation; the readings raise it
/// again. Beside it the enterprise's explanation: asked for → handed in → accepted or returned.
/// </summary>
public sealed class AlarmFlows
{
    /// <summary>In time lines.</summary>
    public const string Subject = "alarms";

    /// <summary>What steps ask for.</summary>
    public const string Text = "text", Reason = "reason", Measures = "measures", Remark = "remark", Why = "why", Until = "until", Assignee = "assignee", AccountId = "accountId";

    /// <summary>Name of the step <see cref="Acknowledge"/>, in time lines.</summary>
    public const string Acknowledging = "acknowledge";

    /// <summary>Causes that people choose from when they handle an alarm.</summary>
    public static readonly IReadOnlyList<string> Reasons =
        ["生产工况异常", "治污设施故障", "启停炉或开停车", "监测设备故障", "监测设备维护校准", "通讯或供电故障", "采样或数据错误", "规则设置不当", "误报", "其他"];

    private static readonly TimeSpan LongestShelf = TimeSpan.FromDays(30);
    private static readonly AlarmState[] OpenStates = [AlarmState.Raised, AlarmState.Acknowledged, AlarmState.Handled];

    public AlarmFlows(IAlarmSignals signals)
    {
        void Changed(Alarm alarm) => signals.Publish(new AlarmSignal(alarm.Id, alarm.EnterpriseId));

        Handling = new Flow<Alarm, AlarmState>("alarm", "报警", Subject, alarm => alarm.State, alarm => alarm.AcknowledgeDue, alarm => alarm.AcknowledgeLook)
        {
            View = AlarmPermissions.View,
            States = AlarmWords.States,
            Steps = [Acknowledge, Handle, Close, Assign, Shelve, Unshelve],
            Deadlines =
            [
                new(AlarmState.Raised) { Overdue = new("上报", AlarmNotices.Escalated, (alarm, now) => $"报警 {(now - alarm.FoundAt).TotalMinutes:0} 分钟无人确认。") },
            ],
            Waits =
            [
                new("处置指派给我的报警", AlarmState.Acknowledged, GivenTo),
                new("确认指派给我的报警", AlarmState.Raised, GivenTo),
            ],
            TitleOf = TitleOf,
            HrefOf = HrefOf,
            NoticeOf = AlarmNotices.Of,
            IsOver = IsOver,
            IsSilent = (alarm, now) => alarm.IsShelved(now),
            Changed = Changed,
        };
        Explaining = new Flow<Alarm, ExplanationState>("alarm-explanation", "异常说明", Subject, alarm => alarm.Explanation, alarm => alarm.ExplanationDue, alarm => alarm.ExplanationLook)
        {
            View = AlarmPermissions.View,
            States = AlarmWords.Explanations,
            Steps = [Request, Explain, Accept, Return],
            Deadlines =
            [
                new(ExplanationState.Requested) { RemindsBefore = TimeSpan.FromHours(2), Reminder = Soon, Overdue = Late },
                new(ExplanationState.Returned) { WorkingDays = 2, RemindsBefore = TimeSpan.FromHours(10), Reminder = Soon, Overdue = Late },
                new(ExplanationState.Submitted) { WorkingDays = 3, Overdue = new("审核逾期", AlarmNotices.ReviewOverdue, (_, _) => "企业已提交说明，3 个工作日内没有审核。") },
            ],
            Waits =
            [
                new("填写异常说明", ExplanationState.Requested, ToExplain),
                new("补充被退回的说明", ExplanationState.Returned, ToExplain),
                new("审核企业说明", ExplanationState.Submitted, (_, actor) => actor.EnterpriseId is null && actor.May(AlarmPermissions.Handle) ? _ => true : null),
            ],
            TitleOf = TitleOf,
            HrefOf = HrefOf,
            NoticeOf = AlarmNotices.Of,
            IsOver = IsOver,
            IsSilent = (alarm, now) => alarm.IsShelved(now),
            Changed = Changed,
        };
    }

    public Flow<Alarm, AlarmState> Handling { get; }

    public Flow<Alarm, ExplanationState> Explaining { get; }

    /// <summary>确认: somebody has seen it and takes care.</summary>
    public FlowStep<Alarm, AlarmState> Acknowledge { get; } = new(Acknowledging, "确认")
    {
        From = [AlarmState.Raised],
        To = AlarmState.Acknowledged,
        Permission = _ => AlarmPermissions.Acknowledge,
        TooLate = alarm => new Problem("acknowledged", $"已由{alarm.AcknowledgedBy}于 {Wall(alarm.AcknowledgedAt)} 确认，无需再次确认。"),
        Write = Acknowledged,
    };

    /// <summary>处置: what was the cause and what was done.</summary>
    public FlowStep<Alarm, AlarmState> Handle { get; } = new("handle", "处置")
    {
        From = [AlarmState.Raised, AlarmState.Acknowledged],
        To = AlarmState.Handled,
        Permission = _ => AlarmPermissions.Handle,
        Asks =
        [
            new(Reason, "原因类别") { Choices = Reasons, IsRequired = true },
            new(Measures, "处置情况") { IsRequired = true, MaxLength = 2_000 },
        ],
        TooLate = alarm => new Problem("handled", $"已由{alarm.HandledBy}于 {Wall(alarm.HandledAt)} 处置。"),
        Write = (alarm, turn) =>
        {
            if (alarm.State == AlarmState.Raised)
                Acknowledged(alarm, turn);
            (alarm.HandledAt, alarm.HandledBy, alarm.Reason, alarm.Measures) = (turn.Now, turn.Actor.Name, turn[Reason], turn[Measures]);
        },
        Says = (_, turn) => $"{turn[Reason]}：{turn[Measures]}",
    };

    /// <summary>关闭, once it is over, handled, and explained where an explanation was asked for.</summary>
    public FlowStep<Alarm, AlarmState> Close { get; } = new("close", "关闭")
    {
        From = [AlarmState.Handled],
        To = AlarmState.Closed,
        Permission = _ => AlarmPermissions.Handle,
        TooLate = alarm => Lasting(alarm) ?? new Problem("not-handled", "请先填写处置情况再关闭。"),
        When = (alarm, _) => Lasting(alarm) ?? (alarm.AwaitsExplanation ? new Problem("not-explained", "企业说明尚未通过审核，还不能关闭。") : null),
        Write = (alarm, turn) => (alarm.OpenCause, alarm.ClosedAt, alarm.ClosedBy, alarm.ShelvedUntil) = (null, turn.Now, turn.Actor.Name, null),
    };

    /// <summary>指派 to a person, or to a department where no account is given.</summary>
    public FlowStep<Alarm, AlarmState> Assign { get; } = new("assign", "指派")
    {
        From = OpenStates,
        Permission = _ => AlarmPermissions.Handle,
        Asks = [new(Assignee, "指派给") { IsRequired = true, MaxLength = 50 }, new(AccountId, "账户编号")],
        Write = (alarm, turn) =>
            (alarm.AssigneeId, alarm.Assignee) = (int.TryParse(turn[AccountId], CultureInfo.InvariantCulture, out var account) ? account : null, turn[Assignee]),
        Says = (_, turn) => turn[Assignee],
        Event = AlarmNotices.Assigned,
        IsInternal = true,
    };

    /// <summary>搁置: silent until an instant (UTC); its end is told.</summary>
    public FlowStep<Alarm, AlarmState> Shelve { get; } = new("shelve", "搁置")
    {
        From = OpenStates,
        Permission = _ => AlarmPermissions.Handle,
        Asks = [new(Until, "搁置至") { IsRequired = true }, new(Why, "原因") { IsRequired = true, Missing = "请写明搁置的原因，至多 1000 字。" }],
        When = (_, turn) => UntilOf(turn) <= turn.Now || UntilOf(turn) > turn.Now + LongestShelf ? new Problem(Until, "搁置应有结束时间，且不超过 30 天。", Until) : null,
        Write = (alarm, turn) => alarm.ShelvedUntil = UntilOf(turn),
        Says = (alarm, turn) => $"至 {Wall(alarm.ShelvedUntil)}；{turn[Why]}",
        IsInternal = true,
    };

    /// <summary>取消搁置.</summary>
    public FlowStep<Alarm, AlarmState> Unshelve { get; } = new("unshelve", "取消搁置")
    {
        From = OpenStates,
        Permission = _ => AlarmPermissions.Handle,
        When = (alarm, turn) => alarm.IsShelved(turn.Now) ? null : new Problem("not-shelved", "这条报警没有被搁置。"),
        Write = (alarm, _) => alarm.ShelvedUntil = null,
        IsInternal = true,
    };

    /// <summary>要求企业说明, with a deadline.</summary>
    public FlowStep<Alarm, ExplanationState> Request { get; } = new("request", "要求说明")
    {
        From = [ExplanationState.None, ExplanationState.Accepted],
        To = ExplanationState.Requested,
        Permission = _ => AlarmPermissions.Handle,
        Asks = [new(Remark, "要说明什么")],
        TooLate = alarm => new Problem("requested", $"已要求企业说明，时限 {Wall(alarm.ExplanationDue)}。"),
        When = (alarm, turn) => alarm.EnterpriseId == 0 ? new Problem("no-enterprise", "这条报警不属于企业，无法要求企业说明。")
            : turn.Due is not { } due || due <= turn.Now ? new Problem("due", "说明时限应晚于现在。", "due") : null,
        Says = (_, turn) => $"{Wall(turn.Due)} 前；{turn[Remark]}",
        Event = AlarmNotices.Explain,
    };

    /// <summary>异常说明 of the enterprise.</summary>
    public FlowStep<Alarm, ExplanationState> Explain { get; } = new("explain", "提交说明")
    {
        From = [ExplanationState.Requested, ExplanationState.Returned],
        To = ExplanationState.Submitted,
        Permission = _ => AlarmPermissions.Explain,
        Asks = [new(Text, "异常说明") { IsRequired = true, MaxLength = 4_000 }],
        TooLate = alarm => new Problem("not-asked", alarm.Explanation == ExplanationState.Submitted ? $"已由{alarm.ExplainedBy}提交说明，正在审核。" : "园区没有要求说明这条报警。"),
        Write = (alarm, turn) => (alarm.ExplanationText, alarm.ExplainedAt, alarm.ExplainedBy) = (turn[Text], turn.Now, turn.Actor.Name),
        Event = AlarmNotices.Explained,
    };

    /// <summary>The explanation is accepted.</summary>
    public FlowStep<Alarm, ExplanationState> Accept { get; } = new("accept", "说明通过")
    {
        From = [ExplanationState.Submitted],
        To = ExplanationState.Accepted,
        Permission = _ => AlarmPermissions.Handle,
        Asks = [new(Remark, "审核意见")],
        TooLate = NotSubmitted,
        Write = (alarm, turn) => alarm.ReviewRemark = turn[Remark],
    };

    /// <summary>The explanation is returned with what is missing.</summary>
    public FlowStep<Alarm, ExplanationState> Return { get; } = new("return", "说明退回")
    {
        From = [ExplanationState.Submitted],
        To = ExplanationState.Returned,
        Permission = _ => AlarmPermissions.Handle,
        Asks = [new(Remark, "审核意见") { IsRequired = true, Missing = "退回时请写明需要补充什么，至多 1000 字。" }],
        TooLate = NotSubmitted,
        Write = (alarm, turn) => alarm.ReviewRemark = turn[Remark],
        Event = AlarmNotices.Explain,
    };

    private static FlowPassing<Alarm> Soon { get; } = new("说明将到期", AlarmNotices.Remind, (alarm, _) => $"请在 {Wall(alarm.ExplanationDue)} 前提交说明。");

    private static FlowPassing<Alarm> Late { get; } = new("说明逾期", AlarmNotices.Overdue, (_, _) => "企业未在时限内提交说明。");

    private static Expression<Func<Alarm, string>> TitleOf => alarm => alarm.What + " " + alarm.Factor + " " + (alarm.Subject != "" ? alarm.Subject : alarm.Point);

    /// <summary>A line of the time line that no step wrote.</summary>
    internal static FlowLine Line(Alarm alarm, DateTime at, string action, string text, Actor who, AlarmState? to = null) => new()
    {
        Subject = Subject,
        SubjectId = alarm.Id,
        Flow = "alarm",
        EnterpriseId = alarm.EnterpriseId,
        At = at,
        AccountId = who.AccountId,
        Who = who.Name,
        Action = action,
        Text = text,
        To = to?.ToString() ?? "",
    };

    private static string HrefOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/alarms/{id}");

    private static Problem? IsOver(Alarm alarm) => alarm.IsOpen ? null : new Problem("closed", $"这条报警已由{alarm.ClosedBy}于 {Wall(alarm.ClosedAt)} 关闭。");

    private static Problem? Lasting(Alarm alarm) => alarm.IsLasting ? new Problem("lasting", "仍在报警，恢复正常后才能关闭；需要暂时静音请搁置。") : null;

    private static Problem NotSubmitted(Alarm alarm) => new("not-submitted", "没有待审核的说明，可能已由他人审核，请刷新。");

    private static void Acknowledged(Alarm alarm, FlowTurn turn) => (alarm.AcknowledgedAt, alarm.AcknowledgedBy) = (turn.Now, turn.Actor.Name);

    private static DateTime UntilOf(FlowTurn turn) => DateTime.Parse(turn[Until], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>To the person, or to the department that the person belongs to.</summary>
    private static Expression<Func<Alarm, bool>>? GivenTo(ParkDb db, Actor actor) => actor is { EnterpriseId: null, AccountId: { } account } && actor.May(AlarmPermissions.Handle)
        ? alarm => alarm.AssigneeId == account
            || (alarm.AssigneeId == null && alarm.Assignee != "" && db.Set<Account>().Any(one => one.Id == account && one.Department == alarm.Assignee))
        : null;

    private static Expression<Func<Alarm, bool>>? ToExplain(ParkDb db, Actor actor) => actor.EnterpriseId is not null && actor.May(AlarmPermissions.Explain) ? alarm => alarm.OpenCause != null : null;

    private static string Wall(DateTime? utc) => utc is { } at ? ParkTime.FromUtc(at).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";
}
