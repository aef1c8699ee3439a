using EcoPark.Hj212;

namespace EcoPark.Telemetry.Log;

/// <summary>Which accepted telegrams of a lane are wanted.</summary>
/// <param name="Mns">Devices.</param>
/// <param name="Commands">CN.</param>
public sealed record LaneSelection(IReadOnlyCollection<string> Mns, IReadOnlyCollection<CommandCode> Commands);

/// <param name="Entries">In the order of the lane.</param>
/// <param name="Through">Up to this id nothing else of the selection is there.</param>
public sealed record LanePage(IReadOnlyList<LogEntry> Entries, long Through);

/// <param name="Count">How many, at most as many as were asked for.</param>
/// <param name="OldestAt">Arrival of the first, UTC.</param>
public readonly record struct LaneTally(long Count, DateTime? OldestAt)
{
    public static LaneTally operator +(LaneTally a, LaneTally b) =>
        new(a.Count + b.Count, a.OldestAt is null || b.OldestAt < a.OldestAt ? b.OldestAt ?? a.OldestAt : a.OldestAt);
}
