using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Trends;

/// <summary>Median of the slopes of all pairs (Theil 1950, Sen 1968) with the interval of Gilbert (1987), 16.5.</summary>
internal static class SenSlope
{
    /// <summary>Above this many pairs slopes are selected by counting instead of listed, so memory stays linear.</summary>
    private const long MostListedPairs = 2_000_000;

    /// <param name="groups">Pairs are taken within a group only (one group, or one a season).</param>
    /// <param name="variance">Variance of S.</param>
    /// <param name="alpha">1 − confidence of the interval.</param>
    public static (double Slope, double Lower, double Upper) Of(IReadOnlyList<TrendPoints> groups, double variance, double alpha)
    {
        var pairs = groups.Sum(group => (long)group.Count * (group.Count - 1) / 2);
        if (pairs == 0)
            return (double.NaN, double.NaN, double.NaN);

        Func<long, double> at = pairs <= MostListedPairs ? Listed(groups, pairs) : rank => SlopeSelection.At(groups, rank);
        var median = pairs % 2 == 1 ? at(pairs / 2) : (at((pairs / 2) - 1) + at(pairs / 2)) / 2;
        var reach = Normal.InvCDF(0, 1, 1 - (alpha / 2)) * Math.Sqrt(Math.Max(variance, 0));
        var lower = (long)Math.Round((pairs - reach) / 2) - 1;
        var upper = (long)Math.Round((pairs + reach) / 2);
        return (median, at(Math.Max(lower, 0)), at(Math.Min(upper, pairs - 1)));
    }

    private static Func<long, double> Listed(IReadOnlyList<TrendPoints> groups, long pairs)
    {
        var slopes = new double[pairs];
        var next = 0;
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                    slopes[next++] = (group.Values[j] - group.Values[i]) / (group.Steps[j] - group.Steps[i]);
            }
        }

        Array.Sort(slopes);
        return rank => slopes[rank];
    }
}
