using EcoPark.Platform.Time;

namespace EcoPark.Web.Components;

/// <summary>Times of charts: milliseconds since 1970 on the park's wall clock, so that the browser cannot shift them into its own zone.</summary>
public static class ChartTime
{
    public static long Of(DateTime utc) => OfWall(ParkTime.FromUtc(utc));

    /// <param name="wall">Already on the park's clock.</param>
    public static long OfWall(DateTime wall) => (wall.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <returns>UTC.</returns>
    public static DateTime ToUtc(double milliseconds) => ParkTime.ToUtc(DateTime.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond)));
}
