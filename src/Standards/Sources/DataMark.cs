namespace EcoPark.Standards.Sources;

/// <summary>What was going on while a value was made, by the flags of HJ 212 and the marks people set.</summary>
public enum DataMark
{
    /// <summary>N 正常.</summary>
    Normal,

    /// <summary>F 排放源停运.</summary>
    Stopped,

    /// <summary>M 维护.</summary>
    Maintenance,

    /// <summary>S 手工输入.</summary>
    Manual,

    /// <summary>D 故障.</summary>
    Fault,

    /// <summary>C 校准.</summary>
    Calibration,

    /// <summary>T 超过测量上限.</summary>
    OverRange,

    /// <summary>B 通讯异常.</summary>
    CommunicationFault,

    /// <summary>失控: between a failed calibration or check and the next that passes.</summary>
    OutOfControl,

    /// <summary>No value at all.</summary>
    Missing,
}

/// <summary>What marks mean for validity.</summary>
public static class DataMarks
{
    /// <summary>HJ 75-2017 and HJ 356-2019: 故障、维修、校准、失控 are not valid time; 停运 is left out of account.</summary>
    public static RuleBasis Basis { get; } = new("HJ 75-2017、HJ 356-2019：故障、维护、校准、失控时段为无效时段，停运时段不计", Confidence.Recalled);

    /// <summary>The mark of a flag of HJ 212-2017 (N, F, M, S, D, C, T, B); null for other letters.</summary>
    public static DataMark? Of(char flag) => char.ToUpperInvariant(flag) switch
    {
        'N' => DataMark.Normal,
        'F' => DataMark.Stopped,
        'M' => DataMark.Maintenance,
        'S' => DataMark.Manual,
        'D' => DataMark.Fault,
        'C' => DataMark.Calibration,
        'T' => DataMark.OverRange,
        'B' => DataMark.CommunicationFault,
        _ => null,
    };

    /// <summary>Whether a value with this mark counts as valid.</summary>
    public static bool IsValid(this DataMark mark) => mark is DataMark.Normal or DataMark.Manual;

    /// <summary>Whether time with this mark is not asked for at all: a stopped source owes no data.</summary>
    public static bool IsExempt(this DataMark mark) => mark == DataMark.Stopped;
}
