namespace EcoPark.Web.Components;

/// <summary>
/// Between which values an axis goes. Limits and negative values are always within it. A few values far beyond the limit, which would lay the limit on the floor, are beyond it:
/// they are marked at its edge and counted.
/// </summary>
/// <param name="Unit">Of the axis.</param>
/// <param name="Min">Lower end.</param>
/// <param name="Max">Upper end.</param>
/// <param name="Beyond">Points that lie above it.</param>
/// <param name="Highest">The highest of these.</param>
public sealed record ChartAxis(string Unit, double Min, double Max, int Beyond, double? Highest)
{
    /// <summary>Times the highest limit that is always shown; ui.md has 2–3.</summary>
    private const double TimesLimit = 3;

    /// <summary>Share of the values that is always shown whole.</summary>
    private const double Usual = 0.95;

    private const double Margin = 0.05;

    /// <returns><see langword="null"/> where there is no limit: the chart then fits the values by itself.</returns>
    public static ChartAxis? Of(string unit, IEnumerable<ChartLine> lines, IEnumerable<ChartLimit> limits)
    {
        List<double> drawn = [.. limits.Where(limit => limit.Unit == unit).Select(limit => limit.Value)];
        if (drawn.Count == 0)
            return null;
        List<double> values = [.. lines.Where(line => line.Unit == unit).SelectMany(line => line.Points).Select(point => point.Value ?? (point.IsInvalid ? point.InvalidValue : null)).OfType<double>().Where(double.IsFinite).Order()];
        var top = drawn.Max();
        if (values.Count > 0)
            top = Math.Max(top, Math.Min(values[^1], Math.Max(TimesLimit * drawn.Max(), values[(int)Math.Ceiling(Usual * values.Count) - 1])));
        // A code of a missing value, such as -9999, is no depth to go to.
        var bottom = Math.Min(drawn.Min(), values.FirstOrDefault(value => value >= -Math.Abs(top), drawn.Min()));
        if (values.Count == 0)
            bottom = Math.Min(bottom, 0); // A limit alone is no range.
        var (min, max) = Ends(bottom, top);
        var beyond = values.Where(value => value > max).ToList();
        return new ChartAxis(unit, min, max, beyond.Count, beyond.Count == 0 ? null : beyond[^1]);
    }

    /// <summary>Ends with a little room about a lowest and a highest value.</summary>
    public static (double Min, double Max) Ends(double lowest, double highest)
    {
        var room = Margin * Math.Max(highest - lowest, Math.Abs(highest) * Margin);
        return Rounded(lowest < 0 || lowest - room > 0 ? lowest - room : 0, highest + room);
    }

    /// <summary>Outwards to a twentieth of a power of ten of the span, so that the ends read well.</summary>
    private static (double Min, double Max) Rounded(double min, double max)
    {
        var step = max > min ? Math.Pow(10, Math.Floor(Math.Log10(max - min))) / 20 : 1;
        return (Math.Round(Math.Floor(min / step) * step, 10), Math.Round(Math.Ceiling(max / step) * step, 10));
    }
}
