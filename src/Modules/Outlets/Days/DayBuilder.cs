using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Days from hours, by HJ 75/76 and HJ 356. Pure.</summary>
public static class DayBuilder
{
    private const int HoursOfDay = 24;

    /// <param name="hours">From midnight of the park's zone.</param>
    /// <param name="control">Tells which days may stand for others.</param>
    /// <param name="before">Days before the range, for the replacement of waste-water days.</param>
    public static List<OutletDay> Build(OutletHours hours, ControlHistory control, IReadOnlyList<OutletDay> before)
    {
        var days = new List<OutletDay>();
        foreach (var (factor, values) in hours.Factors)
        {
            var own = new List<OutletDay>();
            for (var first = 0; first < hours.Count; first += HoursOfDay)
                own.Add(Of(hours, factor, values, first, Math.Min(HoursOfDay, hours.Count - first), control));
            if (!hours.Outlet.IsGas && hours.Outlet.Emits(factor))
                WaterDays.Replace(own, [.. before.Where(day => day.Factor == factor)], control);
            days.AddRange(own);
        }

        return days;
    }

    private static OutletDay Of(OutletHours hours, string factor, FactorHour[] values, int first, int count, ControlHistory control)
    {
        var (outlet, day, emits) = (hours.Outlet, hours.DayOf(first), hours.Outlet.Emits(factor));
        var marked = new MarkedValue[count];
        var (stopped, received, missing, loggedHours) = (0, 0, 0, 0);
        var (mass, replaced, logged, compared, volume, loggedVolume, corrected) = (0m, 0m, 0m, 0m, 0m, 0m, 0m);
        var (masses, volumes, loggedVolumes, correctedHours) = (0, 0, 0, 0);
        var (manual, manualHours) = (0m, 0);
        ReplacementRule? rule = null;
        for (var at = 0; at < count; at++)
        {
            var (hour, flow) = (values[first + at], hours.Flow[first + at]);
            marked[at] = new MarkedValue(hour.Measured, hour.Mark, outlet.IsGas ? null : flow);
            stopped += hour.IsDue ? 0 : 1;
            received += hour.IsDue && hour.Measured is not null ? 1 : 0;
            missing += emits && hour is { IsDue: true, Kilograms: null } ? 1 : 0;
            mass += hour.Kilograms ?? 0;
            masses += hour.Kilograms is null ? 0 : 1;
            (manual, manualHours) = hour is { Manual: not null, Kilograms: { } byHand } ? (manual + byHand, manualHours + 1) : (manual, manualHours);
            replaced += hour.ReplacedBy is null ? 0 : hour.Kilograms ?? 0;
            logged += hour.LoggedKilograms ?? 0;
            loggedHours += hour.LoggedKilograms is null ? 0 : 1;
            compared += hour.LoggedKilograms is null ? 0 : hour.Kilograms ?? 0;
            (volume, volumes) = (volume + (flow ?? 0), volumes + (flow is null ? 0 : 1));
            (loggedVolume, loggedVolumes) = (loggedVolume + (hours.LoggedVolume[first + at] ?? 0), loggedVolumes + (hours.LoggedVolume[first + at] is null ? 0 : 1));
            (corrected, correctedHours) = hour is { IsValid: true, Corrected: { } value } ? (corrected + value, correctedHours + 1) : (corrected, correctedHours);
            rule = hour.ReplacedBy ?? rule;
        }

        // Analysers of water that work every two or four hours owe a result for each of their cycles, not for each hour.
        var cycle = AnalysisCycle.Of(outlet.Medium, Enumerable.Range(0, count).Where(at => marked[at].Value is not null));
        MarkedValue[] due = [.. marked.Where((_, at) => cycle.IsDue(at))];
        var mean = MarkedMean.Of(due, due.Length, outlet.Medium, Interval.Day, day);
        if (!outlet.IsGas && emits && missing > 0 && mean is { IsValid: true, Value: { } concentration })
            (mass, masses, missing) = WaterDays.Complete(values.AsSpan(first, count), hours.Flow.AsSpan(first, count), concentration * ScaleOf(outlet, factor), mass, masses, missing);
        if (!outlet.IsGas && emits && missing > 0 && !mean.IsValid && control.Manual.OfDay(factor, day) is { Count: > 0 } byHandOfDay)
        {
            // HJ 356-2019 (recalled): measured by hand often enough, the mean stands for the rest of the day.
            var (before, hoursBefore) = (mass, masses);
            (mass, masses, missing) = WaterDays.Complete(values.AsSpan(first, count), hours.Flow.AsSpan(first, count), byHandOfDay.Average(), mass, masses, missing);
            (manual, manualHours) = (manual + mass - before, manualHours + masses - hoursBefore);
        }

        var made = new OutletDay
        {
            PointId = outlet.Id.Value,
            Factor = factor,
            Day = day,
            EnterpriseId = outlet.OwnerOn(day),
            Hours = count,
            Stopped = stopped,
            Received = received,
            Valid = mean.Valid,
            // pH has no plain mean; it is judged by the hour.
            Mean = factor == FactorCodes.Ph ? null : (double?)mean.Value,
            Corrected = correctedHours == 0 ? null : (double)(corrected / correctedHours),
            IsValid = mean.IsValid,
            Kilograms = masses == 0 ? null : (double)mass,
            Replaced = (double)replaced,
            Manual = (double)manual,
            Missing = missing,
            Logged = loggedHours == 0 ? null : (double)logged,
            LoggedHours = loggedHours,
            Compared = (double)compared,
            Volume = volumes == 0 ? null : (double)volume,
            LoggedVolume = loggedVolumes == 0 ? null : (double)loggedVolume,
            Rule = string.Join("；", new[] { manualHours > 0 ? ManualWords(manualHours) : null, rule?.Basis.Shown }.OfType<string>()),
        };
        (made.Judged, made.Over) = Judge(hours, made, values, first, count, control);
        return made;
    }

    /// <summary>How often the limit of the permit was asked, and how often it was not kept: by the hour, or once where the mean of the day decides.</summary>
    private static (int Judged, int Over) Judge(OutletHours hours, OutletDay day, FactorHour[] values, int first, int count, ControlHistory control)
    {
        var outlet = hours.Outlet;
        if (outlet.Channel(day.Factor) is not { } channel || !outlet.Followed.Contains(channel))
            return (0, 0);
        Verdict?[] verdicts = OutletJudge.IsByHour(outlet, day.Factor)
            ? [.. Enumerable.Range(first, count).Select(at => OutletJudge.Hour(outlet, channel, values[at], hours.TimeOf(at), day.Day, control))] : [OutletJudge.Day(outlet, channel, day)];
        return (verdicts.Count(one => one?.Outcome is LimitOutcome.Pass or LimitOutcome.Fail), verdicts.Count(one => one?.Outcome == LimitOutcome.Fail));
    }

    internal static string ManualWords(int hours) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hours} 小时采用手工监测");

    private static decimal ScaleOf(Outlet outlet, string factor) => outlet.Channel(factor) is { } channel ? OutletFactors.ScaleOf(channel) : 1;
}
