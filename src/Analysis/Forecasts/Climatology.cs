namespace EcoPark.Analysis.Forecasts;

/// <summary>Usual value of an hour of the day at a time of the year: mean over the days within two weeks of it, all years.</summary>
internal sealed class Climatology
{
    private const int DaysInYear = 366;
    private const int HalfWindowDays = 14;

    private readonly double[,] _means = new double[DaysInYear, 24];

    /// <summary>From means as <see cref="Means"/> gives them.</summary>
    public Climatology(double[] means) => Buffer.BlockCopy(means, 0, _means, 0, DaysInYear * 24 * sizeof(double));

    public Climatology(HourlyTable table, ReadOnlySpan<double> series)
    {
        var (sums, counts) = (new double[DaysInYear, 24], new int[DaysInYear, 24]);
        for (var row = 0; row < series.Length; row++)
        {
            if (!double.IsFinite(series[row]))
                continue;
            var time = table.HourOf(row);
            sums[time.DayOfYear - 1, time.Hour] += series[row];
            counts[time.DayOfYear - 1, time.Hour]++;
        }

        // Of a season that was never seen at least the hour of the day is known.
        var ofHour = Enumerable.Range(0, 24).Select(hour => OfHour(sums, counts, hour)).ToArray();
        for (var day = 0; day < DaysInYear; day++)
        {
            for (var hour = 0; hour < 24; hour++)
                _means[day, hour] = Around(sums, counts, day, hour, ofHour[hour]);
        }
    }

    /// <summary>366 days of 24 hours.</summary>
    public double[] Means => [.. _means.Cast<double>()];

    /// <summary>Usual outcome from an origin.</summary>
    public double Of(ForecastTarget outcome, DateTime origin)
    {
        if (!outcome.IsDay)
            return At(origin.AddHours(outcome.Ahead));
        var sum = 0.0;
        for (var hour = outcome.Reach - 23; hour <= outcome.Reach; hour++)
            sum += At(origin.AddHours(hour));
        return sum / 24;
    }

    private double At(DateTime time) => _means[time.DayOfYear - 1, time.Hour];

    private static double Around(double[,] sums, int[,] counts, int day, int hour, double ofHour)
    {
        var (sum, count) = (0.0, 0);
        for (var offset = -HalfWindowDays; offset <= HalfWindowDays; offset++)
        {
            var at = (day + offset + DaysInYear) % DaysInYear;
            sum += sums[at, hour];
            count += counts[at, hour];
        }

        return count == 0 ? ofHour : sum / count;
    }

    private static double OfHour(double[,] sums, int[,] counts, int hour)
    {
        var days = Enumerable.Range(0, DaysInYear).ToList();
        var count = days.Sum(day => counts[day, hour]);
        return count == 0 ? 0 : days.Sum(day => sums[day, hour]) / count;
    }
}
