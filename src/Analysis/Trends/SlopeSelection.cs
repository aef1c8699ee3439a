namespace EcoPark.Analysis.Trends;

/// <summary>
/// The slope of a given rank without listing the slopes: a pair's slope is at most m exactly where y − m·x does not rise from
/// one to the other, so pairs are counted as inversions (Cole et al. 1989) and m is found by bisection.
/// </summary>
internal static class SlopeSelection
{
    /// <param name="groups">Pairs are taken within a group only.</param>
    /// <param name="rank">0 is the smallest slope.</param>
    public static double At(IReadOnlyList<TrendPoints> groups, long rank)
    {
        var reach = groups.Where(group => group.Count > 0).Max(group => group.Values.Max() - group.Values.Min()) + 1;
        var (low, high) = (-reach, reach);
        // Steps are at least 1 apart, so no slope lies outside; 80 halvings end at the spacing of doubles.
        for (var turn = 0; turn < 80 && low < high; turn++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                break;
            if (groups.Sum(group => PairsUpTo(group, middle)) > rank)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    private static long PairsUpTo(TrendPoints group, double slope)
    {
        var residuals = new double[group.Count];
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = group.Values[i] - (slope * group.Steps[i]);
        return NotRising(residuals, new double[residuals.Length], 0, residuals.Length);
    }

    /// <summary>Pairs i &lt; j with r[i] ≥ r[j], counted while merging.</summary>
    private static long NotRising(double[] r, double[] spare, int from, int to)
    {
        if (to - from < 2)
            return 0;
        var middle = (from + to) / 2;
        var count = NotRising(r, spare, from, middle) + NotRising(r, spare, middle, to);
        var (left, right, next) = (from, middle, from);
        while (left < middle && right < to)
        {
            if (r[left] < r[right])
            {
                spare[next++] = r[left++];
                continue;
            }

            count += middle - left;
            spare[next++] = r[right++];
        }

        Array.Copy(r, left, spare, next, middle - left);
        Array.Copy(r, right, spare, next + middle - left, to - right);
        Array.Copy(spare, from, r, from, to - from);
        return count;
    }
}
