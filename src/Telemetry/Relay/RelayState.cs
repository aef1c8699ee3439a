namespace EcoPark.Telemetry.Relay;

/// <summary>What a relay is doing, and which node does it: the lease that keeps two nodes from serving one platform.</summary>
public sealed class RelayState
{
    public int PlatformId { get; set; }

    /// <summary>Counts what was saved of the platform, so that every node notices.</summary>
    public int Revision { get; set; }

    /// <summary>Node that serves the platform; empty where none does.</summary>
    public string Holder { get; set; } = "";

    /// <summary>UTC; another node may take over after it.</summary>
    public DateTime HeldUntil { get; set; }

    public RelayLink Link { get; set; }

    /// <summary>Since when the link is so, UTC.</summary>
    public DateTime LinkSince { get; set; }

    /// <summary>Telegrams settled since the platform was registered.</summary>
    public long Sent { get; set; }

    public DateTime? LastSentAt { get; set; }

    /// <summary>Chinese; empty while all is well.</summary>
    public string LastError { get; set; } = "";

    public DateTime? LastErrorAt { get; set; }
}

/// <summary>The connection to an upper platform.</summary>
public enum RelayLink
{
    /// <summary>Nobody is at it: paused, or no node has taken it up yet.</summary>
    Idle = 0,
    Connecting = 1,
    Connected = 2,

    /// <summary>The last attempt failed; the next follows.</summary>
    Waiting = 3,
}
