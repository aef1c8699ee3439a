namespace EcoPark.Analysis.Correlations;

/// <summary>Pairwise complete observations.</summary>
internal static class Pairs
{
    public static (double[] X, double[] Y) Complete(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException("Both series must have the same steps.", nameof(y));
        var (left, right) = (new List<double>(x.Length), new List<double>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
                continue;
            left.Add(x[i]);
            right.Add(y[i]);
        }

        return ([.. left], [.. right]);
    }
}
