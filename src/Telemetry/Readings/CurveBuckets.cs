namespace EcoPark.Telemetry.Readings;

/// <summary>Widths of the buckets a curve is thinned to.</summary>
internal static class CurveBuckets
{
    /// <summary>Milliseconds of a bucket, at least one second: never fewer than asked for by rounding up, never a zero width.</summary>
    public static long WidthMs(DateTime from, DateTime to, int buckets) =>
        Math.Max(1_000, (long)Math.Ceiling((to - from).TotalMilliseconds / Math.Max(1, buckets)));
}
