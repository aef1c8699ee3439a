namespace EcoPark.Analysis.Trends;

/// <summary>Values that are there, with their steps.</summary>
internal sealed record TrendPoints(double[] Steps, double[] Values)
{
    public int Count => Values.Length;

    /// <summary>Every <paramref name="stride"/>th step from <paramref name="first"/>, counted in strides.</summary>
    public static TrendPoints Of(ReadOnlySpan<double> series, int first = 0, int stride = 1)
    {
        var (steps, values) = (new List<double>(), new List<double>());
        for (var (index, step) = (first, 0); index < series.Length; index += stride, step++)
        {
            if (!double.IsFinite(series[index]))
                continue;
            steps.Add(step);
            values.Add(series[index]);
        }

        return new TrendPoints([.. steps], [.. values]);
    }
}
