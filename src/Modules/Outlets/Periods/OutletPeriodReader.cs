using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Periods;

/// <summary>Reads an outlet's period: validity, marks, exceedances, emissions. For pages, exports and the 执行报告.</summary>
public sealed class OutletPeriodReader(OutletBook book, OutletDays days, IDeviceRegistry registry)
{
    /// <summary>Days of one period, at most: a year.</summary>
    public const int MostDays = 366;

    /// <summary>Null where there is no such outlet for the actor.</summary>
    /// <param name="point">Monitoring point.</param>
    /// <param name="first">First day of the park's zone.</param>
    /// <param name="last">Last day, at most <see cref="MostDays"/> later; what has not passed yet is left out.</param>
    public async Task<OutletPeriod?> Read(PointId point, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await book.Find(point, cancellationToken).ConfigureAwait(false) is { } outlet ? await Read(outlet, first, last, cancellationToken).ConfigureAwait(false) : null;

    public async Task<OutletPeriod> Read(Outlet outlet, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last.DayNumber - first.DayNumber, MostDays);
        var (begin, end) = Own(outlet, first, last);
        return Of(outlet, first, last, await days.Of(outlet, begin, end, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Of hours and days that are worked up already. Pure.</summary>
    internal static OutletPeriod Of(Outlet outlet, DateOnly first, DateOnly last, WorkedUp workedUp)
    {
        var (hours, made, control) = workedUp;
        List<Exceedance> exceedances = [.. outlet.Followed.SelectMany(channel => Exceedances(outlet, channel, hours, made, control)).OrderBy(one => one.From)];
        return new OutletPeriod(outlet, first, last, hours, made, control)
        {
            Factors = [.. outlet.Followed.Where(channel => hours.Factors.ContainsKey(channel.FactorCode)).Select(channel => Factor(channel, made, exceedances))],
            Exceedances = exceedances,
            Marks = [.. outlet.Followed.SelectMany(channel => Marks(channel, hours)).OrderBy(one => one.From)],
        };
    }

    /// <summary>
    /// The days of a range on which the outlet was the actor's: others' days would not only be told, they would also count as missing. Where it went and came back
    /// within the range, the newest stretch; none at all is a range that ends before it begins.
    /// </summary>
    private (DateOnly First, DateOnly Last) Own(Outlet outlet, DateOnly first, DateOnly last)
    {
        var own = registry.Current.TenureOfPoint(outlet.Id.Value).Within(Start(first), Start(last.AddDays(1))).LastOrDefault();
        return own == default ? (first, first.AddDays(-1)) : (DayOf(own.From), DayOf(own.To.AddTicks(-1)));
    }

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ParkTime.FromUtc(utc));

    private static FactorPeriod Factor(Channel channel, IReadOnlyList<OutletDay> days, List<Exceedance> exceedances)
    {
        var own = days.Where(day => day.Factor == channel.FactorCode).ToList();
        var (hours, stopped, received, valid) = (own.Sum(day => day.Hours), own.Sum(day => day.Stopped), own.Sum(day => day.Received), own.Sum(day => day.Valid));
        var over = exceedances.Where(one => one.Channel == channel).ToList();
        return new FactorPeriod(
            channel, hours - stopped, received, valid, stopped, CaptureRate.Of(hours, hours - stopped - valid, stopped), EffectiveTransmissionRate.Of(hours - stopped, received, valid),
            own.Exists(day => day.Kilograms is not null) ? own.Sum(day => day.Kilograms ?? 0) : null, own.Sum(day => day.Replaced), own.Sum(day => day.Manual), own.Sum(day => day.Missing),
            own.Exists(day => day.Logged is not null) ? own.Sum(day => day.Logged ?? 0) : null, own.Sum(day => day.LoggedHours),
            over.Where(one => !one.IsDaily).Sum(one => one.Hours), over.Count(one => one.IsDaily));
    }

    private static IEnumerable<Exceedance> Exceedances(Outlet outlet, Channel channel, OutletHours hours, IReadOnlyList<OutletDay> days, ControlHistory control)
    {
        if (!hours.Factors.TryGetValue(channel.FactorCode, out var values))
            yield break;
        if (!OutletJudge.IsByHour(outlet, channel.FactorCode))
        {
            foreach (var day in days.Where(day => day.Factor == channel.FactorCode))
            {
                if (OutletJudge.Day(outlet, channel, day) is { Outcome: LimitOutcome.Fail } verdict)
                    yield return new Exceedance(channel, true, Start(day.Day), Start(day.Day.AddDays(1)), day.Hours, day.Mean!.Value, verdict);
            }

            yield break;
        }

        Exceedance? run = null;
        for (var hour = 0; hour < values.Length; hour++)
        {
            var time = hours.TimeOf(hour);
            var verdict = OutletJudge.Hour(outlet, channel, values[hour], time, hours.DayOf(hour), control);
            if (verdict?.Outcome == LimitOutcome.Fail)
            {
                var value = (double)values[hour].Judged(outlet.Corrects(channel.FactorCode))!.Value;
                run = run is null ? new Exceedance(channel, false, time, time.AddHours(1), 1, value, verdict)
                    : run with { To = time.AddHours(1), Hours = run.Hours + 1, Highest = Math.Max(run.Highest, value), Worst = value > run.Highest ? verdict : run.Worst };
            }
            else if (run is not null)
            {
                yield return run;
                run = null;
            }
        }

        if (run is not null)
            yield return run;
    }

    private static IEnumerable<MarkStretch> Marks(Channel channel, OutletHours hours)
    {
        if (!hours.Factors.TryGetValue(channel.FactorCode, out var values))
            yield break;
        MarkStretch? run = null;
        for (var hour = 0; hour < values.Length; hour++)
        {
            var (mark, time) = (values[hour].Mark, hours.TimeOf(hour));
            if (run is not null && (mark, values[hour].Why) == (run.Mark, run.Why))
            {
                run = run with { To = time.AddHours(1), Hours = run.Hours + 1 };
                continue;
            }

            if (run is not null)
                yield return run;
            run = mark == DataMark.Normal ? null : new MarkStretch(channel, mark, values[hour].Why, time, time.AddHours(1), 1);
        }

        if (run is not null)
            yield return run;
    }

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
