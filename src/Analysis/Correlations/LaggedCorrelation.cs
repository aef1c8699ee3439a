namespace EcoPark.Analysis.Correlations;

/// <summary>Correlation at one lag.</summary>
/// <param name="Lag">Steps by which y comes after x; negative where y comes first.</param>
/// <param name="Correlation">Of x at t with y at t + lag.</param>
public sealed record LagPoint(int Lag, CorrelationResult Correlation);

/// <summary>Does one series follow the other, and after how long?</summary>
public static class LaggedCorrelation
{
    /// <param name="x">First series, NaN in gaps.</param>
    /// <param name="y">Second series, same steps.</param>
    /// <param name="mostSteps">Lags from −this to +this.</param>
    /// <param name="method">Of values or of ranks.</param>
    public static IReadOnlyList<LagPoint> Of(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, int mostSteps = 24, CorrelationMethod method = CorrelationMethod.Pearson)
    {
        if (x.Length != y.Length)
            throw new ArgumentException("Both series must have the same steps.", nameof(y));
        var points = new List<LagPoint>();
        for (var lag = -mostSteps; lag <= mostSteps; lag++)
        {
            var overlap = Math.Max(x.Length - Math.Abs(lag), 0);
            var (fromX, fromY) = overlap == 0 ? (0, 0) : (Math.Max(-lag, 0), Math.Max(lag, 0));
            points.Add(new LagPoint(lag, Correlation.Of(x.Slice(fromX, overlap), y.Slice(fromY, overlap), method)));
        }

        return points;
    }

    /// <summary>The lag with the largest coefficient by amount; null where none could be calculated.</summary>
    public static LagPoint? Strongest(IReadOnlyList<LagPoint> points) =>
        points.Where(point => double.IsFinite(point.Correlation.Coefficient)).MaxBy(point => Math.Abs(point.Correlation.Coefficient));
}
