namespace EcoPark.Analysis.Forecasts;

/// <summary>Weights of a mean of forecasts, not negative, summing to one, with the least mean square error.</summary>
/// <remarks>
/// The members err alike, so that free weights follow chance: they are held to the prior by a penalty of 3 % of the mean square error for
/// each unit of squared distance (shrinkage of combination weights, Diebold and Pauly 1990).
/// </remarks>
internal static class BlendWeights
{
    private const int Turns = 2000;
    private const double Shrinkage = 0.03;

    /// <param name="forecasts">One row a case, one column a member.</param>
    /// <param name="outcomes">One value a case.</param>
    /// <param name="prior">Weights where the cases do not say otherwise; sums to one.</param>
    public static double[] Fit(IReadOnlyList<double[]> forecasts, IReadOnlyList<double> outcomes, IReadOnlyList<double> prior)
    {
        var size = forecasts[0].Length;
        // Squared error of a mean of weight 1 is w' E w with E the mean products of the members' errors.
        var products = new double[size, size];
        for (var row = 0; row < forecasts.Count; row++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    products[i, j] += (forecasts[row][i] - outcomes[row]) * (forecasts[row][j] - outcomes[row]) / forecasts.Count;
            }
        }

        var penalty = Shrinkage * Enumerable.Range(0, size).Sum(i => prior[i] * products[i, i]);
        var weights = prior.ToArray();
        // Frank–Wolfe with exact steps: each turn moves towards the member that lowers the error most.
        for (var turn = 0; turn < Turns; turn++)
            Step(weights, products, prior, penalty);
        return weights;
    }

    private static void Step(double[] weights, double[,] products, IReadOnlyList<double> prior, double penalty)
    {
        var size = weights.Length;
        var gradient = new double[size];
        for (var i = 0; i < size; i++)
        {
            gradient[i] = penalty * (weights[i] - prior[i]);
            for (var j = 0; j < size; j++)
                gradient[i] += products[i, j] * weights[j];
        }

        var best = Array.IndexOf(gradient, gradient.Min());
        var direction = Enumerable.Range(0, size).Select(i => (i == best ? 1.0 : 0) - weights[i]).ToArray();
        var (descent, curvature) = (0.0, 0.0);
        for (var i = 0; i < size; i++)
        {
            descent -= gradient[i] * direction[i];
            curvature += penalty * direction[i] * direction[i];
            for (var j = 0; j < size; j++)
                curvature += direction[i] * products[i, j] * direction[j];
        }

        if (curvature <= 0)
            return;
        var share = Math.Clamp(descent / curvature, 0, 1);
        for (var i = 0; i < size; i++)
            weights[i] += share * direction[i];
    }
}
