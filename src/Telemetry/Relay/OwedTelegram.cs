namespace EcoPark.Telemetry.Relay;

/// <summary>
/// A telegram that the cursor has passed, or may have passed, and that is still to be sent: of a device that is held, or accepted afterwards
/// (its device was changed and the log replayed).
/// </summary>
internal sealed class OwedTelegram
{
    public int PlatformId { get; set; }

    /// <summary>Id in the log.</summary>
    public long LogId { get; set; }

    public int DeviceId { get; set; }

    /// <summary>Arrival, UTC: the order of sending.</summary>
    public DateTime At { get; set; }

    /// <summary>When it became owed, UTC.</summary>
    public DateTime Since { get; set; }
}
