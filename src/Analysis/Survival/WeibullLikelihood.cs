namespace EcoPark.Analysis.Survival;

/// <summary>
/// Logarithm of the likelihood of lifetimes under S(t) = exp(−H), H = (t/λ)^k, with its derivatives by ln λ and ln k. What ended at t counts k/λ (t/λ)^(k−1) S(t), between a and b S(a) − S(b), after a S(a): Lawless,
/// Statistical Models and Methods for Lifetime Data, chapters 2 and 5.
/// </summary>
internal readonly record struct WeibullLikelihood(double Value, Pair Gradient, Curvature Hessian)
{
    public static WeibullLikelihood Of(IReadOnlyCollection<Lifetime> lives, Pair logs)
    {
        var sum = default(WeibullLikelihood);
        foreach (var life in lives)
        {
            var one = life.After == life.Until ? Exact(life.After, logs) : Between(Hazard.At(life.After, logs), life.Until, logs);
            sum = new(sum.Value + (life.Count * one.Value), sum.Gradient + (one.Gradient * life.Count), sum.Hessian + (one.Hessian * life.Count));
        }

        return sum;
    }

    private static WeibullLikelihood Exact(double time, Pair logs)
    {
        var (hazard, shape) = (Hazard.At(time, logs), Math.Exp(logs.Shape));
        var away = shape * (Math.Log(time) - logs.Scale);
        return new(logs.Shape - Math.Log(time) + away - hazard.Value, new Pair(-shape, 1 + away) + (hazard.Slope * -1), new Curvature(0, -shape, away) + (hazard.Bend * -1));
    }

    /// <summary>ln(S(a) − S(b)) = −H(a) + ln(1 − exp(−D)), D = H(b) − H(a).</summary>
    private static WeibullLikelihood Between(Hazard after, double until, Pair logs)
    {
        var survived = new WeibullLikelihood(-after.Value, after.Slope * -1, after.Bend * -1);
        if (double.IsInfinity(until))
            return survived;
        var to = Hazard.At(until, logs);
        var (more, slope, bend) = (to.Value - after.Value, to.Slope + (after.Slope * -1), to.Bend + (after.Bend * -1));
        var odds = Math.Exp(-more) / -Expm1(-more);
        return new(survived.Value + Math.Log(-Expm1(-more)), survived.Gradient + (slope * odds), survived.Hessian + (bend * odds) + (Curvature.Of(slope) * -(odds + (odds * odds))));
    }

    /// <summary>e^x − 1 without loss for small x.</summary>
    internal static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;
}

/// <summary>(t/λ)^k with its derivatives by ln λ and ln k.</summary>
internal readonly record struct Hazard(double Value, Pair Slope, Curvature Bend)
{
    public static Hazard At(double time, Pair logs)
    {
        if (time <= 0)
            return default;
        var shape = Math.Exp(logs.Shape);
        var away = shape * (Math.Log(time) - logs.Scale);
        var value = Math.Exp(away);
        return new(value, new Pair(-shape, away) * value, new Curvature(shape * shape, -shape * (1 + away), away * (1 + away)) * value);
    }
}

/// <summary>One figure for ln λ, one for ln k.</summary>
internal readonly record struct Pair(double Scale, double Shape)
{
    public static Pair operator +(Pair one, Pair other) => new(one.Scale + other.Scale, one.Shape + other.Shape);

    public static Pair operator *(Pair one, double times) => new(one.Scale * times, one.Shape * times);
}

/// <summary>A symmetric matrix of ln λ and ln k.</summary>
internal readonly record struct Curvature(double Scale, double Both, double Shape)
{
    public double Determinant => (Scale * Shape) - (Both * Both);

    public static Curvature Of(Pair pair) => new(pair.Scale * pair.Scale, pair.Scale * pair.Shape, pair.Shape * pair.Shape);

    public static Curvature operator +(Curvature one, Curvature other) => new(one.Scale + other.Scale, one.Both + other.Both, one.Shape + other.Shape);

    public static Curvature operator *(Curvature one, double times) => new(one.Scale * times, one.Both * times, one.Shape * times);
}
