namespace EcoPark.Analysis.Forecasts;

/// <summary>Probability of a class as the mean of small boosted trees and a linear probability model.</summary>
/// <remarks>
/// Neighbouring hours share most of their outcome, so there are far fewer independent cases than hours: the trees are kept small, and the line
/// steadies them.
/// </remarks>
internal sealed record ExceedanceOdds(BoostedClassifier Trees, RidgeLine Line)
{
    private const double Penalty = 0.1;

    public static ExceedanceOdds Train(IReadOnlyList<ClassRow> rows, ForecastOptions options)
    {
        var small = options with { Leaves = Math.Min(options.Leaves, 8), FewestInLeaf = Math.Max(options.FewestInLeaf, 100) };
        TreeRow[] numbers = [.. rows.Select(row => new TreeRow { Label = row.Label ? 1 : 0, Features = row.Features })];
        return new ExceedanceOdds(BoostedClassifier.Train(rows, small), RidgeLine.Train(numbers, Penalty));
    }

    /// <summary>One probability a row.</summary>
    public double[] Predict(IReadOnlyList<float[]> features) =>
        [.. Trees.Predict(features).Zip(features, (trees, row) => (trees + Math.Clamp(Line.Predict(row), 0, 1)) / 2)];
}
