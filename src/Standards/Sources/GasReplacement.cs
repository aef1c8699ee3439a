namespace EcoPark.Standards.Sources;

/// <summary>Why hours of a CEMS are missing.</summary>
public enum GapCause
{
    /// <summary>失控, overdue calibration included: the hours before the last calibration serve.</summary>
    OutOfControl,

    /// <summary>维护、故障及其他: the hours before the gap serve.</summary>
    MaintenanceOrFault,
}

/// <summary>How a gap of emitted mass is filled.</summary>
/// <param name="Hours">How many valid hours before are looked at; null where measuring by hand is asked for.</param>
/// <param name="Basis">Rule.</param>
public sealed record ReplacementRule(int? Hours, RuleBasis Basis);

/// <summary>数据修约 of HJ 75-2017: masses of SO₂, NOx and particles, not concentrations nor parameters of the gas.</summary>
public static class GasReplacement
{
    /// <summary>SO₂, NOx (also as NO and NO₂) and particles: the masses that HJ 75-2017 lets be replaced.</summary>
    private static readonly HashSet<string> Replaceable =
        [FactorCodes.SulphurDioxide, FactorCodes.NitrogenOxides, FactorCodes.NitricOxide, FactorCodes.NitrogenDioxide, FactorCodes.Particles];

    public static bool IsReplaceable(string factorCode) => Replaceable.Contains(factorCode);

    /// <summary>Rule for a gap.</summary>
    /// <param name="captureRate">季度有效数据捕集率, 0 … 1.</param>
    /// <param name="consecutiveHours">Length of the gap, h.</param>
    public static ReplacementRule RuleFor(GapCause cause, decimal captureRate, int consecutiveHours)
    {
        if (captureRate < 0.75m)
            return new(null, new("HJ 75-2017：季度有效数据捕集率小于 75 %，须用参比方法监测数据", Confidence.Recalled));
        var hours = captureRate < 0.9m ? 2160 : consecutiveHours <= 24 ? 180 : 720;
        var before = cause == GapCause.OutOfControl ? "上次校准前" : "失效前";
        return new(hours, new($"HJ 75-2017：取{before} {hours} 个有效小时排放量的最大值", Confidence.Verified));
    }

    /// <summary>Mass of each hour of the gap, kg; null where the rule asks for measuring by hand or nothing valid came before.</summary>
    /// <param name="before">Valid hourly masses before the gap (before the last calibration where out of control), newest first.</param>
    public static decimal? Value(ReplacementRule rule, IEnumerable<decimal> before)
    {
        if (rule.Hours is not { } hours)
            return null;
        decimal? highest = null;
        foreach (var mass in before.Take(hours))
            highest = highest is { } so && so >= mass ? so : mass;
        return highest;
    }
}
