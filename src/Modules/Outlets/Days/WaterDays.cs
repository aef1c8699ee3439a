using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Masses of waste-water days, HJ 356-2019 (recalled): a valid day is its mean times its water; a day without a valid mean takes the place of valid days of the period that passed its check.</summary>
internal static class WaterDays
{
    /// <summary>The hours whose concentration is missing count with a mean of the day, as far as their flow is known.</summary>
    /// <param name="mean">Flow-weighted mean of a valid day, or of what was measured by hand, mg/L.</param>
    public static (decimal Mass, int Masses, int Missing) Complete(ReadOnlySpan<FactorHour> hours, ReadOnlySpan<decimal?> flow, decimal mean, decimal mass, int masses, int missing)
    {
        for (var at = 0; at < hours.Length; at++)
        {
            if (hours[at] is not { IsDue: true, Kilograms: null } || flow[at] is not { } water)
                continue;
            mass += Emission.OfWater(mean, water);
            (masses, missing) = (masses + 1, missing - 1);
        }

        return (mass, masses, missing);
    }

    /// <summary>Puts a mass in place of days without a valid mean.</summary>
    /// <param name="days">Of one factor, in order.</param>
    /// <param name="before">Stored days before them.</param>
    public static void Replace(List<OutletDay> days, IReadOnlyList<OutletDay> before, ControlHistory control)
    {
        foreach (var day in days.Where(day => !day.IsValid && day.Missing > 0 && day.Hours - day.Stopped > 0 && day.Hours == 24))
        {
            if (control.LastPassed(day.Factor, Start(day.Day)) is not { } passed)
            {
                day.Rule = Words(day, "没有合格的核查记录，不能按 HJ 356-2019 替代排放量");
                continue;
            }

            var known = before.Concat(days).Where(one => one is { IsValid: true, Kilograms: not null, Manual: 0 } && one.Day < day.Day).ToList();
            var valid = known.Where(one => Start(one.Day) >= passed).ToList();
            // The gap began before the period since the last check has a valid day: the period before that check serves.
            if (valid.Count == 0 && control.LastPassed(day.Factor, passed) is { } previous)
                valid = [.. known.Where(one => Start(one.Day) >= previous && Start(one.Day) < passed)];
            if (WaterReplacement.Value([], null, [.. valid.Select(one => (decimal)one.Kilograms!.Value)]) is not { } mass)
            {
                day.Rule = Words(day, "上次核查合格时段内没有有效日，不能按 HJ 356-2019 替代排放量");
                continue;
            }

            (day.Kilograms, day.Replaced, day.Manual, day.Missing, day.Rule) = ((double)mass, (double)mass, 0, 0, Words(day, WaterReplacement.Basis.Shown));
        }

        string Words(OutletDay day, string rule) => control.Manual.WhyNot(day.Factor, day.Day) is { } why ? $"{why}；{rule}" : rule;

        static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
    }
}
