using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Survival;

/// <summary>A probability with its 95 % interval.</summary>
public readonly record struct Chance(double Probability, double Lower, double Upper);

/// <summary>S(t) = exp(−(t/λ)^k), fitted to lifetimes of which many are only known to end between two looks, or to last on.</summary>
/// <param name="Scale">λ, unit of the lifetimes.</param>
/// <param name="Shape">k: below 1 the risk falls with age, above 1 it grows.</param>
/// <param name="IsShapeFitted">The lifetimes say what k is; else it was taken as 1, a risk that does not depend on age, which they do not contradict.</param>
/// <param name="LogLikelihood">Of all lifetimes.</param>
public sealed record WeibullFit(double Scale, double Shape, bool IsShapeFitted, double LogLikelihood)
{
    /// <summary>Standard error of ln k from which on k is not known: its 95 % interval would be wider than from a third to three times.</summary>
    private const double LargestShapeError = 0.55;

    /// <summary>χ² of one degree of freedom that one in twenty exceeds.</summary>
    private const double ShapeLimit = 3.841;

    private static readonly double Normal95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>Variances and covariance of ln λ and ln k.</summary>
    internal Curvature Covariance { get; init; }

    /// <summary>95 % interval of k; <see langword="null"/> where it was not fitted.</summary>
    public (double Lower, double Upper)? ShapeInterval => IsShapeFitted ? (Shape * Math.Exp(-Normal95 * Math.Sqrt(Covariance.Shape)), Shape * Math.Exp(Normal95 * Math.Sqrt(Covariance.Shape))) : null;

    /// <summary>Share that lasts longer than a time.</summary>
    public double Survival(double time) => Math.Exp(-Hazard.At(time, Logs).Value);

    /// <summary>Probability that what is whole at one time has ended by another: 1 − S(to)/S(from), its interval by the delta method for the logarithm of the hazard between.</summary>
    public Chance ChanceBetween(double from, double to)
    {
        if (to <= from)
            return default;
        var (begin, end) = (Hazard.At(from, Logs), Hazard.At(to, Logs));
        var more = end.Value - begin.Value;
        var slope = (end.Slope + (begin.Slope * -1)) * (1 / more);
        var variance = (slope.Scale * slope.Scale * Covariance.Scale) + (2 * slope.Scale * slope.Shape * Covariance.Both) + (slope.Shape * slope.Shape * Covariance.Shape);
        var width = Math.Exp(Normal95 * Math.Sqrt(Math.Max(0, variance)));
        return new(-WeibullLikelihood.Expm1(-more), -WeibullLikelihood.Expm1(-more / width), -WeibullLikelihood.Expm1(-more * width));
    }

    /// <summary>By maximum likelihood.</summary>
    /// <returns><see langword="null"/> where nothing has ended, nothing is known to have lasted, or the lifetimes fit neither a k that they determine nor a constant risk.</returns>
    public static WeibullFit? Of(IReadOnlyCollection<Lifetime> lives)
    {
        if (!lives.Any(one => one.HasEnded) || !lives.Any(one => one.After > 0) || LikelihoodPeak.Find(lives, isShapeFree: false) is not { } constant)
            return null;
        if (LikelihoodPeak.Find(lives, isShapeFree: true, constant.Logs) is { } free && free.Covariance.Shape is > 0 and <= LargestShapeError * LargestShapeError)
            return Of(free, true);
        var best = LikelihoodPeak.Highest(lives, constant.Logs);
        return 2 * (best - constant.LogLikelihood) > ShapeLimit ? null : Of(constant, false);
    }

    private static WeibullFit Of(LikelihoodPeak peak, bool isShapeFitted) => new(Math.Exp(peak.Logs.Scale), Math.Exp(peak.Logs.Shape), isShapeFitted, peak.LogLikelihood) { Covariance = peak.Covariance };

    private Pair Logs => new(Math.Log(Scale), Math.Log(Shape));
}
