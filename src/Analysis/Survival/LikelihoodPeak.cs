namespace EcoPark.Analysis.Survival;

/// <summary>Where the likelihood of lifetimes is highest, and how sharply: Newton's steps, damped where they would lead downwards (Levenberg and Marquardt).</summary>
/// <param name="Covariance">Inverse of the observed information.</param>
internal sealed record LikelihoodPeak(Pair Logs, double LogLikelihood, Curvature Covariance)
{
    private const int MostSteps = 200;
    private const double SmallestGain = 1e-12;
    private const double LargestDamping = 1e12;

    /// <param name="isShapeFree">k is looked for too; else it stays 1.</param>
    /// <param name="start">Where to begin.</param>
    /// <returns><see langword="null"/> where there is no peak.</returns>
    public static LikelihoodPeak? Find(IReadOnlyCollection<Lifetime> lives, bool isShapeFree, Pair? start = null)
    {
        var (logs, at) = Climb(lives, isShapeFree, start ?? new(Math.Log(lives.Max(one => one.HasEnded ? one.Until : one.After)), 0));
        var information = at.Hessian * -1;
        if (!isShapeFree)
            return information.Scale > 0 ? new(logs, at.Value, new(1 / information.Scale, 0, 0)) : null;
        var determinant = information.Determinant;
        // A ridge instead of a peak: the lifetimes do not tell λ and k apart.
        return information.Scale > 0 && determinant > 1e-9 * information.Scale * information.Shape ? new(logs, at.Value, new Curvature(information.Shape, -information.Both, information.Scale) * (1 / determinant)) : null;
    }

    /// <summary>The highest likelihood that was come by with any k, peak or not.</summary>
    public static double Highest(IReadOnlyCollection<Lifetime> lives, Pair start) => Climb(lives, true, start).At.Value;

    private static (Pair Logs, WeibullLikelihood At) Climb(IReadOnlyCollection<Lifetime> lives, bool isShapeFree, Pair logs)
    {
        var (at, damping) = (WeibullLikelihood.Of(lives, logs), 1e-3);
        for (var step = 0; step < MostSteps && damping < LargestDamping; step++)
        {
            var next = logs + Step(at, damping, isShapeFree);
            var there = WeibullLikelihood.Of(lives, next);
            if (!double.IsFinite(there.Value) || there.Value < at.Value)
            {
                damping *= 4;
                continue;
            }

            var gain = there.Value - at.Value;
            (logs, at, damping) = (next, there, damping / 8);
            if (gain < SmallestGain)
                break;
        }

        return (logs, at);
    }

    private static Pair Step(WeibullLikelihood at, double damping, bool isShapeFree)
    {
        var (scale, shape, both) = (Damped(-at.Hessian.Scale, damping), Damped(-at.Hessian.Shape, damping), -at.Hessian.Both);
        if (!isShapeFree)
            return new(at.Gradient.Scale / scale, 0);
        var determinant = (scale * shape) - (both * both);
        // Where the likelihood is not hollow downwards, each direction is climbed by itself.
        return determinant > 0 ? new(((at.Gradient.Scale * shape) - (at.Gradient.Shape * both)) / determinant, ((at.Gradient.Shape * scale) - (at.Gradient.Scale * both)) / determinant) : new(at.Gradient.Scale / scale, at.Gradient.Shape / shape);
    }

    /// <summary>Positive, however the likelihood bends.</summary>
    private static double Damped(double bend, double damping) => (Math.Max(Math.Abs(bend), 1e-9) * (1 + damping));
}
