namespace EcoPark.Modules.Waste;

/// <summary>What the platform warns of. The steps are the platform's; how far weighing may differ is the park's to say.</summary>
public sealed class WasteSettings
{
    /// <summary>Shares of the permitted generation that are warned of, in percent.</summary>
    public IReadOnlyList<int> PermitSteps { get; } = [80, 90, 100];

    /// <summary>Shares of the time that waste may be stored that are warned of, in percent.</summary>
    public IReadOnlyList<int> StorageSteps { get; } = [80, 100];

    /// <summary>Shares of a store's capacity that are warned of, in percent.</summary>
    public IReadOnlyList<int> CapacitySteps { get; } = [90, 100];

    /// <summary>Difference between weight sent and received that is still weighing, in percent of what was sent.</summary>
    public double WeightTolerancePercent { get; set; } = 0.5;
}
