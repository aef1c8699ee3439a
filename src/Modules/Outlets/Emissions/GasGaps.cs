using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Emissions;

/// <summary>A run of hours without an automatic mass; those that have one by hand keep it.</summary>
/// <param name="First">Index of the first hour.</param>
/// <param name="Length">Hours.</param>
/// <param name="Rule">How it is to be filled.</param>
/// <param name="Before">Hours before this one serve: the gap's own begin, or the last calibration where out of control.</param>
internal sealed record GasGap(string Factor, int First, int Length, ReplacementRule Rule, DateTime Before);

/// <summary>数据修约 of an outlet's masses (HJ 75-2017): finds gaps of SO₂, NOx and particles and fills them from valid hours before.</summary>
internal static class GasGaps
{
    /// <summary>Gaps in order of time.</summary>
    /// <param name="captureRate">Of a factor in the quarter of an hour, 0…1; null where nothing was due.</param>
    public static List<GasGap> Find(OutletHours hours, ControlHistory control, Func<string, DateTime, decimal?> captureRate)
    {
        var gaps = new List<GasGap>();
        foreach (var (factor, values) in hours.Factors.Where(pair => GasReplacement.IsReplaceable(pair.Key)))
        {
            for (var at = 0; at < values.Length;)
            {
                if (!IsGap(values[at]))
                {
                    at++;
                    continue;
                }

                var (first, isLost) = (at, values[at].Mark == DataMark.OutOfControl);
                while (at < values.Length && IsGap(values[at]) && values[at].Mark == DataMark.OutOfControl == isLost)
                    at++;
                if (Enumerable.Range(first, at - first).All(hour => values[hour].Kilograms is not null))
                    continue; // All of it was measured by hand.
                var begin = hours.TimeOf(first);
                var rule = GasReplacement.RuleFor(isLost ? GapCause.OutOfControl : GapCause.MaintenanceOrFault, captureRate(factor, begin) ?? 0, at - first);
                gaps.Add(new GasGap(factor, first, at - first, rule, isLost ? control.LastPassed(factor, begin) ?? begin : begin));
            }
        }

        return gaps;
    }

    /// <summary>Valid hours that lie farther back and are still needed, at most.</summary>
    /// <param name="earlier">Hours just before the range that are known already.</param>
    public static int Wanted(OutletHours hours, IReadOnlyList<GasGap> gaps, OutletHours? earlier)
    {
        var wanted = 0;
        foreach (var factor in gaps.GroupBy(gap => gap.Factor))
        {
            var (counted, before) = (Counted(hours, factor.Key), earlier is null ? null : Counted(earlier, factor.Key));
            foreach (var gap in factor.Where(gap => gap.Rule.Hours is not null))
                wanted = Math.Max(wanted, gap.Rule.Hours!.Value - counted[Bound(hours, gap)] - (before is null ? 0 : before[Bound(earlier!, gap with { First = earlier!.Count })]));
        }

        return wanted;
    }

    /// <summary>Puts the replaced masses in place.</summary>
    /// <param name="earlier">Hours just before the range; null where none were wanted.</param>
    public static void Fill(OutletHours hours, IReadOnlyList<GasGap> gaps, OutletHours? earlier)
    {
        foreach (var gap in gaps)
        {
            var before = ValidBefore(hours, gap);
            if (earlier is not null)
                before = before.Concat(ValidBefore(earlier, gap with { First = earlier.Count }));
            var value = GasReplacement.Value(gap.Rule, before);
            for (var hour = gap.First; hour < gap.First + gap.Length; hour++)
            {
                if (hours.Factors[gap.Factor][hour].Kilograms is not null)
                    continue;
                hours.Factors[gap.Factor][hour] = hours.Factors[gap.Factor][hour] with { Kilograms = value, ReplacedBy = gap.Rule };
            }
        }
    }

    /// <summary>What was measured by hand is a gap of the instrument still: the gap is as long with it as without.</summary>
    private static bool IsGap(in FactorHour hour) => hour is { IsDue: true, Kilograms: null } or { IsDue: true, Manual: not null };

    private static bool IsMeasured(in FactorHour hour) => hour is { Kilograms: not null, ReplacedBy: null, Manual: null };

    /// <summary>How many hours before an index were measured.</summary>
    private static int[] Counted(OutletHours hours, string factor)
    {
        var counts = new int[hours.Count + 1];
        if (!hours.Factors.TryGetValue(factor, out var values))
            return counts;
        for (var hour = 0; hour < values.Length; hour++)
            counts[hour + 1] = counts[hour] + (IsMeasured(values[hour]) ? 1 : 0);
        return counts;
    }

    /// <summary>Index of the first hour that may not stand for the gap.</summary>
    private static int Bound(OutletHours hours, GasGap gap) =>
        Math.Clamp((int)Math.Ceiling((gap.Before - hours.From).TotalHours), 0, Math.Min(gap.First, hours.Count));

    /// <summary>Measured masses before a gap, newest first.</summary>
    private static IEnumerable<decimal> ValidBefore(OutletHours hours, GasGap gap)
    {
        if (!hours.Factors.TryGetValue(gap.Factor, out var values))
            yield break;
        for (var hour = Bound(hours, gap) - 1; hour >= 0; hour--)
        {
            if (IsMeasured(values[hour]))
                yield return values[hour].Kilograms!.Value;
        }
    }
}
