namespace EcoPark.Telemetry.Relay;

/// <summary>How far a platform has been served: up to this id of a lane of the log every telegram is settled or owed.</summary>
internal sealed class RelayCursor
{
    public int PlatformId { get; set; }

    public string Lane { get; set; } = "";

    public long ThroughId { get; set; }
}
