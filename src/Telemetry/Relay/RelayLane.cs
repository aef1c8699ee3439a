using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Relay;

/// <summary>Where a relay stands in one lane of the log, with the page it has read ahead.</summary>
internal sealed class RelayLane(string name, long through)
{
    public string Name => name;

    /// <summary>Durable: everything up to here is settled or owed.</summary>
    public long Saved { get; set; } = through;

    /// <summary>Read up to here.</summary>
    public long Through { get; set; } = through;

    /// <summary>When it was last read, UTC.</summary>
    public DateTime ReadAt { get; set; }

    public Queue<RelayItem> Page { get; } = new();
}
