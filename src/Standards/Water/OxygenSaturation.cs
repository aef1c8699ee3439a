namespace EcoPark.Standards.Water;

/// <summary>Saturation of dissolved oxygen.</summary>
public static class OxygenSaturation
{
    /// <summary>DOf = 468 / (31.6 + T), mg/L: fresh water at 101.3 kPa, HJ 2.3-2018 appendix D.</summary>
    /// <param name="degrees">Water temperature, 0 … 40 ℃.</param>
    public static decimal At(decimal degrees) => 468m / (31.6m + degrees);
}
