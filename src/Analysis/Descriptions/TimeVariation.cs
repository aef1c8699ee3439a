namespace EcoPark.Analysis.Descriptions;

/// <summary>Cycle over which values are folded.</summary>
public enum Cycle
{
    /// <summary>Keys 0…23.</summary>
    HourOfDay,

    /// <summary>Keys 1 Monday … 7 Sunday.</summary>
    Weekday,

    /// <summary>Keys 1…12.</summary>
    Month,

    /// <summary>Keys (weekday − 1)·24 + hour: 0 is Monday 00.</summary>
    HourOfWeek,
}

/// <summary>Values of one part of a cycle.</summary>
/// <param name="Key">See <see cref="Cycle"/>.</param>
/// <param name="N">Values.</param>
/// <param name="Mean">Their mean, NaN where there is none.</param>
/// <param name="Lower">Lower end of the 95 % interval of the mean, by bootstrap.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Median">Their median.</param>
public sealed record CyclePart(int Key, int N, double Mean, double Lower, double Upper, double Median);

/// <summary>Means over the hours of the day, the days of the week and the months, as openair's timeVariation shows them.</summary>
public static class TimeVariation
{
    /// <param name="first">Local time of the first value.</param>
    /// <param name="step">Between values.</param>
    /// <param name="series">Values, NaN in gaps.</param>
    /// <param name="cycle">Which cycle.</param>
    /// <param name="resamples">Bootstrap samples.</param>
    /// <param name="seed">Same seed, same interval.</param>
    public static IReadOnlyList<CyclePart> Of(
        DateTime first, TimeSpan step, ReadOnlySpan<double> series, Cycle cycle, int resamples = 200, int seed = 1)
    {
        var (from, count) = Keys(cycle);
        var parts = Enumerable.Range(0, count).Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < series.Length; i++)
        {
            if (double.IsFinite(series[i]))
                parts[KeyOf(first + (i * step), cycle) - from].Add(series[i]);
        }

        return [.. parts.Select((values, index) => Part(index + from, [.. values], resamples, seed))];
    }

    private static CyclePart Part(int key, double[] values, int resamples, int seed)
    {
        var (lower, upper) = Bootstrap.MeanInterval(values, 0.05, resamples, seed + key);
        return new CyclePart(key, values.Length, Series.Mean(values), lower, upper, Percentiles.Median(values));
    }

    private static (int From, int Count) Keys(Cycle cycle) => cycle switch
    {
        Cycle.HourOfDay => (0, 24),
        Cycle.Weekday => (1, 7),
        Cycle.Month => (1, 12),
        _ => (0, 168),
    };

    private static int KeyOf(DateTime time, Cycle cycle) => cycle switch
    {
        Cycle.HourOfDay => time.Hour,
        Cycle.Weekday => Weekday(time),
        Cycle.Month => time.Month,
        _ => ((Weekday(time) - 1) * 24) + time.Hour,
    };

    private static int Weekday(DateTime time) => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek;
}
