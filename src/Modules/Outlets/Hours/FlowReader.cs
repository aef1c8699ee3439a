using EcoPark.Modules.Outlets.Filing;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Flow of an outlet as masses need it: of flue gas dry at the standard state, by the rule of the filing.</summary>
internal sealed class FlowReader
{
    private const decimal StandardPascal = 101_325;
    private readonly Outlet _outlet;
    private readonly string _factor;
    private readonly decimal _scale;

    public FlowReader(Outlet outlet)
    {
        _outlet = outlet;
        _factor = outlet.IsGas ? FactorCodes.GasFlow : FactorCodes.WaterFlow;
        _scale = outlet.Channel(_factor) is { } channel ? OutletFactors.ScaleOf(channel) : 1;
    }

    /// <summary>m³/h, and the logger's own total of the hour, m³.</summary>
    public (decimal? Flow, decimal? LoggedVolume) At(HourlyReadings readings, int hour)
    {
        var sent = readings.At(_factor, hour);
        return (Flow(readings, hour, sent), Rounding.Figure(sent?.Total));
    }

    private decimal? Flow(HourlyReadings readings, int hour, Reading? sent)
    {
        if (!_outlet.IsGas || _outlet.Filing is not { FlowRule: FlowRules.SentWet or FlowRules.FromVelocity } filing)
            return Valid(sent) * _scale;
        var wet = filing.FlowRule == FlowRules.SentWet ? Valid(sent) * _scale
            : Valid(readings.At(FactorCodes.FlueGasVelocity, hour)) is { } velocity && filing.StackArea is { } area ? FlueGasFlow.Wet((decimal)area, velocity, (decimal)(filing.VelocityFactor ?? 1)) : null;
        var moisture = Valid(readings.At(FactorCodes.FlueGasMoisture, hour)) ?? (decimal?)filing.Moisture;
        if (wet is not { } inDuct || Valid(readings.At(FactorCodes.FlueGasTemperature, hour)) is not { } degrees || moisture is not { } share)
            return null;
        return FlueGasFlow.DryStandard(inDuct, filing.Pressure is { } kilopascal ? (decimal)kilopascal * 1_000 : StandardPascal, Gauge(readings, hour), degrees, share);
    }

    /// <summary>Static pressure of the gas against the atmosphere, Pa; 0 where it is not measured.</summary>
    private decimal Gauge(HourlyReadings readings, int hour) =>
        Valid(readings.At(FactorCodes.FlueGasPressure, hour)) is { } pressure ? pressure * (_outlet.Channel(FactorCodes.FlueGasPressure)?.Unit == "kPa" ? 1_000 : 1) : 0;

    /// <summary>What may be reckoned with.</summary>
    internal static decimal? Valid(Reading? reading) =>
        reading is { } known && (known.Marks & ReadingMarks.Invalidating) == 0 && (known.Flag == '\0' || DataMarks.Of(known.Flag)?.IsValid() == true) ? Rounding.Figure(known.Value) : null;
}
