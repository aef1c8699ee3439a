namespace EcoPark.Standards.Sources;

/// <summary>What drifts.</summary>
public enum DriftKind
{
    GasZero,
    GasSpan,
    ParticleZero,
    ParticleSpan,
    Velocity,
}

/// <summary>Tolerances of one kind of drift, % of full scale.</summary>
/// <param name="Tolerance">Within it the instrument is in order.</param>
/// <param name="OutOfControl">Beyond it the instrument is out of control (失控); between the two it must be adjusted.</param>
public sealed record DriftRule(DriftKind Kind, decimal Tolerance, decimal OutOfControl, RuleBasis Basis);

/// <summary>Drift of a check.</summary>
/// <param name="Percent">(reading − reference) / full scale · 100.</param>
/// <param name="IsWithin">Within the tolerance.</param>
/// <param name="IsOutOfControl">Beyond the bound of control.</param>
public sealed record DriftVerdict(decimal Percent, bool IsWithin, bool IsOutOfControl, DriftRule Rule);

/// <summary>Zero and span drift of CEMS, HJ 75-2017. The figures are recalled.</summary>
public static class Drift
{
    public static IReadOnlyList<DriftRule> Rules { get; } =
    [
        Rule(DriftKind.GasZero, 2.5m, 5),
        Rule(DriftKind.GasSpan, 2.5m, 10),
        Rule(DriftKind.ParticleZero, 2, 8),
        Rule(DriftKind.ParticleSpan, 2, 8),
        Rule(DriftKind.Velocity, 3, 8),
    ];

    /// <summary>The kind of drift that a check of an instrument shows.</summary>
    /// <param name="factor">Code of HJ 212 annex B.</param>
    /// <param name="isZero">The reference is zero; of velocity both are one kind.</param>
    public static DriftKind KindOf(string factor, bool isZero) => (factor, isZero) switch
    {
        (FactorCodes.FlueGasVelocity, _) => DriftKind.Velocity,
        (FactorCodes.Particles, true) => DriftKind.ParticleZero,
        (FactorCodes.Particles, false) => DriftKind.ParticleSpan,
        (_, true) => DriftKind.GasZero,
        _ => DriftKind.GasSpan,
    };

    /// <summary>Judges a reading of a reference gas, a filter or a standstill; null where the full scale is not positive.</summary>
    public static DriftVerdict? Judge(DriftKind kind, decimal reading, decimal reference, decimal fullScale)
    {
        if (fullScale <= 0)
            return null;
        var rule = Rules[(int)kind];
        var percent = (reading - reference) / fullScale * 100;
        return new(percent, Math.Abs(percent) <= rule.Tolerance, Math.Abs(percent) > rule.OutOfControl, rule);
    }

    private static DriftRule Rule(DriftKind kind, decimal tolerance, decimal outOfControl) =>
        new(kind, tolerance, outOfControl, new(FormattableString.Invariant($"HJ 75-2017：漂移不超过 ±{tolerance} %，超过 ±{outOfControl} % 为失控"), Confidence.Recalled));
}
