using System.Globalization;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>The days of a month and the months of a year, of the days that are worked up already.</summary>
internal static class DayLines
{
    public static IReadOnlyList<FormLine> Days(OutletPeriod period) =>
        [.. Groups(period, day => day).Select(group => Line(period, group, group.First.ToString("MM-dd", CultureInfo.InvariantCulture), (channel, days) => OfDay(period.Outlet, channel, days.SingleOrDefault())))];

    public static IReadOnlyList<FormLine> Months(OutletPeriod period) =>
        [.. Groups(period, day => new DateOnly(day.Year, day.Month, 1)).Select(group => Line(period, group, string.Create(CultureInfo.InvariantCulture, $"{group.First.Month} 月"), (channel, days) => OfMonth(period.Outlet, group.First, days)))];

    /// <summary>Mean over the days of a month by the rule of its validity; the weights of waste water are the volumes.</summary>
    public static MarkedMean Mean(Outlet outlet, DateOnly month, IReadOnlyList<OutletDay> days, Func<OutletDay, double?> value) => MarkedMean.Of(
        [.. days.Select(day => new MarkedValue(Figure(value(day)), day.IsValid ? DataMark.Normal : day.Stopped == day.Hours ? DataMark.Stopped : DataMark.Missing, outlet.IsGas ? null : Figure(day.Volume)))],
        DateTime.DaysInMonth(month.Year, month.Month), outlet.Medium, Interval.Month, month);

    private static IEnumerable<(DateOnly First, List<int> Hours, List<OutletDay> Days)> Groups(OutletPeriod period, Func<DateOnly, DateOnly> start)
    {
        var hours = Enumerable.Range(0, period.Hours.Count).ToLookup(hour => start(period.Hours.DayOf(hour)));
        var days = period.Days.ToLookup(day => start(day.Day));
        return days.Select(group => group.Key).Order().Select(first => (first, hours[first].ToList(), days[first].ToList()));
    }

    private static FormLine Line(OutletPeriod period, (DateOnly First, List<int> Hours, List<OutletDay> Days) group, string label, Func<Telemetry.Registry.Channel, List<OutletDay>, FormFigure> figure)
    {
        var figures = period.Outlet.Followed.ToDictionary(channel => channel.FactorCode, channel => channel.FactorCode == FactorCodes.Ph
            ? FormLine.None with { Range = Range(period, channel, group.Hours) } : figure(channel, [.. group.Days.Where(day => day.Factor == channel.FactorCode)]), StringComparer.Ordinal);
        return new FormLine(label, FormLine.VolumeOf(group.Days), FormLine.ConditionsOf(period, group.Hours), figures, Remark(period.Outlet, group.Days));
    }

    private static FormFigure OfDay(Outlet outlet, Telemetry.Registry.Channel channel, OutletDay? day) => day is null ? FormLine.None : new FormFigure(
        Figure(day.Mean), Figure(day.Corrected), Figure(day.Kilograms), day.IsValid, OutletJudge.Day(outlet, channel, day) is { Outcome: LimitOutcome.Fail, IsIndicative: false }, FormLine.MassMarkOf(day.Replaced, day.Manual));

    private static FormFigure OfMonth(Outlet outlet, DateOnly month, List<OutletDay> days)
    {
        var (measured, corrected) = (Mean(outlet, month, days, day => day.Mean), Mean(outlet, month, days, day => day.Corrected));
        var masses = days.Select(day => Figure(day.Kilograms)).OfType<decimal>().ToList();
        return new FormFigure(measured.Value, corrected.Value, masses.Count == 0 ? null : masses.Sum(), measured.IsValid, MassMark: FormLine.MassMarkOf(days.Sum(day => day.Replaced), days.Sum(day => day.Manual)));
    }

    private static string Range(OutletPeriod period, Telemetry.Registry.Channel channel, List<int> hours)
    {
        var valid = hours.Select(hour => period.Hours.Factors[channel.FactorCode][hour]).Where(hour => hour.IsValid).Select(hour => hour.Measured!.Value).ToList();
        return valid.Count == 0 ? "" : $"{Rounding.Text((double)valid.Min(), channel.Decimals)}～{Rounding.Text((double)valid.Max(), channel.Decimals)}";
    }

    private static string Remark(Outlet outlet, List<OutletDay> days) => string.Join("；", outlet.Followed.SelectMany(channel => Words(outlet, channel, [.. days.Where(day => day.Factor == channel.FactorCode)])));

    private static IEnumerable<string> Words(Outlet outlet, Telemetry.Registry.Channel channel, List<OutletDay> days)
    {
        var invalid = days.Count(day => !day.IsValid && day.Stopped < day.Hours);
        if (days.Count == 1 && invalid == 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"{channel.Name}有效 {days[0].Valid} h");
        else if (invalid > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{channel.Name} {invalid} 天无效");
        if (days.Sum(day => day.Over) is > 0 and var over)
            yield return string.Create(CultureInfo.InvariantCulture, $"{channel.Name}超标 {over} {(OutletJudge.IsByHour(outlet, channel.FactorCode) ? "h" : "d")}");
        if (channel == outlet.Followed[0] && days.Sum(day => day.Stopped) is > 0 and var stopped)
            yield return string.Create(CultureInfo.InvariantCulture, $"停运 {stopped} h");
    }

    private static decimal? Figure(double? value) => Rounding.Figure(value);
}
