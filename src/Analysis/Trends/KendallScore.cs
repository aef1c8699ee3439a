namespace EcoPark.Analysis.Trends;

/// <summary>Kendall's S and its variance.</summary>
internal static class KendallScore
{
    /// <summary>Rising pairs less falling pairs, in n log n by a tree of counts over the ranks.</summary>
    public static long Of(double[] values)
    {
        double[] levels = [.. values.Distinct().Order()];
        var tree = new int[levels.Length + 1];
        var s = 0L;
        for (var seen = 0; seen < values.Length; seen++)
        {
            var rank = Array.BinarySearch(levels, values[seen]) + 1;
            var lower = CountUpTo(tree, rank - 1);
            var notHigher = CountUpTo(tree, rank);
            s += lower - (seen - notHigher);
            for (var node = rank; node < tree.Length; node += node & -node)
                tree[node]++;
        }

        return s;
    }

    /// <summary>n(n−1)(2n+5)/18 less t(t−1)(2t+5)/18 for each group of t equal values (Kendall 1975).</summary>
    public static double Variance(double[] values) =>
        (Term(values.Length) - values.GroupBy(value => value).Sum(ties => Term(ties.Count()))) / 18;

    private static double Term(double n) => n * (n - 1) * ((2 * n) + 5);

    private static int CountUpTo(int[] tree, int rank)
    {
        var count = 0;
        for (var node = rank; node > 0; node -= node & -node)
            count += tree[node];
        return count;
    }
}
