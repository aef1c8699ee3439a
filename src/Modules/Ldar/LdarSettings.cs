namespace EcoPark.Modules.Ldar;

/// <summary>What the park sets of leak detection and repair, section EcoPark:Ldar.</summary>
public sealed class LdarSettings
{
    /// <summary>As people find it in the settings.</summary>
    public const string PriceName = "EcoPark:Ldar:ProductYuanPerTonne";

    /// <summary>What a tonne of product or material that does not leak away is worth, yuan/t; nobody but the park knows, so there is none until it is set.</summary>
    public double? ProductYuanPerTonne { get; set; }

    /// <summary>Value of a mass, yuan; <see langword="null"/> without a price.</summary>
    internal double? Yuan(double kilograms) => ProductYuanPerTonne is > 0 and var price ? kilograms / 1_000 * price : null;
}
