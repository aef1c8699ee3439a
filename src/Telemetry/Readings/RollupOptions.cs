namespace EcoPark.Telemetry.Readings;

/// <summary>Settings <c>EcoPark:Rollup</c>.</summary>
public sealed class RollupOptions
{
    public const string Section = "EcoPark:Rollup";

    /// <summary>Seconds that a period waits for more late readings before it is rolled up: less is seen sooner, and rolls a stream of history up more often.</summary>
    public double QuietSeconds { get; set; } = 90;
}
