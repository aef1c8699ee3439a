namespace EcoPark.EndToEnd;

/// <summary>The park's wall clock.</summary>
public static class Park
{
    /// <summary>China Standard Time now, to the second.</summary>
    public static DateTime Now => Seconds(DateTime.UtcNow.AddHours(8));

    public static DateTime Seconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond));

    public static DateTime Utc(DateTime wallClock) => DateTime.SpecifyKind(wallClock.AddHours(-8), DateTimeKind.Utc);
}
