using System.Globalization;

namespace EcoPark.Analysis.Anomalies;

/// <summary>Runs of one value, of zero, below zero and outside the range.</summary>
public static class RunDetectors
{
    /// <summary>恒值: not zero, and not further than a tolerance from the run's first value.</summary>
    /// <param name="series">Equally stepped values, NaN in gaps; a gap ends a run.</param>
    /// <param name="fewest">Values in a row from which it is odd.</param>
    /// <param name="tolerance">Difference that still counts as the same, unit of the values.</param>
    public static IReadOnlyList<Anomaly> Constant(ReadOnlySpan<double> series, int fewest, double tolerance = 0)
    {
        var found = new List<Anomaly>();
        foreach (var (from, to) in Runs.Of(series, fewest, (first, value) => first != 0 && Math.Abs(value - first) <= tolerance))
        {
            found.Add(new Anomaly(AnomalyKind.ConstantValue, from, to, to - from + 1, fewest,
                Text($"连续 {to - from + 1} 个值恒为 {series[from]:0.####}（达到 {fewest} 个即为异常）")));
        }

        return found;
    }

    /// <summary>零值.</summary>
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="fewest">Zeros in a row from which it is odd.</param>
    public static IReadOnlyList<Anomaly> Zero(ReadOnlySpan<double> series, int fewest) =>
        [.. Runs.Of(series, fewest, (_, value) => value == 0).Select(run => new Anomaly(AnomalyKind.ZeroRun, run.From, run.To,
            run.To - run.From + 1, fewest, Text($"连续 {run.To - run.From + 1} 个值为 0（达到 {fewest} 个即为异常）")))];

    /// <summary>负值.</summary>
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="tolerance">Zero drift that is let pass, ≥ 0, unit of the values.</param>
    public static IReadOnlyList<Anomaly> Negative(ReadOnlySpan<double> series, double tolerance = 0)
    {
        var found = new List<Anomaly>();
        foreach (var (from, to) in Runs.Of(series, 1, (_, value) => value < -tolerance))
        {
            var lowest = Lowest(series[from..(to + 1)]);
            found.Add(new Anomaly(AnomalyKind.Negative, from, to, lowest, -tolerance,
                Text($"{to - from + 1} 个负值，最低 {lowest:0.####}（允许 {-tolerance:0.####}）")));
        }

        return found;
    }

    /// <summary>超量程.</summary>
    /// <param name="series">Equally stepped values, NaN in gaps.</param>
    /// <param name="lower">Lower end of the instrument's range.</param>
    /// <param name="upper">Upper end.</param>
    public static IReadOnlyList<Anomaly> OutOfRange(ReadOnlySpan<double> series, double lower, double upper)
    {
        var found = new List<Anomaly>();
        foreach (var (from, to) in Runs.Of(series, 1, (_, value) => value > upper))
        {
            var highest = -Lowest(series[from..(to + 1)], -1);
            found.Add(new Anomaly(AnomalyKind.OutOfRange, from, to, highest, upper, Text($"{to - from + 1} 个值高于量程上限 {upper:0.####}，最高 {highest:0.####}")));
        }

        foreach (var (from, to) in Runs.Of(series, 1, (_, value) => value < lower))
        {
            var lowest = Lowest(series[from..(to + 1)]);
            found.Add(new Anomaly(AnomalyKind.OutOfRange, from, to, lowest, lower, Text($"{to - from + 1} 个值低于量程下限 {lower:0.####}，最低 {lowest:0.####}")));
        }

        return [.. found.OrderBy(one => one.From)];
    }

    private static double Lowest(ReadOnlySpan<double> values, int sign = 1)
    {
        var lowest = double.PositiveInfinity;
        foreach (var value in values)
            lowest = Math.Min(lowest, sign * value);
        return lowest;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
