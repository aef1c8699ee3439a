namespace EcoPark.Telemetry.Readings;

/// <summary>Where a reading comes from.</summary>
public enum Origin : byte
{
    /// <summary>As the device sent it.</summary>
    Sent = 0,

    /// <summary>Computed from the next finer level.</summary>
    RolledUp = 1,

    /// <summary>Read from a file that somebody has imported.</summary>
    Imported = 2,

    /// <summary>What a person who has reviewed the data puts in the place of all others (数据审核); the originals stay as they are.</summary>
    Reviewed = 3,
}
