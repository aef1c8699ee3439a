namespace EcoPark.Telemetry.Storage;

/// <summary>Instants as the embedded store keeps them: milliseconds or microseconds since 1970.</summary>
internal static class UnixTime
{
    public static long Milliseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static long Microseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTime FromMilliseconds(long value) => DateTime.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMillisecond);

    public static DateTime FromMicroseconds(long value) => DateTime.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
}
