namespace EcoPark.Analysis.Forecasts;

/// <summary>The method used for one outcome.</summary>
/// <param name="Method">Which.</param>
/// <param name="Weights">Weight of each of <see cref="Members.Methods"/>.</param>
internal sealed record MethodChoice(ForecastMethod Method, double[] Weights)
{
    /// <summary>Cases are parted by this many hours, so that weights are judged on weeks they were not fitted to.</summary>
    private const int Block = 168;

    /// <summary>A single method must beat the blend's square error by this share: blends seldom lose by much elsewhere, singles do.</summary>
    private const double ClearlyBetter = 0.97;

    public double Combine(double[] members)
    {
        var sum = 0.0;
        for (var i = 0; i < members.Length; i++)
            sum += Weights[i] * members[i];
        return sum;
    }

    /// <summary>Blend fitted on even weeks against each single member, all judged on odd weeks; then the blend is fitted on all.</summary>
    public static MethodChoice Of(IReadOnlyList<int> rows, IReadOnlyList<double[]> forecasts, IReadOnlyList<double> outcomes)
    {
        var even = Enumerable.Range(0, rows.Count).Where(i => rows[i] / Block % 2 == 0).ToList();
        var odd = Enumerable.Range(0, rows.Count).Where(i => rows[i] / Block % 2 == 1).ToList();
        var size = Members.Methods.Length;
        var candidates = Enumerable.Range(0, size).Select(i => new MethodChoice(Members.Methods[i], Single(i, size))).ToList();
        if (even.Count > 0)
            candidates.Add(new MethodChoice(ForecastMethod.Blend, BlendWeights.Fit([.. even.Select(i => forecasts[i])], [.. even.Select(i => outcomes[i])], Members.PriorWeights)));
        var judged = odd.Count > 0 ? odd : even;
        var best = candidates.MinBy(choice => (choice.Method == ForecastMethod.Blend ? ClearlyBetter : 1) * judged.Sum(i => Square(choice.Combine(forecasts[i]) - outcomes[i])))!;
        return best.Method == ForecastMethod.Blend ? best with { Weights = BlendWeights.Fit(forecasts, outcomes, Members.PriorWeights) } : best;
    }

    private static double[] Single(int member, int size)
    {
        var weights = new double[size];
        weights[member] = 1;
        return weights;
    }

    private static double Square(double x) => x * x;
}
