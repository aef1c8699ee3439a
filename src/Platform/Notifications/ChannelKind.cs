namespace EcoPark.Platform.Notifications;

/// <summary>A way to people.</summary>
public enum ChannelKind
{
    /// <summary>消息中心.</summary>
    Messages = 1,

    /// <summary>邮件.</summary>
    Mail = 2,

    /// <summary>浏览器与手机推送.</summary>
    Push = 3,

    /// <summary>短信.</summary>
    Sms = 4,

    /// <summary>群机器人.</summary>
    Robot = 5,
}

public static class ChannelWords
{
    public static readonly IReadOnlyDictionary<ChannelKind, string> All = new Dictionary<ChannelKind, string>
    {
        [ChannelKind.Messages] = "消息中心",
        [ChannelKind.Mail] = "邮件",
        [ChannelKind.Push] = "手机推送",
        [ChannelKind.Sms] = "短信",
        [ChannelKind.Robot] = "群机器人",
    };

    public static string Of(ChannelKind kind) => All[kind];
}
