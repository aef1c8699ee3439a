namespace EcoPark.Telemetry.Readings;

/// <summary>Level of a reading. Periods are half-open and stamped with their start, as HJ 212-2017 table 4 stamps them.</summary>
public enum Interval : byte
{
    /// <summary>2011: an instant.</summary>
    RealTime = 0,

    /// <summary>2051: the device's minute interval, ten minutes as a rule.</summary>
    Minute = 1,

    /// <summary>2061.</summary>
    Hour = 2,

    /// <summary>2031: a day of the park's zone.</summary>
    Day = 3,

    /// <summary>A month of the park's zone; never sent, always rolled up.</summary>
    Month = 4,
}

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
