namespace EcoPark.Web.Components.Plots;

/// <summary>A picture other than curves over time: an ECharts option made in C#, and how tall it is.</summary>
/// <param name="Option">Plain objects and lists; NaN must have become null.</param>
/// <param name="Height">Pixels.</param>
public sealed record Plot(IReadOnlyDictionary<string, object?> Option, int Height = 320)
{
    /// <summary>Decimals that tell a hundredth of a span: concentrations of hydrogen sulphide are thousandths of a mg/m³.</summary>
    /// <param name="span">Width of the scale; below 2 decimals only where it asks for them.</param>
    public static int DecimalsOf(double span) => double.IsFinite(span) && span > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(span)), 2, 10) : 2;

    /// <summary>A figure for JSON, which knows no NaN.</summary>
    public static double? Figure(double? value, int decimals = 6) => value is { } number && double.IsFinite(number) ? Math.Round(number, decimals) : null;
}
