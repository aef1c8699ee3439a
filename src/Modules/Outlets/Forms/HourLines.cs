using System.Globalization;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>The hours of a day, all twenty-four of them whether measured or not.</summary>
internal static class HourLines
{
    private const int HoursOfDay = 24;

    public static IReadOnlyList<FormLine> Of(OutletPeriod period)
    {
        var midnight = ParkTime.ToUtc(period.First.ToDateTime(TimeOnly.MinValue));
        return [.. Enumerable.Range(0, HoursOfDay).Select(hour => Of(period, hour, (int)((midnight - period.Hours.From).Ticks / TimeSpan.TicksPerHour) + hour))];
    }

    /// <param name="at">Index of the hour among those worked up.</param>
    private static FormLine Of(OutletPeriod period, int hour, int at)
    {
        var label = hour.ToString("D2", CultureInfo.InvariantCulture) + ":00";
        if (at < 0 || at >= period.Hours.Count)
            return new FormLine(label, null, new Dictionary<string, decimal?>(), new Dictionary<string, FormFigure>(), at < 0 ? "尚未联网" : "未到");
        return new FormLine(
            label, period.Hours.Flow[at], FormLine.ConditionsOf(period, [at]),
            period.Outlet.Followed.ToDictionary(channel => channel.FactorCode, channel => Figure(period, channel, at), StringComparer.Ordinal), Remark(period, at));
    }

    private static FormFigure Figure(OutletPeriod period, Telemetry.Registry.Channel channel, int at)
    {
        var hour = period.Hours.Factors[channel.FactorCode][at];
        var verdict = OutletJudge.Hour(period.Outlet, channel, hour, period.Hours.TimeOf(at), period.Hours.DayOf(at), period.Control);
        return new FormFigure(
            hour.Measured, hour.Corrected, hour.Kilograms, hour.IsValid, verdict is { Outcome: LimitOutcome.Fail, IsIndicative: false },
            hour.Kilograms is null ? "" : hour.ReplacedBy is not null ? FormLine.Replaced : hour.Manual is not null ? FormLine.ByHand : "");
    }

    /// <summary>“C” where all factors bear the mark, “二氧化硫 C” where some do.</summary>
    private static string Remark(OutletPeriod period, int at)
    {
        var marked = period.Outlet.Followed.Select(channel => (channel.Name, Letter: HourMarkWords.Letter(period.Hours.Factors[channel.FactorCode][at].Mark))).ToList();
        return string.Join("；", marked.Where(one => one.Letter.Length > 0).GroupBy(one => one.Letter).Select(same => same.Count() == marked.Count ? same.Key : $"{string.Join('、', same.Select(one => one.Name))} {same.Key}"));
    }
}
