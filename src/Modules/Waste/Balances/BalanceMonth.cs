namespace EcoPark.Modules.Waste.Balances;

/// <summary>A month of a waste beside what it goes with.</summary>
/// <param name="Amount">In the unit of the balance; <see langword="null"/> where nothing was entered.</param>
/// <param name="Generated">t by the ledger.</param>
public sealed record BalanceMonth(DateOnly Month, double? Amount, double Generated)
{
    /// <summary>t a unit; <see langword="null"/> where there is nothing to divide by.</summary>
    public double? Coefficient => Amount is > 0 and { } amount ? Generated / amount : null;

    /// <summary>Why somebody should look at it, Chinese; empty where nothing stands out.</summary>
    public string Doubt { get; init; } = "";
}
