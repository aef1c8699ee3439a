using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Factors of HJ 212 annex B that play a part of their own at an outlet.</summary>
public static class OutletFactors
{
    /// <summary>State of the gas or the water beside what is emitted: oxygen, temperature, moisture, pressure; temperature of the water.</summary>
    public static readonly IReadOnlyList<string> Conditions = [FactorCodes.Oxygen, FactorCodes.FlueGasTemperature, FactorCodes.FlueGasMoisture, FactorCodes.FlueGasPressure, FactorCodes.WaterTemperature];

    /// <summary>A mass in a volume of gas or water.</summary>
    public static bool IsPollutant(Channel channel) => Unit.Of(channel.Unit).IsMassPerVolume;

    /// <summary>What one of the channel's unit is in mg/m³, mg/L or m³/h; 1 where the unit is unknown.</summary>
    public static decimal ScaleOf(Channel channel) => Unit.Of(channel.Unit) is var unit && (unit.IsMassPerVolume || unit.Dimension == UnitDimension.VolumeRate) ? unit.Scale : 1;
}
