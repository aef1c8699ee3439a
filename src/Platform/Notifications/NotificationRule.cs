using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Notifications;

/// <summary>通知订阅: who gets what by which channel, beside what is built in.</summary>
public sealed class NotificationRule : Record
{
    public string Name { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Event { get; set; } = "";

    public string Level { get; set; } = "";

    public string Role { get; set; } = "";

    public string UserName { get; set; } = "";

    public int? EnterpriseId { get; set; }

    public string Robot { get; set; } = "";

    public string Days { get; set; } = "";

    public TimeOnly? ActiveFrom { get; set; }

    public TimeOnly? ActiveTo { get; set; }

    public bool? IsOff { get; set; }
}

public static class NotificationRuleType
{
    public const string Name = "notification-rules";

    private static readonly string[] Levels = ["红", "橙及以上", "黄及以上", "全部"];

    /// <param name="events">Kinds of events that notices are of.</param>
    public static RecordType<NotificationRule> Create(IReadOnlyList<string> events) => new RecordType<NotificationRule>(Name, "通知订阅")
        .In("系统管理", "", "谁、在什么时间、以什么方式收到哪些报警；内置的订阅（值班人员收消息与推送、企业收本企业的）始终有效。", 5)
        .Text(r => r.Name, "订阅名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Channel, "方式", [.. ChannelWords.All.Values], f => f with { IsRequired = true })
        .Choice(r => r.Event, "事件", events, f => f with { Help = "不填为全部" })
        .Choice(r => r.Level, "级别", Levels, f => f with { IsRequired = true })
        .Part("给谁")
        .Text(r => r.Role, "角色", f => f with { MaxLength = 50, Help = "角色的中文名称，如 值班员、管理领导；不填为所有能看报警的人" })
        .Text(r => r.UserName, "登录名", f => f with { MaxLength = 50, Help = "只给这一个人" })
        .Text(r => r.Robot, "群机器人", f => f with { MaxLength = 50, Help = "方式为群机器人时，设置中机器人的名称" })
        .Part("何时")
        .OptionalReference(r => r.EnterpriseId, "只限企业", EnterpriseType.Name)
        .Choice(r => r.Days, "生效日", [WorkingHours.EveryDay, WorkingHours.Weekdays, WorkingHours.Weekends], f => f with { IsFilter = false, IsListed = false })
        .TimeOfDay(r => r.ActiveFrom, "时段起", f => f with { IsListed = false, Help = "如 18:00；起止都不填为全天" })
        .TimeOfDay(r => r.ActiveTo, "时段止", f => f with { IsListed = false })
        .YesNo(r => r.IsOff, "停用")
        .Check(r => r.ActiveFrom is null == r.ActiveTo is null ? null : new Problem("hours", "时段的起和止要么都填，要么都不填。", "activeTo"))
        .Check(r => r.Channel == ChannelWords.Of(ChannelKind.Robot) && r.Robot.Length == 0 ? new Problem("robot", "请填写群机器人的名称。", "robot") : null);

    internal static Subscription SubscriptionOf(NotificationRule rule) => new(ChannelWords.All.First(one => one.Value == rule.Channel).Key)
    {
        Events = rule.Event.Length == 0 ? [] : [rule.Event],
        Level = Array.IndexOf(Levels, rule.Level) + 1,
        Role = rule.Role,
        UserName = rule.UserName,
        EnterpriseId = rule.EnterpriseId,
        Robot = rule.Robot,
        Hours = WorkingHours.Of(rule.ActiveFrom, rule.ActiveTo, rule.Days),
    };
}
