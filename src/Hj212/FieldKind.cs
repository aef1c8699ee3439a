namespace EcoPark.Hj212;

/// <summary>The part after the hyphen of a data-area field, HJ 212-2017 table 4 with the fields of 2025.</summary>
public enum FieldKind : byte
{
    /// <summary>No hyphen: a field of the command itself, such as DataTime or QnRtn.</summary>
    Plain = 0,
    SampleTime,
    Rtd,
    Min,
    Avg,
    Max,
    ZsRtd,
    ZsMin,
    ZsAvg,
    ZsMax,
    Flag,
    EFlag,
    Cou,

    /// <summary>Noise: Data, DayData, NightData.</summary>
    Data,
    DayData,
    NightData,

    /// <summary>Facility state and run time: SBxxx-RS, SBxxx-RT.</summary>
    RunState,
    RunTime,

    /// <summary>Device information: i1xxxx-Info.</summary>
    Info,
    SerialNumber,

    /// <summary>Standard check (2025): SampleRd, StandardValue, ResultType.</summary>
    SampleReading,
    StandardValue,
    ResultType,

    /// <summary>Periodic raw data (2025, VOC): RetentionTime, PeakArea, PeakHeight.</summary>
    RetentionTime,
    PeakArea,
    PeakHeight,

    /// <summary>Anything else; the name can still be read.</summary>
    Other = 255,
}
