using EcoPark.Analysis.Correlations;

namespace EcoPark.Analysis.Anomalies;

/// <summary>Theil–Sen line of y over x; of at most a thousand pairs, evenly picked, so that its cost stays bounded.</summary>
internal sealed record PairLine(double Slope, double Intercept)
{
    private const int MostPairs = 1000;

    public static PairLine Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (left, right) = Pairs.Complete(x, y);
        var stride = Math.Max(1, left.Length / MostPairs);
        var slopes = new List<double>();
        for (var i = 0; i < left.Length; i += stride)
        {
            for (var j = i + stride; j < left.Length; j += stride)
            {
                if (left[j] != left[i])
                    slopes.Add((right[j] - right[i]) / (left[j] - left[i]));
            }
        }

        var slope = slopes.Count == 0 ? 0 : Percentiles.Median(slopes.ToArray());
        for (var i = 0; i < left.Length; i++)
            right[i] -= slope * left[i];
        return new PairLine(slope, Percentiles.Median(right));
    }
}
