using System.Globalization;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Works up the hours of an outlet: marks by flags, checks and plans, correction, flow, masses, also of what was measured by hand. Pure; gaps of masses are left open.</summary>
public static class HourBuilder
{
    public static OutletHours Build(Outlet outlet, HourlyReadings readings, ControlHistory control)
    {
        var count = readings.Count;
        var (flow, volume, oxygen, stopped, present) = (new decimal?[count], new decimal?[count], new decimal?[count], new bool[count], new bool[count]);
        var flows = new FlowReader(outlet);
        for (var hour = 0; hour < count; hour++)
        {
            foreach (var series in readings.All)
            {
                present[hour] |= series[hour] is not null;
                stopped[hour] |= series[hour] is { Flag: 'F' };
            }

            stopped[hour] |= control.IsStandstill(readings.TimeOf(hour));
            (flow[hour], volume[hour]) = flows.At(readings, hour);
            oxygen[hour] = Rounding.Figure(readings.At(FactorCodes.Oxygen, hour)?.Value);
        }

        return new OutletHours(outlet, readings.From, count)
        {
            Flow = flow,
            LoggedVolume = volume,
            Oxygen = oxygen,
            Conditions = OutletFactors.Conditions.Where(factor => outlet.Channel(factor) is not null)
                .ToDictionary(factor => factor, factor => (decimal?[])[.. Enumerable.Range(0, count).Select(hour => FlowReader.Valid(readings.At(factor, hour)))], StringComparer.Ordinal),
            IsStopped = stopped,
            HasData = present,
            Factors = outlet.Followed.ToDictionary(channel => channel.FactorCode, channel => Factor(outlet, channel, readings, control, flow, volume, stopped), StringComparer.Ordinal),
        };
    }

    private static FactorHour[] Factor(Outlet outlet, Channel channel, HourlyReadings readings, ControlHistory control, decimal?[] flow, decimal?[] volume, bool[] stopped)
    {
        var hours = new FactorHour[readings.Count];
        var (scale, emits, corrects) = (OutletFactors.ScaleOf(channel), outlet.Emits(channel.FactorCode), outlet.Corrects(channel.FactorCode));
        for (var hour = 0; hour < hours.Length; hour++)
        {
            var reading = readings.At(channel.FactorCode, hour);
            var (mark, why) = HourMark.Of(reading, stopped[hour], control, channel.FactorCode, readings.TimeOf(hour));
            // HJ/T 356: where nothing flows, what the analysers say is of no discharge.
            if (!outlet.IsGas && mark.IsValid() && flow[hour] == 0 && channel.FactorCode != FactorCodes.WaterFlow)
                (mark, why) = (DataMark.Stopped, "流量为零，没有排放，监测值不计");
            var measured = Rounding.Figure(reading?.Value);
            var isValid = measured is not null && mark.IsValid();
            decimal? corrected = null;
            if (isValid && corrects)
                (corrected, why) = Correct(measured, readings.At(FactorCodes.Oxygen, hour), reading!.Value, outlet.Oxygen!.Value.Percent);
            var manual = isValid || mark.IsExempt() ? null : control.Manual.At(channel.FactorCode, readings.TimeOf(hour), scale);
            var plain = measured * scale;
            hours[hour] = new FactorHour(
                measured, corrected, mark, why, emits ? Mass(outlet, isValid ? plain : manual?.Value * scale, flow[hour]) : null, emits ? Logged(outlet, reading, plain, volume[hour]) : null, Manual: manual);
        }

        return hours;
    }

    private static decimal? Mass(Outlet outlet, decimal? plain, decimal? flow) =>
        plain is not { } concentration || flow is not { } cubicMetres ? null : outlet.IsGas ? Emission.OfGas(concentration, cubicMetres) : Emission.OfWater(concentration, cubicMetres);

    /// <summary>By the platform from the oxygen of the hour; where that is missing, as the logger corrected it.</summary>
    private static (decimal? Value, string Why) Correct(decimal? measured, Reading? oxygen, in Reading reading, decimal reference)
    {
        var valid = oxygen is { IsValid: true } known ? Rounding.Figure(known.Value) : null;
        // What the logger corrected by such oxygen is as wild as what the platform would.
        if (valid is { } content && OxygenCorrection.IsNearlyAir(content, reference))
            return (null, string.Create(CultureInfo.InvariantCulture, $"氧含量 {content:0.##} %，气体近于空气（启停炉或漏风），不折算、不判定"));
        var corrected = OxygenCorrection.Correct(measured, valid, reference);
        if (corrected.Value is null && Rounding.Figure(reading.Corrected) is { } sent)
            return (sent, $"{corrected.WhyNot}，取数采仪上传的折算值");
        return (corrected.Value, corrected.WhyNot ?? "");
    }

    /// <summary>Cou of the factor, kg; without it the measured concentration with the logger's own volume.</summary>
    private static decimal? Logged(Outlet outlet, Reading? reading, decimal? plain, decimal? volume)
    {
        if (reading is { Total: { } total })
            return Rounding.Figure(total);
        return Mass(outlet, plain, volume);
    }
}
