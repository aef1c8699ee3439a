using System.Globalization;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;

namespace EcoPark.Alarms;

/// <summary>What people are told of an alarm; they choose by these events in their subscriptions.</summary>
public static class AlarmNotices
{
    public const string Raised = "报警";
    public const string Ended = "恢复";
    public const string Escalated = "超时未确认";
    public const string Assigned = "指派";
    public const string Explain = "要求说明";
    public const string Explained = "说明待审核";
    public const string Overdue = "说明逾期";
    public const string Remind = "说明将到期";
    public const string ReviewOverdue = "说明审核逾期";

    /// <summary>All, in the order of an alarm's life.</summary>
    public static readonly IReadOnlyList<string> Events = [Raised, Ended, Escalated, Assigned, Explain, Remind, Explained, Overdue, ReviewOverdue];

    /// <summary>What holds while nobody has set anything: those who can act are told in the message centre and on their phones.</summary>
    public static readonly IReadOnlyList<Subscription> Subscriptions =
    [
        new(ChannelKind.Messages) { Events = [Raised, Escalated, Explained, Overdue, ReviewOverdue], Level = (int)AlarmLevel.Yellow, IsForEnterprises = false, Permission = AlarmPermissions.Acknowledge },
        new(ChannelKind.Push) { Events = [Raised, Escalated, Explained, Overdue], Level = (int)AlarmLevel.Orange, IsForEnterprises = false, Permission = AlarmPermissions.Acknowledge },
        new(ChannelKind.Messages) { Events = [Raised, Explain, Remind, Overdue], Level = (int)AlarmLevel.Yellow, IsForEnterprises = true },
        new(ChannelKind.Push) { Events = [Raised, Explain, Overdue], Level = (int)AlarmLevel.Orange, IsForEnterprises = true },
        new(ChannelKind.Mail) { Events = [Explain, Overdue], IsForEnterprises = true },
    ];

    /// <param name="alarm">Saved already, so that it has a number.</param>
    /// <param name="told">One of <see cref="Events"/>.</param>
    /// <param name="text">What happened.</param>
    /// <param name="account">For this person alone.</param>
    internal static Notice Of(Alarm alarm, string told, string text, int? account = null) => new()
    {
        Event = told,
        Permission = AlarmPermissions.View,
        Level = (int)alarm.Level,
        EnterpriseId = alarm.EnterpriseId,
        AccountId = account,
        Group = alarm.Enterprise.Length > 0 ? alarm.Enterprise : alarm.Point,
        Title = $"{(told == Raised ? AlarmWords.Of(alarm.Level) + "色报警" : told)}：{alarm.Title}",
        Text = $"{(alarm.Enterprise.Length > 0 ? alarm.Enterprise + "：" : "")}{text}",
        Href = $"/alarms/{alarm.Id.ToString(CultureInfo.InvariantCulture)}",
        GroupHref = "/alarms",
    };
}
