using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Telemetry.Registry;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Outlets.Pages;

/// <summary>Hours of a factor as a curve: measured, corrected, the limit that held.</summary>
internal static class OutletChart
{
    public static ChartModel Of(OutletPeriod period, Channel channel)
    {
        var (hours, values) = (period.Hours, period.Hours.Factors[channel.FactorCode]);
        var lines = new List<ChartLine> { new($"{channel.Name}实测", channel.Unit, false, [.. values.Select((value, hour) => Point(hours, hour, value, value.Measured))]) };
        if (period.Outlet.Corrects(channel.FactorCode))
            lines.Add(new ChartLine($"{channel.Name}折算", channel.Unit, true, [.. values.Select((value, hour) => Point(hours, hour, value, value.Corrected))]));
        return new ChartModel(ChartTime.OfWall(hours.Wall(0)), ChartTime.OfWall(hours.Wall(hours.Count - 1)), lines) { Limits = [.. Limits(period, channel)] };
    }

    private static ChartPoint Point(OutletHours hours, int hour, in FactorHour value, decimal? shown) =>
        new(ChartTime.OfWall(hours.Wall(hour)), value.IsValid ? (double?)shown : null, shown is not null && !value.IsValid, value.IsValid ? null : (double?)shown, HourMarkWords.Letter(value.Mark));

    /// <summary>One line for each stretch in which one limit holds.</summary>
    private static IEnumerable<ChartLimit> Limits(OutletPeriod period, Channel channel)
    {
        foreach (var limit in period.Outlet.Limits.Where(limit => limit.FactorCode == channel.FactorCode && Standards.Unit.Of(limit.Unit) == Standards.Unit.Of(channel.Unit)))
        {
            // The line ends with the hours that there are: beyond them it would not be drawn.
            var (first, last) = (period.Hours.DayOf(0), period.Hours.DayOf(period.Hours.Count - 1));
            var (from, to) = (limit.From > first ? limit.From : first, limit.To is { } end && end < last ? end : last);
            if (from <= to)
                yield return new ChartLimit(limit.Limit, channel.Unit, $"{limit.Standard} {limit.Limit.ToString(System.Globalization.CultureInfo.InvariantCulture)} {limit.Unit}", ChartTime.OfWall(from.ToDateTime(TimeOnly.MinValue)), Math.Min(ChartTime.OfWall(to.AddDays(1).ToDateTime(TimeOnly.MinValue)), ChartTime.OfWall(period.Hours.Wall(period.Hours.Count - 1))));
        }
    }
}
