using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>A stretch whose mass was not measured by the instrument: hours of flue gas, days of waste water.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Why">Chinese: why nothing valid was measured.</param>
/// <param name="How">按规则替代, 手工监测, 未替代.</param>
/// <param name="Rule">Rule or report that the mass is from, or why there is none.</param>
/// <param name="Kilograms">Mass of the stretch; null where it is unknown.</param>
internal sealed record Replacement(Channel Channel, DateTime From, DateTime To, int Hours, string Why, string How, string Rule, decimal? Kilograms)
{
    private const string ByRule = "按规则替代";
    private const string ByHand = "手工监测";
    private const string Not = "未替代";

    /// <summary>All of a period, in order of time.</summary>
    public static IReadOnlyList<Replacement> Of(OutletPeriod period) =>
        [.. period.Outlet.Followed.Where(channel => period.Outlet.Emits(channel.FactorCode)).SelectMany(channel => period.Outlet.IsGas ? Hourly(period, channel) : Daily(period, channel)).OrderBy(one => one.From)];

    private static IEnumerable<Replacement> Hourly(OutletPeriod period, Channel channel)
    {
        if (!period.Hours.Factors.TryGetValue(channel.FactorCode, out var values))
            yield break;
        Replacement? run = null;
        for (var hour = 0; hour < values.Length; hour++)
        {
            var now = Hour(channel, period.Hours.TimeOf(hour), values[hour]);
            if (run is not null && now is not null && (now.Why, now.How, now.Rule) == (run.Why, run.How, run.Rule))
            {
                run = run with { To = now.To, Hours = run.Hours + 1, Kilograms = run.Kilograms + now.Kilograms };
                continue;
            }

            if (run is not null)
                yield return run;
            run = now;
        }

        if (run is not null)
            yield return run;
    }

    /// <summary>Null where it was measured, or nothing was due.</summary>
    private static Replacement? Hour(Channel channel, DateTime time, in FactorHour hour)
    {
        if (!hour.IsDue || hour is { Kilograms: not null, ReplacedBy: null, Manual: null })
            return null;
        var how = hour.Kilograms is null ? Not : hour.ReplacedBy is not null ? ByRule : ByHand;
        var rule = hour.ReplacedBy?.Basis.Shown ?? hour.Manual?.Source ?? "没有适用的规则";
        return new Replacement(channel, time, time.AddHours(1), 1, hour.Why.Length > 0 ? hour.Why : "缺浓度或流量", how, rule, hour.Kilograms);
    }

    /// <summary>Waste water is replaced by days (HJ 356).</summary>
    private static IEnumerable<Replacement> Daily(OutletPeriod period, Channel channel) => period.Days.Where(day => day.Factor == channel.FactorCode && (day.Replaced > 0 || day.Manual > 0 || day.Missing > 0)).Select(day =>
    {
        var start = ParkTime.ToUtc(day.Day.ToDateTime(TimeOnly.MinValue));
        var how = day.Replaced > 0 ? ByRule : day.Manual > 0 ? ByHand : Not;
        var why = $"应有 {day.Hours - day.Stopped} 小时，有效 {day.Valid} 小时";
        return new Replacement(channel, start, start.AddDays(1), day.Hours - day.Stopped, why, how, day.Rule, how == Not ? null : (decimal)(day.Replaced > 0 ? day.Replaced : day.Manual));
    });
}
