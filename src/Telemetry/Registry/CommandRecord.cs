using EcoPark.Hj212;

namespace EcoPark.Telemetry.Registry;

/// <summary>反控: a command to a device and what became of it.</summary>
public sealed class CommandRecord
{
    public long Id { get; set; }

    public required string Mn { get; set; }

    /// <summary>QN of the request, 17 digits; every telegram of the exchange carries it.</summary>
    public required string Qn { get; set; }

    public CommandCode Command { get; set; }

    public string DataArea { get; set; } = "";

    public required string RequestedBy { get; set; }

    public DateTime RequestedAt { get; set; }

    public CommandState State { get; set; }

    /// <summary>Times sent.</summary>
    public int Attempts { get; set; }

    /// <summary>QnRtn of 9011, HJ 212-2017 table 7.</summary>
    public int? RequestReturn { get; set; }

    /// <summary>ExeRtn of 9012, HJ 212-2017 table 6.</summary>
    public int? ExecutionReturn { get; set; }

    public DateTime? CompletedAt { get; set; }

    /// <summary>What came back, or why it failed; Chinese.</summary>
    public string Detail { get; set; } = "";
}

public enum CommandState
{
    Sent = 1,

    /// <summary>9011 with QnRtn=1.</summary>
    Accepted = 2,

    /// <summary>9012 with ExeRtn=1, or 9013 to a notice.</summary>
    Succeeded = 3,

    /// <summary>9011 or 9012 with another code.</summary>
    Refused = 4,

    /// <summary>No answer in time after all repeats.</summary>
    TimedOut = 5,

    /// <summary>The device was not connected.</summary>
    NotConnected = 6,
}
