using EcoPark.Standards;

namespace EcoPark.Telemetry.Import;

/// <summary>In which zone a file's times are that name none themselves.</summary>
public enum ImportZone
{
    /// <summary>The park's wall clock.</summary>
    Park,
    Utc,
}

/// <summary>What a stamp of a period means.</summary>
public enum ImportStamp
{
    /// <summary>The period begins then, as HJ 212 stamps it.</summary>
    Begin,

    /// <summary>The period ends then, as public air-quality reports stamp it: 08:00 is the hour from 07:00, 24:00 the last of the day.</summary>
    End,
}

/// <summary>How the times of a file are to be understood.</summary>
/// <param name="Zone">Where a time names no zone.</param>
/// <param name="Stamp">Begin or end of the period.</param>
/// <param name="Interval">Hour or day.</param>
public readonly record struct ImportTimes(ImportZone Zone, ImportStamp Stamp, Interval Interval)
{
    /// <summary>Chinese, for the report.</summary>
    public string Text => (Zone == ImportZone.Park ? "北京时间" : "协调世界时（UTC）") + (Interval == Interval.Day ? "" : Stamp == ImportStamp.Begin ? "，按时段开始" : "，按时段结束");
}
