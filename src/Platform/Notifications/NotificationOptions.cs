namespace EcoPark.Platform.Notifications;

/// <summary>Settings <c>EcoPark:Notifications</c>: what a channel needs to work. A channel without settings is off, and the page says so.</summary>
public sealed class NotificationOptions
{
    public const string Section = "EcoPark:Notifications";

    /// <summary>Address of the platform as people reach it, for links in mails and on phones.</summary>
    public string PublicUrl { get; set; } = "";

    public MailOptions Mail { get; set; } = new();

    public PushOptions Push { get; set; } = new();

    public SmsOptions Sms { get; set; } = new();

    /// <summary>群机器人.</summary>
    public List<RobotOptions> Robots { get; set; } = [];

    /// <summary>A link that works outside the platform; empty where the address is not set.</summary>
    public string Link(string href) => PublicUrl.Length == 0 || href.Length == 0 ? "" : PublicUrl.TrimEnd('/') + href;
}

public sealed class MailOptions
{
    /// <summary>SMTP server; empty for no mail.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 465;

    /// <summary><c>Tls</c> (465), <c>StartTls</c> (587) or <c>None</c>, within a machine or a trusted network alone.</summary>
    public string Security { get; set; } = "Tls";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";
}

public sealed class PushOptions
{
    /// <summary>Who stands behind the pushes, RFC 8292 2.1: <c>mailto:</c> or <c>https:</c>.</summary>
    public string Subject { get; set; } = "mailto:admin@localhost";

    /// <summary>Push services that may be called, with all below them; a subscription of any other is refused, so that nobody makes the platform call where they like.</summary>
    public List<string> Hosts { get; set; } = ["fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com"];

    /// <summary>Allows plain HTTP: for a push service within the park's own network alone.</summary>
    public bool AllowsHttp { get; set; }
}

/// <summary>A request as an SMS gateway wants it; <c>{phone}</c>, <c>{title}</c>, <c>{text}</c> and <c>{link}</c> are put in, in the body as JSON strings without quotes.</summary>
public sealed class SmsOptions
{
    public string Url { get; set; } = "";

    public string Method { get; set; } = "POST";

    public string ContentType { get; set; } = "application/json";

    public string Body { get; set; } = """{"phone":"{phone}","content":"{title} {text}"}""";

    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>What a good answer contains; empty where the status alone decides.</summary>
    public string Expects { get; set; } = "";
}

public sealed class RobotOptions
{
    /// <summary>Chosen by in subscriptions.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>WeCom</c> or <c>DingTalk</c>.</summary>
    public string Kind { get; set; } = "WeCom";

    /// <summary>Webhook address with its key.</summary>
    public string Url { get; set; } = "";

    /// <summary>加签 of DingTalk; empty where the robot is protected otherwise.</summary>
    public string Secret { get; set; } = "";
}
