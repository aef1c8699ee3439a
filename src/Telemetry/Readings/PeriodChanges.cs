namespace EcoPark.Telemetry.Readings;

/// <summary>Tells on this node which hours and days were rolled up and are durable: whatever is derived from them is behind. What is told may be lost with the node.</summary>
public sealed class PeriodChanges
{
    /// <summary>Raised in the flow of the roll-up: note it and return.</summary>
    public event Action<RollupTarget>? RolledUp;

    internal void Tell(RollupTarget period) => RolledUp?.Invoke(period);
}
