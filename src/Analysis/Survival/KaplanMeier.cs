using MathNet.Numerics.Distributions;

namespace EcoPark.Analysis.Survival;

/// <summary>A step of the curve.</summary>
/// <param name="Time">When ends were seen.</param>
/// <param name="AtRisk">Whole until then.</param>
/// <param name="Survival">Share that lasts longer.</param>
/// <param name="Deviation">Its standard error after Greenwood.</param>
/// <param name="Lower">End of its 95 % interval; NaN where nothing is left.</param>
/// <param name="Upper">The other end.</param>
public readonly record struct SurvivalStep(double Time, int AtRisk, int Ended, double Survival, double Deviation, double Lower, double Upper);

/// <summary>
/// Kaplan and Meier's share of what lasts, with Greenwood's variance: S = Π (1 − d/n), var S = S² Σ d/(n(n − d)); the interval is that of log(−log S), which never leaves 0…1. What ended between two looks
/// counts at the later one, when it was seen: the curve is late by up to the time between looks.
/// </summary>
public static class KaplanMeier
{
    private static readonly double Normal95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>One step for each time at which an end was seen.</summary>
    public static IReadOnlyList<SurvivalStep> Of(IReadOnlyCollection<Lifetime> lives)
    {
        var times = lives.GroupBy(one => one.HasEnded ? one.Until : one.After)
            .Select(of => (Time: of.Key, Ended: of.Where(one => one.HasEnded).Sum(one => one.Count), All: of.Sum(one => one.Count))).OrderBy(one => one.Time);
        var (steps, left, survival, sum) = (new List<SurvivalStep>(), lives.Sum(one => one.Count), 1.0, 0.0);
        foreach (var (time, ended, all) in times)
        {
            if (ended > 0)
            {
                survival *= 1 - ((double)ended / left);
                sum += (double)ended / ((double)left * (left - ended));
                steps.Add(Step(time, left, ended, survival, sum));
            }

            left -= all; // What is censored at the time of an end was whole at it.
        }

        return steps;
    }

    private static SurvivalStep Step(double time, int atRisk, int ended, double survival, double sum)
    {
        if (ended == atRisk)
            return new(time, atRisk, ended, 0, double.NaN, double.NaN, double.NaN);
        var log = Math.Log(survival);
        var width = Math.Exp(Normal95 * Math.Sqrt(sum) / -log);
        return new(time, atRisk, ended, survival, survival * Math.Sqrt(sum), Math.Exp(log * width), Math.Exp(log / width));
    }
}
