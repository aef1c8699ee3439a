using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Registry;

/// <summary>A hole in the data a device should have sent, and the asking for it.</summary>
public sealed class DataGap
{
    public long Id { get; set; }

    public required string Mn { get; set; }

    public Interval Interval { get; set; }

    /// <summary>First missing stamp, UTC.</summary>
    public DateTime From { get; set; }

    /// <summary>Last missing stamp, UTC, inclusive.</summary>
    public DateTime To { get; set; }

    public int Missing { get; set; }

    public GapState State { get; set; }

    public int Attempts { get; set; }

    public DateTime FoundAt { get; set; }

    public DateTime? LastAskedAt { get; set; }

    public DateTime? FilledAt { get; set; }

    public string Detail { get; set; } = "";
}

public enum GapState
{
    Open = 1,
    Filled = 2,

    /// <summary>Asked for as often as allowed; the device has no data.</summary>
    GivenUp = 3,
}
