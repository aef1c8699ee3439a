namespace EcoPark.Platform.Accounts;

/// <summary>One signed-in browser. The cookie holds its id alone; ending it here signs the browser out.</summary>
public sealed class AccountSession
{
    public Guid Id { get; set; }

    public int AccountId { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it ended; Chinese.</summary>
    public string EndReason { get; set; } = "";

    public string Remote { get; set; } = "";

    /// <summary>Name of the wall (大屏) that the browser is; empty for a person's.</summary>
    public string Screen { get; set; } = "";

    /// <summary>Browser, as it calls itself.</summary>
    public string Agent { get; set; } = "";
}

/// <summary>A hash that must not be chosen again.</summary>
public sealed class FormerPassword
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    [Security.Secret]
    public required string Hash { get; set; }

    public DateTime ReplacedAt { get; set; }
}
