namespace EcoPark.Analysis.Forecasts;

/// <summary>A forecast with its interval.</summary>
internal readonly record struct Estimate(double Value, double Lower, double Upper, double? ProbabilityOver)
{
    /// <summary>Between two estimates of the same value, 0 this … 1 other.</summary>
    public Estimate Towards(Estimate other, double share) => new(Value, Lower + (share * (other.Lower - Lower)), Upper + (share * (other.Upper - Upper)),
        ProbabilityOver + (share * (other.ProbabilityOver - ProbabilityOver)));
}
