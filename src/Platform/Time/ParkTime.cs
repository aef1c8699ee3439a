namespace EcoPark.Platform.Time;

/// <summary>The park's wall clock. Everything is stored in UTC; days, hours, reports and HJ 212 time tags are in the park's zone.</summary>
public static class ParkTime
{
    /// <summary>Asia/Shanghai: one zone for all of China, no daylight saving since 1991.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>UTC instant of a wall-clock time; a time that never was (spring 1986–1991) is moved on by the gap.</summary>
    public static DateTime ToUtc(DateTime wallClock)
    {
        var time = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(time) ? time.AddHours(1) : time, Zone);
    }

    /// <summary>Wall-clock time of a UTC instant.</summary>
    public static DateTime FromUtc(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The park's wall clock now.</summary>
    public static DateTime ParkNow(this TimeProvider clock) => FromUtc(clock.GetUtcNow().UtcDateTime);

    /// <summary>Now as a UTC <see cref="DateTime"/>.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
