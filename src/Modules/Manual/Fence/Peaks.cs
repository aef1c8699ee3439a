using EcoPark.Analysis;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>Hours one after the other in which a point was far above what it usually sees.</summary>
/// <param name="From">UTC, start of the first hour.</param>
/// <param name="To">UTC, end of the last one.</param>
/// <param name="Threshold">Above which it counts.</param>
public sealed record Peak(int PointId, string Point, DateTime From, DateTime To, double Highest, DateTime HighestAt, double Mean, double Threshold)
{
    public int Hours => (int)(To - From).TotalHours;

    public bool Overlaps(Peak other) => From < other.To.AddHours(1) && other.From < To.AddHours(1);
}

/// <summary>Finds peaks in the hours of a point. A rule of the platform, no limit of a standard: what is over a limit is the alarms' matter.</summary>
public static class Peaks
{
    /// <summary>Fewer hours do not say what is usual.</summary>
    public const int FewestHours = 48;

    /// <summary>Robust deviations above the median.</summary>
    public const double Deviations = 4;

    /// <summary>Times the median, at least: a very steady point is not all peaks.</summary>
    public const double Times = 2;

    /// <summary>Above what a point usually sees.</summary>
    /// <returns><see langword="null"/> where there are too few hours.</returns>
    public static double? Threshold(IReadOnlyCollection<double> values)
    {
        if (values.Count < FewestHours)
            return null;
        double[] series = [.. values];
        var median = Percentiles.Median(series);
        return Math.Max(median + (Deviations * Percentiles.RobustDeviation(series)), median * Times);
    }

    /// <param name="hours">Valid means in the order of their hours, UTC; one hour without a value does not end a peak.</param>
    public static IReadOnlyList<Peak> Of(int point, string name, IReadOnlyList<(DateTime At, double Value)> hours)
    {
        if (Threshold([.. hours.Select(hour => hour.Value)]) is not { } threshold)
            return [];
        var (found, run) = (new List<Peak>(), new List<(DateTime At, double Value)>());
        void End()
        {
            if (run.Count > 0)
                found.Add(new(point, name, run[0].At, run[^1].At.AddHours(1), run.Max(hour => hour.Value), run.MaxBy(hour => hour.Value).At, run.Average(hour => hour.Value), threshold));
            run.Clear();
        }

        foreach (var hour in hours)
        {
            if (run.Count > 0 && (hour.Value <= threshold || hour.At - run[^1].At > TimeSpan.FromHours(2)))
                End();
            if (hour.Value > threshold)
                run.Add(hour);
        }

        End();
        return found;
    }
}
