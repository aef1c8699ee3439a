namespace EcoPark.Hj212;

/// <summary>
/// How a telegram departs from the letter of the standard while its content can still be read without doubt.
/// The parser reports, it does not decide: the receiver compares with the tolerances of the device's registration.
/// </summary>
[Flags]
public enum Deviation
{
    None = 0,

    /// <summary>The four CRC characters are lower case.</summary>
    LowerCaseCrc = 1 << 0,

    /// <summary>CR LF is missing, or only LF follows the CRC.</summary>
    MissingCrLf = 1 << 1,

    /// <summary>The length field does not fit, the CRC over the real data segment does.</summary>
    WrongLength = 1 << 2,

    /// <summary>The CRC is CRC-16/MODBUS instead of the algorithm of appendix A.</summary>
    ModbusCrc = 1 << 3,

    /// <summary>The CRC is CRC-16/MODBUS with its two bytes swapped.</summary>
    SwappedModbusCrc = 1 << 4,

    /// <summary>The data segment is longer than 1024 bytes.</summary>
    OversizeSegment = 1 << 5,

    /// <summary>Text is not UTF-8 and was read as GBK (GB 18030).</summary>
    GbkText = 1 << 6,

    /// <summary>QN is missing or malformed (upload telegrams of 2005 devices have none).</summary>
    MalformedQn = 1 << 7,

    /// <summary>Fields stand in another order, Flag stands inside CP, an item is empty, a field name has the wrong case.</summary>
    LooseFields = 1 << 8,

    /// <summary>A DataTime with milliseconds or surplus digits was shortened to 14 digits.</summary>
    LooseTime = 1 << 9,

    /// <summary>The CRC is written without its leading zeros.</summary>
    ShortCrc = 1 << 10,

    /// <summary>The length field has not four digits.</summary>
    LengthWidth = 1 << 11,

    /// <summary>The data area of a command that HJ 212-2025 6.4.2 wants encrypted is plain, though the device has a key. Told by the receiver, who knows the key, not by the parser.</summary>
    PlainDataArea = 1 << 12,
}
