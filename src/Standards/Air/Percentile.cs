namespace EcoPark.Standards.Air;

/// <summary>Percentiles of daily values, HJ 663-2013 appendix A (recalled): linear between order statistics, k = 1 + (n − 1)·p.</summary>
public static class Percentile
{
    /// <summary>How order statistics are interpolated.</summary>
    public static RuleBasis Basis { get; } = new("HJ 663-2013 附录 A：百分位数按序位 k = 1 +（n − 1）× p 线性内插", Confidence.Recalled);

    /// <summary>The p-th percentile; null of nothing.</summary>
    /// <param name="values">Daily values in any order.</param>
    /// <param name="percent">0 … 100.</param>
    public static decimal? Of(IEnumerable<decimal> values, decimal percent)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var position = (sorted.Length - 1) * percent / 100m;
        var below = (int)decimal.Floor(position);
        return below + 1 < sorted.Length ? sorted[below] + (sorted[below + 1] - sorted[below]) * (position - below) : sorted[^1];
    }
}
