using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Factors of HJ 212 annex B that play a part of their own at an outlet.</summary>
public static class OutletFactors
{
    public const string GasFlow = "a00000";
    public const string WaterFlow = "w00000";
    public const string Oxygen = "a19001";
    public const string Temperature = "a01012";
    public const string Pressure = "a01013";
    public const string Moisture = "a01014";
    public const string Velocity = "a01011";
    public const string Acidity = "w01001";

    /// <summary>SO₂, NOx (also as NO and NO₂) and particles: the masses that HJ 75-2017 lets be replaced.</summary>
    private static readonly HashSet<string> Replaceable = ["a21026", "a21002", "a21003", "a21004", "a34013"];

    /// <summary>A mass in a volume of gas or water.</summary>
    public static bool IsPollutant(Channel channel) => Unit.Of(channel.Unit).Dimension is UnitDimension.MassInGas or UnitDimension.MassInWater;

    public static bool IsReplaceable(string factor) => Replaceable.Contains(factor);

    /// <summary>What one of the channel's unit is in mg/m³, mg/L or m³/h; 1 where the unit is unknown.</summary>
    public static decimal ScaleOf(Channel channel) => Unit.Of(channel.Unit) is { Dimension: UnitDimension.MassInGas or UnitDimension.MassInWater or UnitDimension.VolumeRate } unit ? unit.Scale : 1;
}
