using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Forecasts;

/// <summary>Hours of an outlet as the forecast takes them. Whatever does not count is a gap: not valid, out of control, stopped, under a filed start or stop, or of gas that is nearly air.</summary>
internal static class OutletColumns
{
    /// <summary>Columns beside the followed factors and the flow, at most: an outlet may send the state of every pump.</summary>
    private const int MostOthers = 12;

    /// <summary>By factor code: followed factors as they are judged (at the reference oxygen where the outlet corrects), the flow that masses need, and what else was measured (oxygen, load, temperature …).</summary>
    public static IReadOnlyDictionary<string, double[]> Of(OutletHours hours, HourlyReadings readings, ControlHistory control)
    {
        var outlet = hours.Outlet;
        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var channel in outlet.Followed)
            columns[channel.FactorCode] = Judged(hours, channel.FactorCode, control);
        columns[outlet.IsGas ? FactorCodes.GasFlow : FactorCodes.WaterFlow] = [.. hours.Flow.Select(flow => (double?)flow ?? double.NaN)];
        foreach (var channel in outlet.Channels.Where(channel => !columns.ContainsKey(channel.FactorCode)).Take(MostOthers).ToList())
            columns[channel.FactorCode] = Other(hours, readings, control, channel.FactorCode);
        return columns;
    }

    /// <summary>What <see cref="OutletJudge.Hour"/> sets against the limit; hours of gas that is nearly air have no corrected value.</summary>
    public static double[] Judged(OutletHours hours, string factor, ControlHistory control)
    {
        var corrects = hours.Outlet.Corrects(factor);
        return [.. hours.Factors[factor].Select((hour, at) => control.IsStartOrStop(hours.TimeOf(at)) ? double.NaN : (double?)hour.Judged(corrects) ?? double.NaN)];
    }

    private static double[] Other(OutletHours hours, HourlyReadings readings, ControlHistory control, string factor)
    {
        var values = new double[hours.Count];
        for (var hour = 0; hour < values.Length; hour++)
        {
            var reading = readings.At(factor, hour);
            var counts = HourMark.Of(reading, hours.IsStopped[hour], control, factor, hours.TimeOf(hour)).Mark.IsValid();
            values[hour] = counts && reading?.Value is { } value && double.IsFinite(value) ? value : double.NaN;
        }

        return values;
    }
}
