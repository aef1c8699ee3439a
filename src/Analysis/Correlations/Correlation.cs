using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Correlations;

/// <summary>Which correlation.</summary>
public enum CorrelationMethod
{
    /// <summary>Of the values: how well a straight line fits.</summary>
    Pearson,

    /// <summary>Of the ranks, ties at their mean rank: how well any rising curve fits.</summary>
    Spearman,
}

/// <summary>One correlation.</summary>
/// <param name="Coefficient">−1…1; NaN for fewer than three pairs or a constant series.</param>
/// <param name="N">Pairs of which both values are there.</param>
/// <param name="P">Two-sided p-value of t = r·√((n−2)/(1−r²)) with n − 2 degrees of freedom.</param>
public sealed record CorrelationResult(double Coefficient, int N, double P)
{
    /// <summary>Level of <see cref="P"/>.</summary>
    public Confidence Confidence => Confidences.Of(P);
}

/// <summary>Correlation of two series over the steps at which both were measured.</summary>
public static class Correlation
{
    private const int FewestPairs = 3;

    /// <param name="x">First series, NaN in gaps.</param>
    /// <param name="y">Second series, as long as the first.</param>
    /// <param name="method">Of values or of ranks.</param>
    public static CorrelationResult Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationMethod method = CorrelationMethod.Pearson)
    {
        var (left, right) = Pairs.Complete(x, y);
        if (left.Length < FewestPairs)
            return new CorrelationResult(double.NaN, left.Length, double.NaN);
        return method == CorrelationMethod.Spearman ? OfValues(Ranks.Of(left), Ranks.Of(right)) : OfValues(left, right);
    }

    private static CorrelationResult OfValues(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        if (xx <= 0 || yy <= 0)
            return new CorrelationResult(double.NaN, x.Length, double.NaN);
        var r = Math.Clamp(xy / (Math.Sqrt(xx) * Math.Sqrt(yy)), -1, 1);
        return new CorrelationResult(r, x.Length, PValue(r, x.Length));
    }

    private static double PValue(double r, int n)
    {
        if (Math.Abs(r) >= 1)
            return 0;
        var t = Math.Abs(r) * Math.Sqrt((n - 2) / ((1 - r) * (1 + r)));
        return 2 * StudentT.CDF(0, 1, n - 2, -t);
    }
}
