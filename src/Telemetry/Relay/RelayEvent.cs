namespace EcoPark.Telemetry.Relay;

/// <summary>Something that happened between us and an upper platform, for people to read.</summary>
public sealed class RelayEvent
{
    public long Id { get; set; }

    public int PlatformId { get; set; }

    public DateTime At { get; set; }

    public RelayEventKind Kind { get; set; }

    /// <summary>Device concerned, by the MN it has there; empty for the platform as a whole.</summary>
    public string Mn { get; set; } = "";

    /// <summary>Chinese.</summary>
    public string Text { get; set; } = "";
}

public enum RelayEventKind
{
    Connected = 1,

    /// <summary>Not reached, or lost.</summary>
    Disconnected = 2,

    /// <summary>Refused a telegram.</summary>
    Refused = 3,

    /// <summary>Answered otherwise than the standard has it.</summary>
    WrongAnswer = 4,

    /// <summary>Sent a command down.</summary>
    Command = 5,

    /// <summary>A telegram that could not be written anew.</summary>
    Skipped = 6,
}
