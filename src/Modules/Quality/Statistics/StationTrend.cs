using EcoPark.Analysis.Trends;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>One test of a trend.</summary>
/// <param name="Name">Chinese.</param>
/// <param name="Trend">What it found.</param>
/// <param name="PerYear">Steps of the slope in a year.</param>
internal sealed record TrendTest(string Name, TrendResult Trend, double PerYear);

/// <summary>What months of a factor say about its trend, and what they do not.</summary>
/// <param name="Series">As it was tested.</param>
/// <param name="Tests">Plain first, then by season where there is enough.</param>
/// <param name="Decides">The test that the headline rests on; null where none can be relied on: a season and a trend cannot be told apart.</param>
/// <param name="HeterogeneityP">Small where the seasons have different trends; null without a seasonal test.</param>
internal sealed record StationTrend(CensoredSeries Series, IReadOnlyList<TrendTest> Tests, TrendTest? Decides, double? HeterogeneityP)
{
    private const int MonthsOfYear = 12;

    /// <summary>A season takes part with three values (Hirsch, Slack and Smith 1982): three years.</summary>
    private const int FewestInSeason = 3;

    /// <summary>Share of the values that the seasonal test must rest on to speak for them.</summary>
    private const double FewestInTest = 0.8;

    /// <summary>Whether the seasons go different ways, so that one trend says nothing.</summary>
    public bool IsMixed => HeterogeneityP < 0.05;

    public static StationTrend Of(MonthSeries months)
    {
        var series = CensoredSeries.Of(months.Values, months.Limits);
        var given = Enumerable.Range(0, series.Values.Length).Where(at => double.IsFinite(series.Values[at])).ToList();
        var seasons = given.GroupBy(at => (months.FirstMonth - 1 + at) % MonthsOfYear).ToList();
        // Samples of one calendar month (once a year) have no season in them.
        var isSeasonal = seasons.Count > 1;
        var plain = new TrendTest(isSeasonal ? "Mann–Kendall（未扣除季节影响）" : "Mann–Kendall", MannKendall.Test(series.Values), MonthsOfYear);
        if (!isSeasonal || !series.HasDetected)
            return new(series, [plain], plain, null);
        if (seasons.Where(season => season.Count() >= FewestInSeason).Sum(season => season.Count()) < FewestInTest * given.Count)
            return new(series, [plain], null, null);

        // Step 0 must be January, so that seasons are months.
        var result = SeasonalMannKendall.Test([.. Enumerable.Repeat(double.NaN, months.FirstMonth - 1), .. series.Values]);
        var seasonal = new TrendTest("季节性 Mann–Kendall", result.Trend, 1);
        return new(series, [plain, seasonal], seasonal, double.IsFinite(result.HeterogeneityP) ? result.HeterogeneityP : null);
    }
}
