using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>泄漏修复 as the workflow kit sees it: for whom it waits, until when, who is told. Repairs are entered in the record; the park's word on a delay is a step.</summary>
public static class LeakFlow
{
    /// <summary>In time lines.</summary>
    public const string Subject = "ldar-leaks";

    /// <summary>Why a delay was not agreed to.</summary>
    public const string Remark = "remark";

    private const string Soon = "泄漏修复将到期";
    private const string Late = "泄漏修复逾期";
    private const string Escalated = "泄漏修复督办";
    private const string Answered = "延迟修复审批结果";

    /// <summary>All, in the order of its life.</summary>
    public static readonly IReadOnlyList<string> Events = [Soon, Late, Escalated, Answered];

    /// <summary>What holds while nobody has set anything.</summary>
    public static readonly IReadOnlyList<Subscription> Subscriptions =
    [
        new(ChannelKind.Messages) { Events = [Late, Escalated], IsForEnterprises = false, Permission = LdarPermissions.Delays },
        new(ChannelKind.Messages) { Events = [Soon, Late, Answered], IsForEnterprises = true },
    ];

    /// <summary>The park agrees to a day.</summary>
    public static FlowStep<LdarRepair, LeakState> Agree { get; } = new("agree-delay", "批准延迟")
    {
        From = [LeakState.DelayAsked],
        To = LeakState.Delayed,
        Side = FlowSide.Park,
        Permission = _ => LdarPermissions.Delays,
        Write = (repair, turn) => Decide(repair, LeakLife.Agreed, turn[Remark]),
        Asks = [new(Remark, "意见") { MaxLength = 500 }],
        Says = (repair, turn) => $"同意延迟到 {LdarWords.Day(repair.DelayUntil)}（{repair.DelayReason}）。{turn[Remark]}",
        Event = Answered,
    };

    /// <summary>The park does not agree.</summary>
    public static FlowStep<LdarRepair, LeakState> Refuse { get; } = new("refuse-delay", "不批准延迟")
    {
        From = [LeakState.DelayAsked],
        Side = FlowSide.Park,
        Permission = _ => LdarPermissions.Delays,
        Write = (repair, turn) => Decide(repair, LeakLife.Refused, turn[Remark]),
        Asks = [new(Remark, "不批准的原因") { IsRequired = true, MaxLength = 500 }],
        Says = (repair, turn) => $"不同意延迟到 {LdarWords.Day(repair.DelayUntil)}：{turn[Remark]}",
        Event = Answered,
    };

    public static Flow<LdarRepair, LeakState> Life { get; } = new("ldar-leak", "泄漏修复", Subject, repair => repair.Stage, repair => repair.Due, repair => repair.Look)
    {
        View = LdarPermissions.View,
        States = LeakStates.Titles,
        Steps = [Agree, Refuse],
        Deadlines =
        [
            Deadline(LeakState.AwaitsFirstRepair, $"检出后 {LdarRules.FirstRepairDays} 日内没有首次维修"), Deadline(LeakState.AwaitsRepair, $"检出后 {LdarRules.RepairDays} 日内没有修复"),
            Deadline(LeakState.AwaitsRetest, $"检出后 {LdarRules.RepairDays} 日内没有复测"), Deadline(LeakState.DelayAsked, $"检出后 {LdarRules.RepairDays} 日内没有修复，延迟修复尚未批准"), Deadline(LeakState.Delayed, "到批准的延迟日期没有修复"),
        ],
        Waits =
        [
            Enterprise("首次维修", LeakState.AwaitsFirstRepair), Enterprise("修复泄漏", LeakState.AwaitsRepair), Enterprise("登记复测", LeakState.AwaitsRetest), Enterprise("按期完成延迟修复", LeakState.Delayed),
            new("审批延迟修复", LeakState.DelayAsked, (_, actor) => actor.EnterpriseId is null && actor.May(LdarPermissions.Delays) ? _ => true : null),
        ],
        TitleOf = repair => repair.PointCode,
        HrefOf = HrefOf,
        NoticeOf = (repair, told, text, account) => new Notice
        {
            Event = told,
            Permission = LdarPermissions.View,
            Level = told == Soon || told == Answered ? 4 : told == Late ? 3 : 2,
            EnterpriseId = repair.EnterpriseId,
            AccountId = account,
            Group = "泄漏修复",
            Title = $"{told}：{repair.PointCode}",
            Text = text,
            Href = HrefOf(repair.Id),
            GroupHref = "/ldar/leaks",
        },
        IsOver = repair => repair.DeletedAt is null ? null : new Problem("deleted", "这条泄漏修复已删除。"),
    };

    public static string HrefOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/ldar/leaks/{id}");

    private static FlowDeadline<LdarRepair, LeakState> Deadline(LeakState state, string late) => new(state)
    {
        RemindsBefore = LeakLife.Reminds,
        Reminder = new("将到期", Soon, (repair, _) => $"密封点 {repair.PointCode} 于 {LdarWords.Wall(repair.DetectedAt)} 检出泄漏，{LeakStates.Of(state)}，明日到期。"),
        Overdue = new("逾期", Late, (repair, _) => $"密封点 {repair.PointCode} 于 {LdarWords.Wall(repair.DetectedAt)} 检出泄漏，{late}。"),
        EscalatesAfter = TimeSpan.FromDays(3),
        Escalation = new("督办", Escalated, (repair, now) => $"密封点 {repair.PointCode} {late}，已逾期 {(now - repair.Due!.Value).TotalDays:0} 天。"),
    };

    private static FlowWait<LdarRepair, LeakState> Enterprise(string title, LeakState state) => new(title, state, (_, actor) => actor.EnterpriseId is not null && actor.May($"records.{LdarRepairType.Name}.edit") ? _ => true : null);

    private static void Decide(LdarRepair repair, string verdict, string remark)
    {
        (repair.DelayVerdict, repair.DelayRemark, repair.DelayDecided) = (verdict, remark, repair.DelayUntil);
        LeakLife.Settle(repair);
    }
}
