using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Outlets;

/// <summary>When a running total reaches an amount.</summary>
/// <param name="PerStep">Mean of the amounts, a step.</param>
/// <param name="Phi">Correlation from step to step, 0…0.9.</param>
/// <param name="Ahead">Probability that the amount is reached by a step: 1, 2, … steps ahead.</param>
public sealed record SumOutlook(double PerStep, double Phi, IReadOnlyList<double> Ahead)
{
    /// <summary>First step by which the probability has come to <paramref name="probability"/>; <see langword="null"/> where it does not.</summary>
    public int? By(double probability)
    {
        for (var at = 0; at < Ahead.Count; at++)
        {
            if (Ahead[at] >= probability)
                return at + 1;
        }

        return null;
    }
}

/// <summary>
/// Looks ahead at the sum of amounts that hang together from step to step, as daily masses do. The amounts are an AR(1) process around their mean:
/// x(t) − μ = φ·(x(t−1) − μ) + e(t). Of the sum S(h) of the next h amounts, with g(h) = φ·(1 − φ^h)/(1 − φ) and s² the variance of the amounts:
/// <list type="bullet">
/// <item>expectation: h·μ + g(h)·(x(newest) − μ);</item>
/// <item>variance of what is to come: s²·(1 − φ²)·Σ ((1 − φ^j)/(1 − φ))², j = 1…h;</item>
/// <item>variance of the mean, which is only estimated: (h − g(h))²·s²/n′, with n′ = n·(1 − φ)/(1 + φ) independent amounts among n.</item>
/// </list>
/// φ is the lag-1 correlation plus (1 + 3φ)/n, for short series give too little (Kendall 1954); s² is Σ(x − μ)²/n divided by 1 − 1/n′. The probability is that of Student's t
/// with n′ − 1 degrees of freedom, at least three. Amounts are not negative, so that the sum, once over, stays over.
/// </summary>
public static class SumToLimit
{
    public const int FewestAmounts = 6;

    private const double HighestPhi = 0.9;
    private const double FewestDegrees = 3;

    /// <param name="recent">Last amounts, equally stepped, newest last, none missing.</param>
    /// <param name="rest">What is left until the total is reached, unit of the amounts.</param>
    /// <param name="steps">Steps to look ahead.</param>
    /// <returns>null for fewer than six amounts.</returns>
    public static SumOutlook? Of(ReadOnlySpan<double> recent, double rest, int steps)
    {
        if (recent.Length < FewestAmounts)
            return null;
        var count = recent.Length;
        var mean = Mean(recent);
        var (squares, products) = (0.0, 0.0);
        for (var at = 0; at < count; at++)
        {
            squares += Math.Pow(recent[at] - mean, 2);
            products += at == 0 ? 0 : (recent[at] - mean) * (recent[at - 1] - mean);
        }

        var raw = squares > 0 ? products / squares : 0;
        var phi = Math.Clamp(raw + ((1 + (3 * raw)) / count), 0, HighestPhi);
        var independent = Math.Max(2, count * (1 - phi) / (1 + phi));
        var variance = squares / count / (1 - (1 / independent));
        var newest = recent[^1] - mean;
        var student = new StudentT(0, 1, Math.Max(FewestDegrees, independent - 1));
        var (ahead, spread) = (new double[steps], 0.0);
        for (var step = 1; step <= steps; step++)
        {
            var faded = 1 - Math.Pow(phi, step);
            spread += Math.Pow(faded / (1 - phi), 2);
            var carried = phi * faded / (1 - phi);
            var expected = (step * mean) + (carried * newest);
            var deviation = Math.Sqrt((variance * (1 - (phi * phi)) * spread) + (Math.Pow(step - carried, 2) * variance / independent));
            // Sums of equal amounts may miss the rest by a rounding error.
            ahead[step - 1] = deviation > 1e-9 * rest ? student.CumulativeDistribution((expected - rest) / deviation) : expected >= rest * (1 - 1e-9) ? 1 : 0;
        }

        return new SumOutlook(mean, phi, ahead);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
