using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Outlets;

/// <summary>When an outlet will reach its limit if it goes on as it does.</summary>
/// <param name="SlopePerMinute">Theil–Sen slope of the last values, unit of the values per minute.</param>
/// <param name="Level">Value of the line now.</param>
/// <param name="MinutesToLimit">Minutes until the line meets the limit; 0 where it is over already, null where it does not get there.</param>
/// <param name="Ahead">Probability of being over, by minutes ahead.</param>
public sealed record LimitOutlook(double SlopePerMinute, double Level, double? MinutesToLimit, IReadOnlyList<MinuteOutlook> Ahead)
{
    /// <summary>Largest probability over the minutes ahead; 0 where nothing could be said.</summary>
    public double Probability => Ahead.Count == 0 ? 0 : Ahead.Max(one => one.ProbabilityOver);
}

/// <summary>One time ahead.</summary>
/// <param name="Minutes">Minutes ahead.</param>
/// <param name="Value">Expected value.</param>
/// <param name="Deviation">Standard deviation of the expectation.</param>
/// <param name="ProbabilityOver">Probability of the value at that time being over the limit.</param>
public sealed record MinuteOutlook(double Minutes, double Value, double Deviation, double ProbabilityOver);

/// <summary>Short look ahead for outlets, 5 to 60 minutes: a robust line with autoregressive scatter around it.</summary>
public static class TimeToLimit
{
    private const int FewestValues = 6;

    /// <param name="recent">Last values, equally stepped, newest last, NaN in gaps; an hour or two is plenty.</param>
    /// <param name="stepMinutes">Minutes between values.</param>
    /// <param name="limit">Limit, unit of the values.</param>
    /// <param name="minutesAhead">Times to look at; without them 5, 10, 15, 30, 45, 60.</param>
    /// <returns>null for fewer than six values or a missing newest value: an old value says nothing about now.</returns>
    public static LimitOutlook? Of(ReadOnlySpan<double> recent, double stepMinutes, double limit, IReadOnlyList<double>? minutesAhead = null)
    {
        if (Series.Count(recent) < FewestValues || !double.IsFinite(recent[^1]))
            return null;
        var line = RobustLine.Fit(recent);
        var scatter = LineScatter.Around(recent, line);
        var ahead = (minutesAhead ?? [5, 10, 15, 30, 45, 60]).Select(minutes => At(minutes, minutes / stepMinutes, line, scatter, limit)).ToList();
        return new LimitOutlook(line.SlopePerStep / stepMinutes, line.Now, MinutesTo(limit, line, stepMinutes), ahead);
    }

    private static MinuteOutlook At(double minutes, double steps, RobustLine line, LineScatter scatter, double limit)
    {
        // What the newest value is off the line fades as phi^k; the line's own slope is uncertain, and more so further out.
        var value = line.Now + (line.SlopePerStep * steps) + (scatter.Newest * Math.Pow(scatter.Phi, steps));
        var noise = scatter.Deviation * Math.Sqrt(1 - Math.Pow(scatter.Phi, 2 * steps));
        var deviation = Math.Sqrt((noise * noise) + Math.Pow(line.SlopeDeviation * steps, 2));
        var over = deviation > 0 ? 1 - Normal.CDF(value, deviation, limit) : value > limit ? 1 : 0;
        return new MinuteOutlook(minutes, value, deviation, over);
    }

    private static double? MinutesTo(double limit, RobustLine line, double stepMinutes)
    {
        if (line.Now > limit)
            return 0;
        return line.SlopePerStep > 0 ? (limit - line.Now) / line.SlopePerStep * stepMinutes : null;
    }
}
