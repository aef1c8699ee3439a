namespace EcoPark.Analysis.Trends;

/// <summary>Values of which some were not detected, made fit for a test of ranks.</summary>
/// <param name="Values">What lies below the highest detection limit is tied, detected or not: nobody knows its order (Helsel 2012, chapter 12). NaN in gaps.</param>
/// <param name="Limit">Highest detection limit of what was not detected; NaN where everything was.</param>
/// <param name="Tied">How many values are tied below it.</param>
/// <param name="Count">How many values there are.</param>
public sealed record CensoredSeries(double[] Values, double Limit, int Tied, int Count)
{
    /// <summary>With more of them tied, Sen's slope follows what was put in the place of the tied ones.</summary>
    private const double MostTiedForSlope = 0.2;

    /// <summary>Share of the values that are tied.</summary>
    public double Share => Count == 0 ? 0 : (double)Tied / Count;

    /// <summary>Whether any value stands above the limit.</summary>
    public bool HasDetected => Tied < Count;

    /// <summary>Whether a slope says something.</summary>
    public bool HasSlope => Share <= MostTiedForSlope;

    /// <param name="values">NaN in gaps; of what was not detected whatever stands for it.</param>
    /// <param name="limits">Detection limit of what was not detected, NaN elsewhere.</param>
    public static CensoredSeries Of(IReadOnlyList<double> values, IReadOnlyList<double> limits)
    {
        var given = Enumerable.Range(0, values.Count).Where(at => double.IsFinite(values[at])).ToList();
        var censored = given.Where(at => double.IsFinite(limits[at])).ToList();
        if (censored.Count == 0)
            return new([.. values], double.NaN, 0, given.Count);
        var limit = censored.Max(at => limits[at]);
        var below = given.Where(at => double.IsFinite(limits[at]) || values[at] < limit).ToHashSet();
        return new([.. values.Select((value, at) => below.Contains(at) ? limit / 2 : value)], limit, below.Count, given.Count);
    }
}
