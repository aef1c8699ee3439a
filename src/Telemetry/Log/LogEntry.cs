using EcoPark.Hj212;
using EcoPark.Platform.Data;

namespace EcoPark.Telemetry.Log;

/// <summary>A line of the telegram log: bytes as they came or went, and what was made of them. The bytes never change.</summary>
public sealed record LogEntry
{
    /// <summary>Given by the log; grows with time on one node.</summary>
    public long Id { get; init; }

    /// <summary>UTC, microseconds.</summary>
    public required DateTime At { get; init; }

    public required Direction Direction { get; init; }

    public required TelegramVerdict Verdict { get; init; }

    /// <summary>MN as read, or empty.</summary>
    public string Mn { get; init => field = StorableText.Of(value); } = "";

    public CommandCode Command { get; init; }

    /// <summary>QN as written, or empty.</summary>
    public string Qn { get; init => field = StorableText.Of(value); } = "";

    /// <summary>DataTime, the device's wall clock.</summary>
    public DateTime? DataTime { get; init; }

    /// <summary>Deviations of the telegram; those tolerated where it was accepted.</summary>
    public Deviation Deviations { get; init; }

    /// <summary>CN of the answer that is due once the entry is durable; 0 where none is.</summary>
    public CommandCode Answer { get; init; }

    /// <summary>Reason of a verdict other than accepted; Chinese.</summary>
    public string Reason { get; init => field = StorableText.Of(value); } = "";

    /// <summary>What a person has decided to add to the device's times (QN, DataTime); <see langword="null"/> where nobody had to. The bytes stay as they came.</summary>
    public TimeSpan? Shift { get; init; }

    /// <summary>Remote address and port.</summary>
    public string Remote { get; init; } = "";

    /// <summary>Node that holds the connection.</summary>
    public string Node { get; init; } = "";

    /// <summary>From ## to CRC, or a piece of garbage. With the passwords it holds: never shown, see <see cref="Shown"/>.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The bytes with an asterisk for each of a password: for pages, exports, API and logs.</summary>
    public byte[] Shown => TelegramSecrets.Masked(Raw.Span);
}

public enum Direction : byte
{
    Received = 1,
    Sent = 2,
}

/// <summary>What the gateway decided of bytes that came in.</summary>
public enum TelegramVerdict : byte
{
    /// <summary>Of a registered device; handed to its twin.</summary>
    Accepted = 1,

    /// <summary>Of an unknown MN; kept until it is registered.</summary>
    Quarantined = 2,

    /// <summary>Wrong password, a deviation that is not tolerated, a disabled device.</summary>
    Rejected = 3,

    /// <summary>Not a telegram.</summary>
    Malformed = 4,

    /// <summary>The device's clock is plainly wrong: kept and answered, but no reading is made of it until somebody decides.</summary>
    Held = 5,

    /// <summary>Acknowledged, but processing it failed again and again: kept with the reason, so that it holds nothing else up. A replay tries it anew.</summary>
    SetAside = 6,

    /// <summary>A person has decided that it is not to be used; the reason says who and why.</summary>
    Discarded = 7,
}
