namespace EcoPark.Analysis.Outlets;

/// <summary>Scatter around a line as an AR(1) process.</summary>
/// <param name="Phi">Correlation from step to step, 0…0.98.</param>
/// <param name="Deviation">Robust standard deviation around the line.</param>
/// <param name="Newest">Newest value less the line.</param>
internal sealed record LineScatter(double Phi, double Deviation, double Newest)
{
    public static LineScatter Around(ReadOnlySpan<double> recent, RobustLine line)
    {
        var residuals = new double[recent.Length];
        for (var i = 0; i < recent.Length; i++)
            residuals[i] = recent[i] - (line.Now - (line.SlopePerStep * (recent.Length - 1 - i)));

        var (products, squares) = (0.0, 0.0);
        for (var i = 1; i < residuals.Length; i++)
        {
            if (!double.IsFinite(residuals[i]) || !double.IsFinite(residuals[i - 1]))
                continue;
            products += residuals[i] * residuals[i - 1];
            squares += residuals[i - 1] * residuals[i - 1];
        }

        var phi = squares > 0 ? Math.Clamp(products / squares, 0, 0.98) : 0;
        return new LineScatter(phi, Percentiles.RobustDeviation(residuals), residuals[^1]);
    }
}
