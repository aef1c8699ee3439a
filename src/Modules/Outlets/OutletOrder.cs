namespace EcoPark.Modules.Outlets;

/// <summary>The order of outlets where nobody has chosen another.</summary>
public static class OutletOrder
{
    /// <summary>What exceeds its limit first, the farthest beyond before the others, then what is near it, not valid, off line; the others as they come.</summary>
    public static IEnumerable<LiveOutlet> WorstFirst(IEnumerable<LiveOutlet> outlets) =>
        outlets.OrderBy(outlet => outlet.Worst).ThenByDescending(outlet => outlet.IsOver ? outlet.Factors.Max(factor => factor.IsOver ? factor.Standing.Share ?? 0 : 0) : 0);
}
