namespace EcoPark.Telemetry.Readings;

/// <summary>
/// How long after its stamp a reading may come and still be on time. Later ones are marked 补传, and a stamp that is missing
/// after that time is a gap that is asked for: so what was asked for is always marked.
/// </summary>
internal static class Lateness
{
    public static TimeSpan Of(Interval interval) => interval switch
    {
        Interval.RealTime => TimeSpan.FromMinutes(10),
        Interval.Minute => TimeSpan.FromMinutes(35),
        Interval.Hour => TimeSpan.FromHours(2),
        _ => TimeSpan.FromHours(36),
    };
}
