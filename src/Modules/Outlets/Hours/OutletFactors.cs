using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Factors of HJ 212 annex B that play a part of their own at an outlet.</summary>
public static class OutletFactors
{
    /// <summary>A mass in a volume of gas or water.</summary>
    public static bool IsPollutant(Channel channel) => Unit.Of(channel.Unit).IsMassPerVolume;

    /// <summary>What one of the channel's unit is in mg/m³, mg/L or m³/h; 1 where the unit is unknown.</summary>
    public static decimal ScaleOf(Channel channel) => Unit.Of(channel.Unit) is var unit && (unit.IsMassPerVolume || unit.Dimension == UnitDimension.VolumeRate) ? unit.Scale : 1;
}
