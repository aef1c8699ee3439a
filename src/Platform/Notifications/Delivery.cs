namespace EcoPark.Platform.Notifications;

public enum DeliveryState
{
    /// <summary>待发送, or to be tried again.</summary>
    Waiting = 1,

    /// <summary>已发送: the other side has taken it.</summary>
    Sent = 2,

    /// <summary>失败: given up.</summary>
    Failed = 3,
}

/// <summary>One notice, or several in one, on its way to one person or group by one channel. The row is the queue: what a power cut finds waiting is sent afterwards.</summary>
public sealed class Delivery
{
    public long Id { get; set; }

    public ChannelKind Channel { get; set; }

    /// <summary>Person; <see langword="null"/> for a group.</summary>
    public int? AccountId { get; set; }

    /// <summary>Mail address, phone number, name of a robot, or number of a push subscription.</summary>
    public required string Address { get; set; }

    public required string Title { get; set; }

    public string Text { get; set; } = "";

    public string Href { get; set; } = "";

    /// <summary>File that goes with a mail, see <see cref="Channels.MailFileSource"/>; empty for none.</summary>
    public string File { get; set; } = "";

    public int Level { get; set; }

    public DateTime At { get; set; }

    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>Next try.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>A node has it in hand until then.</summary>
    public DateTime? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public string Error { get; set; } = "";

    public DateTime? SentAt { get; set; }
}
