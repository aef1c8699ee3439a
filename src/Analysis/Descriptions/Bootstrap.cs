namespace EcoPark.Analysis.Descriptions;

/// <summary>Percentile bootstrap (Efron 1979): intervals from the data alone.</summary>
public static class Bootstrap
{
    /// <summary>Interval of the mean of independent values.</summary>
    /// <param name="values">Without NaN.</param>
    /// <param name="alpha">1 − confidence.</param>
    /// <param name="resamples">Samples drawn.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <returns>NaN for fewer than two values.</returns>
    public static (double Lower, double Upper) MeanInterval(double[] values, double alpha = 0.05, int resamples = 200, int seed = 1)
    {
        if (values.Length < 2)
            return (double.NaN, double.NaN);
        var random = new Random(seed);
        var means = new double[resamples];
        for (var sample = 0; sample < resamples; sample++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
                sum += values[random.Next(values.Length)];
            means[sample] = sum / values.Length;
        }

        Array.Sort(means);
        return (Percentiles.OfSorted(means, alpha / 2), Percentiles.OfSorted(means, 1 - (alpha / 2)));
    }
}
