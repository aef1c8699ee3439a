using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Telemetry.Gaps;

/// <summary>Runs of missing stamps.</summary>
/// <param name="From">First missing.</param>
/// <param name="To">Last missing, inclusive.</param>
/// <param name="Missing">How many.</param>
internal readonly record struct Hole(DateTime From, DateTime To, int Missing);

/// <summary>Finds holes in a regular series of stamps. Pure.</summary>
internal static class GapFinder
{
    /// <summary>Results from which on a cycle is believed: a day of an analyser of four hours.</summary>
    private const int FewestOfCycle = 6;

    /// <summary>First stamp and step at which hours are due: an analyser of water that works every two or four hours has no gap between its results.</summary>
    public static (DateTime First, TimeSpan Step) HourGrid(DateTime begin, IReadOnlyList<DateTime> present, Medium medium)
    {
        static int HourOf(DateTime utc) => ParkTime.FromUtc(utc).Hour;
        var cycle = present.Count < FewestOfCycle ? new AnalysisCycle(1, 0) : AnalysisCycle.Of(medium, present.Select(HourOf));
        while (!cycle.IsDue(HourOf(begin)))
            begin = begin.AddHours(1);
        return (begin, TimeSpan.FromHours(cycle.Hours));
    }

    /// <param name="first">First stamp that is expected (on the grid).</param>
    /// <param name="end">Stamps before this instant are expected.</param>
    /// <param name="step">Distance of the grid.</param>
    /// <param name="present">Stamps that are there, in order; those off the grid count for the grid point before them.</param>
    public static IReadOnlyList<Hole> Find(DateTime first, DateTime end, TimeSpan step, IEnumerable<DateTime> present)
    {
        var there = present.Select(stamp => (stamp - first).Ticks / step.Ticks).ToHashSet();
        var holes = new List<Hole>();
        DateTime? from = null;
        var missing = 0;
        long index = 0;
        for (var stamp = first; stamp < end; stamp += step, index++)
        {
            if (!there.Contains(index))
            {
                from ??= stamp;
                missing++;
                continue;
            }

            if (from is { } begin)
                holes.Add(new Hole(begin, stamp - step, missing));
            (from, missing) = (null, 0);
        }

        if (from is { } open)
            holes.Add(new Hole(open, first + (step * (index - 1)), missing));
        return holes;
    }
}
