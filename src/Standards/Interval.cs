namespace EcoPark.Standards;

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
